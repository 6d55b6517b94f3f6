package io.watchdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.watchdeck.identity.SignInState.Step;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInDeskTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:00:00Z");
    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("careful", "device");
    private static final DeviceCode CODE = new DeviceCode("BHDF-XQJL", URI.create("https://device.example/"),
            URI.create("https://device.example/?user_code=BHDF-XQJL"), NOW.plusSeconds(600));

    private final FakeSignIn service = new FakeSignIn(NOW,
            new Profile("careful", Profile.Kind.MFA_ROLE, Optional.empty(), Optional.of(COMPANY),
                    Optional.of(CAREFUL)),
            new Profile("work", Profile.Kind.SSO, Optional.empty(), Optional.of(COMPANY), Optional.empty()));
    /// Work that waits for its thread.
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final List<SignInState> told = new ArrayList<>();
    private int signedIn;
    private final SignInDesk desk = new SignInDesk(service, service, waiting::add, () -> signedIn++);

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void knowsProfilesAndWhoIsSignedInWhenItHasLooked() {
        service.until.put(COMPANY, NOW.plusSeconds(60));
        service.command = true;
        desk.subscribe(told::add);

        desk.look();
        assertThat(desk.state().profiles()).isEmpty();
        work();

        assertThat(desk.state().behind(COMPANY)).extracting(Profile::name).containsExactly("careful", "work");
        assertThat(desk.state().until()).containsOnlyKeys(COMPANY);
        assertThat(desk.state().command()).isTrue();
        assertThat(told).hasSize(1);
    }

    @Test
    void tellsEveryStepAndReadsEverythingAgainWhenItIsDone() {
        service.outcome = attempt -> {
            attempt.confirm(CODE);
            assertThat(attempt.rest(Duration.ofMillis(1))).isTrue();
            return new Outcome.SignedIn(Optional.of(NOW.plusSeconds(60)));
        };
        desk.subscribe(told::add);

        desk.device(COMPANY);
        work();

        assertThat(told.stream().flatMap(state -> state.step(COMPANY).stream()).distinct()).containsExactly(
                new Step.Asking(), new Step.Confirming(CODE), new Step.Done());
        assertThat(signedIn).isEqualTo(1);
        assertThat(desk.state().until()).containsKey(COMPANY);
    }

    @Test
    void aRefusalIsToldAndNothingIsReadForIt() {
        service.outcome = _ -> new Outcome.Refused(Phrase.of("signIn.denied"));

        desk.device(COMPANY);
        work();

        assertThat(desk.state().step(COMPANY)).hasValue(new Step.Refused(Phrase.of("signIn.denied")));
        assertThat(signedIn).isZero();
    }

    @Test
    void whatIsGivenUpWaitsNoLongerAndTellsNothingMore() {
        service.outcome = attempt -> {
            desk.giveUp();
            assertThat(attempt.rest(Duration.ofDays(1))).isFalse();
            assertThat(attempt.isGivenUp()).isTrue();
            attempt.confirm(CODE);
            return new Outcome.GivenUp();
        };
        desk.device(COMPANY);
        work();

        assertThat(desk.state().progress()).isEmpty();
        assertThat(signedIn).isZero();
    }

    @Test
    void theSecondWayTakesThePlaceOfTheFirst() {
        desk.look();
        work();
        service.outcome = attempt -> {
            if (service.asked.size() == 1) {
                desk.command(COMPANY);
                assertThat(attempt.isGivenUp()).isTrue();
                return new Outcome.GivenUp();
            }
            return new Outcome.SignedIn(Optional.empty());
        };

        desk.device(COMPANY);
        work();

        assertThat(service.asked).containsExactly("device company", "command work");
        assertThat(desk.state().step(COMPANY)).hasValue(new Step.Done());
    }

    @Test
    void closedInTheMiddleNothingIsToldAndNothingBegins() {
        service.outcome = attempt -> {
            desk.close();
            assertThat(attempt.rest(Duration.ofDays(1))).isFalse();
            return new Outcome.GivenUp();
        };
        desk.subscribe(told::add);
        desk.device(COMPANY);
        work();
        int before = told.size();

        desk.device(COMPANY);
        work();

        assertThat(told).hasSize(before);
        assertThat(service.asked).hasSize(1);
        assertThat(signedIn).isZero();
    }

    @Test
    void aCodeIsHandedOnAndNotKept() {
        desk.subscribe(told::add);
        desk.code(CAREFUL, "123456");
        work();

        assertThat(service.asked).containsExactly("code careful 123456");
        assertThat(told.toString()).doesNotContain("123456");
        assertThat(desk.state().step(CAREFUL)).hasValue(new Step.Done());
    }

    @Test
    void whoSignsOutIsSignedOutAtOnce() {
        desk.code(CAREFUL, "123456");
        work();

        desk.forget(CAREFUL);
        work();

        assertThat(desk.state().until()).doesNotContainKey(CAREFUL);
        assertThat(signedIn).isEqualTo(2);
    }

    @Test
    void aCodeThatOpensSomethingAfterGivingUpOpensNothing() {
        service.outcome = _ -> {
            desk.giveUp();
            return new Outcome.SignedIn(Optional.empty());
        };
        desk.code(CAREFUL, "123456");
        work();

        assertThat(service.until).isEmpty();
        assertThat(signedIn).isZero();
    }

    @Test
    void aMistakeOfTheProgramLeavesNobodyWaiting() {
        service.outcome = _ -> {
            throw new IllegalStateException("a mistake");
        };
        desk.device(COMPANY);

        assertThatIllegalStateException().isThrownBy(this::work);
        assertThat(desk.state().step(COMPANY)).hasValue(new Step.Refused(Phrase.of("signIn.mistake")));
    }
}
