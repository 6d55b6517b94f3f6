package io.watchdeck.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The credentials of a profile. Once its SSO sign-in has ended nothing more is asked of SSO until somebody signs in,
/// which changes the tokens that `aws sso login` keeps in a folder of the person's home, or until [#AGAIN] has passed:
/// to the SDK a token that could not be renewed because the network was down looks the same. Any thread.
final class ProfileCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    static final Duration AGAIN = Duration.ofMinutes(5);

    private final String profile;
    private final ProfileProviders providers;
    private final SsoTokens tokens = SsoTokens.ofThisPerson();
    private final Clock clock;
    private Optional<ProfileFile> made = Optional.empty();
    private @Nullable AwsCredentialsProvider provider;
    /// Whoever asks while SSO is being asked waits for that answer, so that it is asked once.
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Ended ended;

    /// @param tokens by file, when each was written
    private record Ended(SdkException error, Map<String, Instant> tokens, Instant at) {}

    ProfileCredentials(String profile, ProfileProviders providers, Clock clock) {
        this.profile = profile;
        this.providers = providers;
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        asking.lock();
        try {
            if (ended != null && ended.at().plus(AGAIN).isAfter(clock.instant())
                    && ended.tokens().equals(tokens.written()) && providers.file().equals(made)) {
                throw ended.error();
            }
            AwsCredentials credentials = provider().resolveCredentials();
            ended = null;
            return credentials;
        } catch (SdkException e) {
            if (AwsFailures.isSignedOut(e) && (ended == null || e != ended.error())) {
                ended = new Ended(e, tokens.written(), clock.instant());
            }
            throw e;
        } finally {
            asking.unlock();
        }
    }

    /// Made anew where the files say something else than before.
    private AwsCredentialsProvider provider() {
        Optional<ProfileFile> now = providers.file();
        if (provider == null || !now.equals(made)) {
            end();
            provider = providers.of(profile);
            made = now;
        }
        return provider;
    }

    private void end() {
        AwsCredentialsProvider before = provider;
        provider = null;
        if (before instanceof SdkAutoCloseable open) {
            open.close();
        }
    }

    @Override
    public void close() {
        asking.lock();
        try {
            end();
        } finally {
            asking.unlock();
        }
    }
}
