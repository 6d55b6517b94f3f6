package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.SignIn;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Backoff;
import io.watchdeck.refresh.Limiter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The device flow against a service that is in no hurry, refuses, or is not there.
@ExtendWith(TestKeys.class)
class DeviceFlowTest {

    private static final Door.Sso SESSION = new Door.Sso(Optional.of("my-sso"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of("sso:account:access"));
    private static final Door.Sso OLD = new Door.Sso(Optional.empty(), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());

    @TempDir
    Path home;

    private final LoopbackAws aws = new LoopbackAws();
    private final List<ApiCall> metered = new CopyOnWriteArrayList<>();
    private final MutableClock now = new MutableClock(AwsRig.NOW);
    private final AwsConnector connector = new AwsConnector(metered::add, now,
            AwsSettings.standard().withEndpoint(aws.endpoint()), new Limiter(() -> 0, _ -> {}), Backoff.polite());

    @AfterEach
    void close() {
        connector.close();
        aws.close();
    }

    private Path folder() {
        return home.resolve("sso").resolve("cache");
    }

    private SignIn signIn() {
        return connector.signIn(new SsoTokens(folder()), new AwsCommand(""));
    }

    private List<Path> kept() throws IOException {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    @Test
    void keepsTheTokenWhereAndAsTheCommandLineDoes() throws Exception {
        FakeSignInService.on(aws, FakeSignInService.pending(), FakeSignInService.token());
        var person = new FakeAttempt();

        Outcome outcome = signIn().device(SESSION, person);

        assertThat(outcome)
                .isEqualTo(new Outcome.SignedIn(Optional.of(AwsRig.NOW.plusSeconds(FakeSignInService.TOKEN_HOLDS))));
        assertThat(person.codes).singleElement().satisfies(code -> {
            assertThat(code.code()).isEqualTo(FakeSignInService.USER_CODE);
            assertThat(code.whole()).hasQuery("user_code=BHDF-XQJL");
            assertThat(code.until()).isEqualTo(AwsRig.NOW.plusSeconds(600));
        });
        // printf my-sso | sha1sum
        assertThat(kept()).singleElement().satisfies(file -> assertThat(file)
                .hasFileName("0ad374308c5a4e22f723adf10145eafad7c4031c.json"));
        JsonNode token = Wire.parse(Files.readString(kept().getFirst()));
        assertThat(token.properties().stream().map(one -> one.getKey())).containsExactlyInAnyOrder("startUrl", "region",
                "accessToken", "expiresAt", "clientId", "clientSecret", "registrationExpiresAt", "refreshToken");
        assertThat(token.path("expiresAt").asText()).isEqualTo("2036-09-19T04:00:00Z");
        assertThat(token.path("registrationExpiresAt").asText()).isEqualTo("2099-01-01T00:00:00Z");
        assertThat(token.path("startUrl").asText()).isEqualTo(SESSION.startUrl());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept().getFirst())))
                .isEqualTo("rw-------");
        assertThat(signIn().until(SESSION)).hasValue(Instant.parse("2099-01-01T00:00:00Z"));
        assertThat(metered).extracting(ApiCall::operation)
                .containsExactly("RegisterClient", "StartDeviceAuthorization", "CreateToken", "CreateToken");
    }

    @Test
    void withoutASessionTheStartPageNamesTheFileAndNothingRenewsIt() throws Exception {
        FakeSignInService.on(aws, FakeSignInService.bareToken());

        signIn().device(OLD, new FakeAttempt());

        // printf https://company.example/start | sha1sum
        assertThat(kept()).singleElement().satisfies(file -> assertThat(file)
                .hasFileName("6de5429f0b053f08cede2b3ac6756f2de80f894e.json"));
        assertThat(Wire.parse(Files.readString(kept().getFirst())).has("refreshToken")).isFalse();
        assertThat(aws.requests("RegisterClient").getFirst().body()).doesNotContain("scopes");
        assertThat(signIn().until(OLD)).hasValue(AwsRig.NOW.plusSeconds(FakeSignInService.TOKEN_HOLDS));
        now.set(AwsRig.NOW.plusSeconds(FakeSignInService.TOKEN_HOLDS + 1L));
        assertThat(signIn().until(OLD)).isEmpty();
    }

    @Test
    void asksAtThePaceThatAwsGivesAndSlowerWhenToldTo() {
        FakeSignInService.on(aws, FakeSignInService.pending(), FakeSignInService.slowDown(),
                FakeSignInService.pending(), FakeSignInService.slowDown(), FakeSignInService.token());
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isInstanceOf(Outcome.SignedIn.class);

        assertThat(person.waits).extracting(Duration::toSeconds).containsExactly(1L, 1L, 6L, 6L, 11L);
    }

    @ParameterizedTest
    @CsvSource({"ExpiredTokenException,signIn.tooLate", "AccessDeniedException,signIn.denied"})
    void whatEndsACodeIsToldAndNothingIsKept(String error, String key) throws Exception {
        FakeSignInService.on(aws, FakeSignInService.pending(), LoopbackAws.restError(400, error, "no"));

        assertThat(signIn().device(SESSION, new FakeAttempt())).isEqualTo(new Outcome.Refused(Phrase.of(key)));

        assertThat(aws.requests("CreateToken")).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ExpiredTokenException,signIn.lost", "AccessDeniedException,signIn.denied"})
    void aCodeThatHasEndedMeanwhileIsNotShownAsGoodOnceMore(String error, String key) {
        FakeSignInService.on(aws, FakeSignInService.pending(), LoopbackAws.broken(),
                LoopbackAws.restError(400, error, "no"));
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isEqualTo(new Outcome.Refused(Phrase.of(key)));
        assertThat(person.lost).hasSize(1);
        assertThat(person.codes).as("shown at the beginning").hasSize(1);
    }

    @Test
    void whoIsAskedTooOftenIsThereAgain() {
        FakeSignInService.on(aws, LoopbackAws.broken(), FakeSignInService.slowDown(), FakeSignInService.token());
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(person.lost).hasSize(1);
        assertThat(person.codes).hasSize(2);
        assertThat(person.waits).extracting(Duration::toSeconds).containsExactly(1L, 1L, 6L);
    }

    @Test
    void aNetworkThatIsLostInTheMiddleIsToldAndWaitedFor() {
        FakeSignInService.on(aws, FakeSignInService.pending(), LoopbackAws.broken(),
                LoopbackAws.restError(500, "InternalServerException", "sorry"), FakeSignInService.pending(),
                FakeSignInService.token());
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isInstanceOf(Outcome.SignedIn.class);
        assertThat(person.waits).hasSize(5);
        assertThat(person.lost).as("told once").hasSize(1);
        assertThat(person.codes).as("and when it is there again").hasSize(2).containsOnly(person.lost.getFirst());
    }

    @Test
    void aNetworkThatStaysAwayEndsWithTheCode() throws Exception {
        FakeSignInService.on(aws, LoopbackAws.broken());
        var person = new FakeAttempt(waits -> {
            now.set(AwsRig.NOW.plusSeconds(waits * 100L));
            return true;
        });

        assertThat(signIn().device(SESSION, person)).isEqualTo(new Outcome.Refused(Phrase.of("signIn.lost")));
        assertThat(person.lost).hasSize(1);
        assertThat(person.waits).hasSize(6);
        assertThat(kept()).isEmpty();
    }

    @Test
    void noNetworkAtAllIsToldAtOnce() {
        aws.on("RegisterClient", LoopbackAws.broken());
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isInstanceOfSatisfying(Outcome.Refused.class,
                refused -> assertThat(refused.why().key()).isEqualTo("failure.aws.noAnswer"));
        assertThat(person.codes).isEmpty();
        assertThat(person.waits).isEmpty();
    }

    @Test
    void aWrongStartPageIsNamedByAwssWord() {
        FakeSignInService.on(aws, FakeSignInService.token());
        aws.on("StartDeviceAuthorization", LoopbackAws.restError(400, "InvalidRequestException", "bad start url"));

        assertThat(signIn().device(SESSION, new FakeAttempt()))
                .isEqualTo(new Outcome.Refused(Phrase.of("signIn.refused", "InvalidRequestException")));
    }

    @Test
    void givenUpWhileWaitingNothingMoreIsAsked() throws Exception {
        FakeSignInService.on(aws, FakeSignInService.pending());
        var person = new FakeAttempt(waits -> waits < 3);

        assertThat(signIn().device(SESSION, person)).isEqualTo(new Outcome.GivenUp());
        assertThat(aws.requests("CreateToken")).hasSize(2);
        assertThat(kept()).isEmpty();
    }

    @Test
    void aTokenThatComesAfterGivingUpIsNotKept() throws Exception {
        var person = new FakeAttempt();
        FakeSignInService.on(aws, FakeSignInService.pending());
        aws.serve("CreateToken", _ -> {
            person.giveUp();
            return FakeSignInService.token();
        });

        assertThat(signIn().device(SESSION, person)).isEqualTo(new Outcome.GivenUp());
        assertThat(kept()).isEmpty();
    }

    @Test
    void aPageThatIsNoneOfTheWebIsNotOpened() {
        FakeSignInService.on(aws, FakeSignInService.token());
        aws.on("StartDeviceAuthorization", FakeSignInService.ok(Map.of("deviceCode", "d", "userCode", "u",
                "verificationUri", "file:///etc/passwd", "expiresIn", 600, "interval", 1)));
        var person = new FakeAttempt();

        assertThat(signIn().device(SESSION, person)).isInstanceOf(Outcome.Refused.class);
        assertThat(person.codes).isEmpty();
    }

    @Test
    void anAnswerThatIsNotWholeIsRefusedAndNothingIsKept() throws Exception {
        FakeSignInService.on(aws, FakeSignInService.ok(Map.of("tokenType", "Bearer")));

        assertThat(signIn().device(SESSION, new FakeAttempt())).isInstanceOf(Outcome.Refused.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void whereTheTokenCannotBeWrittenItIsSaid() throws Exception {
        FakeSignInService.on(aws, FakeSignInService.token());
        Files.writeString(home.resolve("sso"), "in the way");

        assertThat(signIn().device(SESSION, new FakeAttempt())).isEqualTo(
                new Outcome.Refused(Phrase.of("signIn.unwritten", folder().toString())));
    }
}
