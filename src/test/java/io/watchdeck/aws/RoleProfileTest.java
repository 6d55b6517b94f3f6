package io.watchdeck.aws;

import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.SignIn;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import io.watchdeck.stack.Access;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Roles of profiles, with and without a code, and profiles whose keys a program prints.
@ExtendWith(TestKeys.class)
class RoleProfileTest {

    private static final String ROLE = "arn:aws:iam::222222222222:role/Ops";
    private static final String DEVICE = "arn:aws:iam::111111111111:mfa/sora";
    private static final Door.Mfa CAREFUL = new Door.Mfa("careful", DEVICE);
    private static final Instant LATER = AwsRig.NOW.plusSeconds(3600);

    private final LoopbackAws aws = new LoopbackAws();
    private final List<ApiCall> metered = new CopyOnWriteArrayList<>();
    private final MutableClock clock = new MutableClock(AwsRig.NOW);
    private final AwsConnector connector = new AwsConnector(metered::add, clock,
            AwsSettings.standard().withEndpoint(aws.endpoint()), new Limiter(() -> 0, _ -> {}), Backoff.polite());
    private Optional<SharedConfig> config = Optional.empty();

    @BeforeEach
    void configure(@TempDir Path folder) throws Exception {
        Path program = Files.writeString(folder.resolve("keys.sh"),
                """
                        #!/bin/sh
                        echo '{"Version": 1, "AccessKeyId": "ASIAPROGRAMPROGRAM00", "SecretAccessKey": "s", "SessionToken": "t"}'
                        """);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        config = Optional.of(new SharedConfig(folder, """
                [profile keys]
                aws_access_key_id = AKIAIOSFODNN7EXAMPLE
                aws_secret_access_key = s
                region = eu-west-1
                [profile program]
                credential_process = %s
                [profile plain]
                role_arn = %s
                source_profile = keys
                role_session_name = desk-of-sora
                external_id = outside
                duration_seconds = 7200
                [profile careful]
                role_arn = %s
                source_profile = keys
                mfa_serial = %s
                duration_seconds = 900
                [profile beyond]
                role_arn = arn:aws:iam::333333333333:role/Ops
                source_profile = careful
                [profile own]
                role_arn = %s
                source_profile = own
                aws_access_key_id = AKIAOWNOWNOWNOWNOWN0
                aws_secret_access_key = s
                [profile circle]
                role_arn = %s
                source_profile = circle-2
                [profile circle-2]
                role_arn = %s
                source_profile = circle
                [profile nowhere]
                role_arn = %s
                credential_source = Moon
                [profile typo]
                role_arn = %s
                source_profile = keys
                mfa_serial = %s
                region = no region!
                """.formatted(program, ROLE, ROLE, DEVICE, ROLE, ROLE, ROLE, ROLE, ROLE, DEVICE)));
        aws.on("GetCallerIdentity", LoopbackAws.xml("GetCallerIdentity", Wire.xml("UserId", "u", "Account",
                "222222222222", "Arn", "arn:aws:sts::222222222222:assumed-role/Ops/sora")));
        aws.serve("AssumeRole", request -> assumed(request.parameter("TokenCode").isEmpty() ? "ASIAPLAINPLAINPLAIN0"
                : "ASIACODECODECODECODE"));
    }

    @AfterEach
    void close() {
        config.ifPresent(SharedConfig::close);
        connector.close();
        aws.close();
    }

    private static LoopbackAws.Answer assumed(String key) {
        return LoopbackAws.xml("AssumeRole", "<Credentials>" + Wire.xml("AccessKeyId", key, "SecretAccessKey", "s",
                "SessionToken", "t", "Expiration", LATER.toString()) + "</Credentials>");
    }

    private io.watchdeck.model.Reading<io.watchdeck.identity.Identity> ask(String profile) {
        return connector.connect(new Access(Optional.of(profile), Optional.empty(), AwsRig.SEOUL, Optional.empty()))
                .identity().identity();
    }

    private SignIn signIn() {
        return connector.signIn();
    }

    private Request assume() {
        return aws.requests("AssumeRole").getLast();
    }

    @Test
    void aProgramThatPrintsKeysIsRun() {
        assertThat(value(ask("program")).account()).isEqualTo("222222222222");
        assertThat(aws.requests()).singleElement()
                .satisfies(request -> assertThat(request.authorization()).contains("ASIAPROGRAMPROGRAM00"));
    }

    @Test
    void aRoleIsAssumedAsItsProfileSays() {
        assertThat(value(ask("plain")).account()).isEqualTo("222222222222");

        assertThat(assume().parameter("RoleArn")).isEqualTo(ROLE);
        assertThat(assume().parameter("RoleSessionName")).isEqualTo("desk-of-sora");
        assertThat(assume().parameter("ExternalId")).isEqualTo("outside");
        assertThat(assume().parameter("DurationSeconds")).isEqualTo("7200");
        assertThat(assume().authorization()).contains("AKIAIOSFODNN7EXAMPLE").contains("/eu-west-1/");
        assertThat(metered).extracting(ApiCall::operation).containsExactly("AssumeRole", "GetCallerIdentity");
    }

