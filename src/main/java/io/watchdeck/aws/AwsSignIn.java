package io.watchdeck.aws;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.SignIn;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// Signs in to AWS: to Identity Center with a code in the browser, to a role with the code of a device, or with the `aws`
/// of this machine. Any thread.
final class AwsSignIn implements SignIn {

    /// What can stand in the name of a host: no other word is a Region.
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");

    private final AwsSettings settings;
    private final ProfileProviders providers;
    private final DeviceFlow flow;
    private final SsoTokens tokens;
    private final AwsCommand command;
    private final Clock clock;

    AwsSignIn(AwsSettings settings, ProfileProviders providers, DeviceFlow flow, SsoTokens tokens, AwsCommand command,
            Clock clock) {
        this.settings = settings;
        this.providers = providers;
        this.flow = flow;
        this.tokens = tokens;
        this.command = command;
        this.clock = clock;
    }

    @Override
    public Outcome device(Door.Sso door, Attempt attempt) {
        return flow.run(door, attempt);
    }

    @Override
    public Outcome command(String profile, Attempt attempt) {
        return command.login(profile, attempt);
    }

    @Override
    public boolean hasCommand() {
        return command.isThere();
    }

    @Override
    public Outcome code(Door.Mfa door, String code, Attempt attempt) {
        Optional<RoleProfile> role;
        Optional<Region> region;
        try {
            role = providers.role(door.profile());
            region = role.map(providers::region);
        } catch (IllegalArgumentException | IllegalStateException unreadable) {
            return new Outcome.Refused(Phrase.of("signIn.unreadable"));
        }
        if (role.isEmpty() || region.isEmpty()) {
            return new Outcome.Refused(Phrase.of("failure.aws.noProfile", door.profile()));
        }
        if (!LABEL.matcher(region.get().code()).matches()) {
            return new Outcome.Refused(Phrase.of("signIn.region", door.profile(), region.get().code()));
        }
        return assume(role.get(), SignInFailures.host("sts", region.get()), door, code, attempt);
    }

    /// @param host that is asked
    private Outcome assume(RoleProfile role, String host, Door.Mfa door, String code, Attempt attempt) {
        try {
            AwsCredentialsProvider source = providers.source(role);
            try (StsClient sts = providers.sts(role, source)) {
                Credentials given = sts.assumeRole(request -> {
                    role.ask(request, providers.sessionName());
                    request.serialNumber(door.serial()).tokenCode(code);
                }).credentials();
                if (attempt.isGivenUp()) {
                    return new Outcome.GivenUp();
                }
                providers.held().hold(door.profile(), AwsSessionCredentials.create(given.accessKeyId(),
                        given.secretAccessKey(), given.sessionToken()), given.expiration());
                return new Outcome.SignedIn(Optional.of(given.expiration()));
            } finally {
                if (source instanceof SdkAutoCloseable open) {
                    open.close();
                }
            }
        } catch (SdkException | IllegalStateException | IllegalArgumentException refused) {
            return new Outcome.Refused(SignInFailures.ofCode(refused,
                    SignInFailures.context(AwsApi.ASSUME_ROLE.iamAction(), door.profile(), role.arn(), host, settings,
                            clock.instant())));
        }
    }

    @Override
    public Optional<Instant> until(Door door) {
        return switch (door) {
            case Door.Sso sso -> tokens.until(sso, clock.instant());
            case Door.Mfa mfa -> providers.held().until(mfa.profile());
        };
    }

    @Override
    public void forget(Door.Mfa door) {
        providers.held().forget(door.profile());
    }
}
