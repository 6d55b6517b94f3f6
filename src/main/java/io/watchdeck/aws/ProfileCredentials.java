package io.watchdeck.aws;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.UserHomeDirectoryUtils;

/// The credentials of a profile. Once its SSO sign-in has ended nothing more is asked of SSO until somebody signs in,
/// which changes the tokens that `aws sso login` keeps in a folder of the person's home, or until [#AGAIN] has passed:
/// to the SDK a token that could not be renewed because the network was down looks the same. Any thread.
final class ProfileCredentials implements AwsCredentialsProvider, SdkAutoCloseable {

    static final Duration AGAIN = Duration.ofMinutes(5);

    private final ProfileCredentialsProvider provider;
    private final Path tokens;
    private final Clock clock;
    /// Whoever asks while SSO is being asked waits for that answer, so that it is asked once.
    private final ReentrantLock asking = new ReentrantLock();
    private @Nullable Ended ended;

    /// @param tokens by file, when each was written
    private record Ended(SdkException error, Map<String, Instant> tokens, Instant at) {}

    ProfileCredentials(String profile, Clock clock) {
        provider = ProfileCredentialsProvider.create(profile);
        tokens = Path.of(UserHomeDirectoryUtils.userHomeDirectory(), ".aws", "sso", "cache");
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        asking.lock();
        try {
            if (ended != null && ended.at().plus(AGAIN).isAfter(clock.instant()) && ended.tokens().equals(tokens())) {
                throw ended.error();
            }
            AwsCredentials credentials = provider.resolveCredentials();
            ended = null;
            return credentials;
        } catch (SdkException e) {
            if (AwsFailures.isSignedOut(e) && (ended == null || e != ended.error())) {
                ended = new Ended(e, tokens(), clock.instant());
            }
            throw e;
        } finally {
            asking.unlock();
        }
    }

    private Map<String, Instant> tokens() {
        var written = new TreeMap<String, Instant>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(tokens, "*.json")) {
            for (Path file : files) {
                written.put(file.toString(), Files.getLastModifiedTime(file).toInstant());
            }
        } catch (IOException | DirectoryIteratorException noSuchFolder) {
            return Map.of();
        }
        return written;
    }

    @Override
    public void close() {
        provider.close();
    }
}