    @Test
    void aProfileMayBeItsOwnSource() {
        value(ask("own"));

        assertThat(assume().authorization()).contains("AKIAOWNOWNOWNOWNOWN0");
        assertThat(assume().parameter("RoleSessionName")).isEqualTo("watchdeck");
        assertThat(assume().parameter("DurationSeconds")).isEmpty();
    }

    @Test
    void whatLeadsNowhereIsToldAndNothingIsAsked() {
        assertThat(failure(ask("circle")).kind()).isEqualTo(Kind.EXPIRED);
        assertThat(failure(ask("nowhere")).kind()).isEqualTo(Kind.EXPIRED);
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void aRoleThatWantsACodeAsksForItAndNeverAws() {
        for (String profile : List.of("careful", "beyond")) {
            Failure failure = failure(ask(profile));

            assertThat(failure.kind()).isEqualTo(Kind.EXPIRED);
            assertThat(failure.sentence()).isEqualTo(Phrase.of("failure.aws.mfa", profile));
        }
        assertThat(aws.requests()).isEmpty();
        assertThat(signIn().until(CAREFUL)).isEmpty();
    }

    @Test
    void aCodeOpensTheRoleAndWhatIsBehindItUntilItEnds() {
        assertThat(signIn().code(CAREFUL, "123456", new FakeAttempt()))
                .isEqualTo(new Outcome.SignedIn(Optional.of(LATER)));

        assertThat(assume().parameter("SerialNumber")).isEqualTo(DEVICE);
        assertThat(assume().parameter("TokenCode")).isEqualTo("123456");
        assertThat(assume().parameter("DurationSeconds")).isEqualTo("900");
        value(ask("careful"));
        assertThat(aws.requests("GetCallerIdentity").getLast().authorization()).contains("ASIACODECODECODECODE");
        value(ask("beyond"));
        assertThat(assume().authorization()).contains("ASIACODECODECODECODE");
        assertThat(signIn().until(CAREFUL)).hasValue(LATER);

        clock.set(LATER.minusSeconds(30));
        assertThat(failure(ask("careful")).sentence().key()).isEqualTo("failure.aws.mfa");
        assertThat(signIn().until(CAREFUL)).isEmpty();
    }

    @Test
    void aRoleThatIsCalledAfterTheDeviceIsRefusedLikeAnyOther() {
        aws.on("AssumeRole",
                LoopbackAws.xmlError(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized to "
                        + "perform: sts:AssumeRole on resource: arn:aws:iam::1:role/mfa-admin"));

        assertThat(((Outcome.Refused) signIn().code(CAREFUL, "123456", new FakeAttempt())).why().key())
                .isEqualTo("failure.denied");
    }

    @Test
    void aProfileWhoseRegionCannotBeOneIsToldAndNothingIsAsked() {
        assertThat(signIn().code(new Door.Mfa("typo", DEVICE), "123456", new FakeAttempt()))
                .isEqualTo(new Outcome.Refused(Phrase.of("signIn.region", "typo", "no region!")));
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void whoGivesUpMeanwhileOpensNothing() {
        var attempt = new FakeAttempt();
        attempt.giveUp();

        assertThat(signIn().code(CAREFUL, "123456", attempt)).isEqualTo(new Outcome.GivenUp());
        assertThat(signIn().until(CAREFUL)).isEmpty();
    }

    @Test
    void whoSignsOutHasToTypeACodeAgain() {
        signIn().code(CAREFUL, "123456", new FakeAttempt());
        signIn().forget(CAREFUL);

        assertThat(failure(ask("careful")).sentence().key()).isEqualTo("failure.aws.mfa");
    }

    @Test
    void aWrongCodeIsToldFromAMissingRight() {
        aws.on("AssumeRole", LoopbackAws.xmlError(403, "AccessDenied",
                "MultiFactorAuthentication failed with invalid MFA one time pass code. "),
                LoopbackAws.xmlError(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized to perform: "
                        + "sts:AssumeRole on resource: " + ROLE),
                LoopbackAws.xmlError(400, "ValidationError",
                        "The requested DurationSeconds exceeds the MaxSessionDuration set for this role."),
                LoopbackAws.broken());

        assertThat(List.of(0, 1, 2, 3)).extracting(_ -> signIn().code(CAREFUL, "000000", new FakeAttempt()))
                .extracting(one -> ((Outcome.Refused) one).why().key())
                .containsExactly("signIn.code.wrong", "failure.denied", "signIn.code.tooLong",
                        "failure.aws.noAnswer");
        assertThat(aws.requests("AssumeRole")).as("a code is good for one try").hasSize(4);
        assertThat(signIn().until(CAREFUL)).isEmpty();
    }
}
