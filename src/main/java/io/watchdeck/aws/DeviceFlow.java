package io.watchdeck.aws;

import io.watchdeck.aws.SignInFailures.Answer;
import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.DeviceCode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Outcome;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.Background;
import io.watchdeck.refresh.CallMeter;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/// The OAuth 2.0 device authorization grant (RFC 8628) with Identity Center: the code is confirmed in a browser, which is
/// asked for at the pace that AWS gives. No request of it is signed, and none needs a right. Blocks the thread that runs it.
final class DeviceFlow {

    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    /// RFC 8628, section 3.2: "If no value is provided, clients MUST use 5 as the default."
    private static final Duration STANDARD = Duration.ofSeconds(5);
    /// RFC 8628, section 3.5, of `slow_down`: "the interval MUST be increased by 5 seconds".
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final AwsSettings settings;
    private final SdkHttpClient http;
    private final CallMeter meter;
    private final SsoTokens tokens;
    private final Clock clock;

    DeviceFlow(AwsSettings settings, SdkHttpClient http, CallMeter meter, SsoTokens tokens, Clock clock) {
        this.settings = settings;
        this.http = http;
        this.meter = meter;
        this.tokens = tokens;
        this.clock = clock;
    }

    Outcome run(Door.Sso door, Attempt attempt) {
        String asked = "sso-oauth:RegisterClient";
        try (SsoOidcClient client = client(door)) {
            RegisterClientResponse registered = client.registerClient(request -> register(request, door));
            asked = "sso-oauth:StartDeviceAuthorization";
            StartDeviceAuthorizationResponse started = client.startDeviceAuthorization(request -> request
                    .clientId(registered.clientId()).clientSecret(registered.clientSecret())
                    .startUrl(door.startUrl()));
            if (attempt.isGivenUp()) {
                return new Outcome.GivenUp();
            }
            DeviceCode code = code(started);
            attempt.confirm(code);
            asked = "sso-oauth:CreateToken";
            return await(client, door, attempt, new Asked(registered, started, code));
        } catch (SdkException | IllegalArgumentException | IllegalStateException failed) {
            return new Outcome.Refused(SignInFailures.of(failed, SignInFailures.context(asked, door.name(),
                    door.startUrl(), host(door), settings, clock.instant())));
        }
    }

    private static void register(RegisterClientRequest.Builder request, Door.Sso door) {
        request.clientName("watchdeck").clientType("public");
        if (!door.scopes().isEmpty()) {
            request.scopes(door.scopes());
        }
    }

    /// @throws IllegalArgumentException when the page is none of the web: it is opened
    private DeviceCode code(StartDeviceAuthorizationResponse started) {
        whole(started.verificationUri(), started.userCode(), started.deviceCode(), started.expiresIn());
        URI page = page(started.verificationUri());
        return new DeviceCode(started.userCode(), page,
                Optional.ofNullable(started.verificationUriComplete()).map(DeviceFlow::page).orElse(page),
                clock.instant().plusSeconds(started.expiresIn()));
    }

    /// @throws IllegalArgumentException where something is missing that every answer of AWS has
    private static void whole(@Nullable Object... parts) {
        if (Stream.of(parts).anyMatch(part -> part == null)) {
            throw new IllegalArgumentException("the answer is not whole");
        }
    }

    private static URI page(String address) {
        URI page = URI.create(address);
        if (!"https".equalsIgnoreCase(page.getScheme()) && !"http".equalsIgnoreCase(page.getScheme())) {
            throw new IllegalArgumentException("not a page");
        }
        return page;
    }

    /// Says nothing of its codes, whoever prints it.
    private record Asked(RegisterClientResponse client, StartDeviceAuthorizationResponse started, DeviceCode code) {

        @Override
        public String toString() {
            return "a code until " + code.until();
        }

        boolean isOver(Instant now) {
            return !now.isBefore(code.until());
        }

        Duration interval() {
            return Optional.ofNullable(started.interval()).filter(seconds -> seconds > 0)
                    .map(Duration::ofSeconds).orElse(STANDARD);
        }
    }

    private Outcome await(SsoOidcClient client, Door.Sso door, Attempt attempt, Asked asked) {
        Duration interval = asked.interval();
        boolean lost = false;
        while (attempt.rest(interval)) {
            if (asked.isOver(clock.instant())) {
                return tooLate(lost);
            }
            try {
                CreateTokenResponse token = client.createToken(request -> request.grantType(GRANT)
                        .clientId(asked.client().clientId()).clientSecret(asked.client().clientSecret())
                        .deviceCode(asked.started().deviceCode()));
                return attempt.isGivenUp() ? new Outcome.GivenUp() : keep(door, asked.client(), token);
            } catch (SdkException notYet) {
                Answer answer = SignInFailures.answer(notYet);
                switch (answer) {
                    case PENDING, LOST -> lost = tell(attempt, asked.code(), lost, answer == Answer.LOST);
                    case SLOW_DOWN -> {
                        lost = tell(attempt, asked.code(), lost, false);
                        interval = interval.plus(SLOWER);
                    }
                    case EXPIRED -> {
                        return tooLate(lost);
                    }
                    case DENIED -> {
                        return new Outcome.Refused(Phrase.of("signIn.denied"));
                    }
                    case OTHER -> throw notYet;
                }
            }
        }
        return new Outcome.GivenUp();
    }

    /// @param lost whether the service did not answer when it was asked last: the person may have confirmed the code
    private static Outcome tooLate(boolean lost) {
        return new Outcome.Refused(Phrase.of(lost ? "signIn.lost" : "signIn.tooLate"));
    }

    /// Tells the person when the service ceases to answer, and when it answers again while the code is still good.
    ///
    /// @return whether it does not answer now
    private static boolean tell(Attempt attempt, DeviceCode code, boolean before, boolean now) {
        if (now && !before) {
            attempt.lost(code);
        } else if (before && !now) {
            attempt.confirm(code);
        }
        return now;
    }

    private Outcome keep(Door.Sso door, RegisterClientResponse client, CreateTokenResponse token) {
        try {
            whole(token.accessToken(), token.expiresIn(), client.clientSecretExpiresAt());
            return new Outcome.SignedIn(Optional.of(tokens.write(door, client, token, clock.instant())));
        } catch (IOException unwritten) {
            return new Outcome.Refused(Phrase.of("signIn.unwritten", tokens.folder().toString()));
        }
    }

    private static String host(Door.Sso door) {
        return SignInFailures.host("oidc", door.region());
    }

    private SsoOidcClient client(Door.Sso door) {
        var counter = new CallCounter(meter, door.region(), "SSO OIDC", () -> "unknown", settings);
        var client = SsoOidcClient.builder().region(Region.of(door.region().code()))
                .credentialsProvider(AnonymousCredentialsProvider.create()).httpClient(http)
                .overrideConfiguration(configuration -> configuration.retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallTimeout(settings.timeouts().call()).scheduledExecutorService(Background.timer())
                        .addExecutionInterceptor(counter).addExecutionInterceptor(new AnswerGuard()));
        settings.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }
}
