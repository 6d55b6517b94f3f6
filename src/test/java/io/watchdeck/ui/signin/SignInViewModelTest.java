package io.watchdeck.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.DeviceCode;
import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Outcome;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.words.Words;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {

    private static final Instant NOW = Instant.parse("2026-09-22T04:00:00Z");
    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("careful", "arn:aws:iam::1:mfa/sora");
    private static final DeviceCode CODE = new DeviceCode("BHDF-XQJL", URI.create("https://device.example/"),
            URI.create("https://device.example/?user_code=BHDF-XQJL"), NOW.plusSeconds(600));
    private static final Words ENGLISH = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private final FakeSignIn service = new FakeSignIn(NOW,
            new Profile("work", Profile.Kind.SSO, Optional.empty(), Optional.of(COMPANY), Optional.empty()));
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private final SignInDesk desk = new SignInDesk(service, service, waiting::add, () -> {});
    private final List<URI> opened = new ArrayList<>();

    private SignInViewModel at(Door door) {
        desk.look();
        work();
        var model = new SignInViewModel(desk, door, ENGLISH, opened::add);
        desk.subscribe(model::show);
        model.begin();
        return model;
    }

    private void work() {
        while (!waiting.isEmpty()) {
            waiting.poll().run();
        }
    }

    @Test
    void asksForACodeAndOpensThePageOnceWhenItIsThere() {
        SignInViewModel model = at(COMPANY);
        assertThat(model.lockedProperty().get()).isPresent();
        assertThat(model.waitingProperty().get()).isTrue();
        assertThat(opened).isEmpty();
        service.outcome = attempt -> {
            attempt.confirm(CODE);
            assertThat(model.saidProperty().get()).contains("04:10");
            assertThat(model.deviceProperty().get()).hasValue(CODE);
            assertThat(model.lockedProperty().get()).isEmpty();
            assertThat(model.actionProperty().get()).isEqualTo("Open the page again");
            model.show(desk.state());
            assertThat(opened).containsExactly(CODE.whole());
            model.act();
            assertThat(opened).hasSize(2);
            assertThat(model.doneProperty().get()).isFalse();
            return new Outcome.SignedIn(Optional.empty());
        };

        work();

        assertThat(model.doneProperty().get()).isTrue();
    }

    @Test
    void whereNobodyAnswersItIsSaidAndAnotherCodeCanBeHad() {
        SignInViewModel model = at(COMPANY);
        service.outcome = attempt -> {
            attempt.confirm(CODE);
            attempt.lost(CODE);
            assertThat(model.troubleProperty().get()).startsWith("AWS does not answer.");
            assertThat(model.lostProperty().get()).isTrue();
            assertThat(model.deviceProperty().get()).as("may be confirmed all the same").hasValue(CODE);
            attempt.confirm(CODE);
            assertThat(model.troubleProperty().get()).isEmpty();
            assertThat(model.lostProperty().get()).isFalse();
            assertThat(opened).as("the page is there already").containsExactly(CODE.whole());
            attempt.lost(CODE);
            model.beginAgain();
            assertThat(attempt.isGivenUp()).isTrue();
            assertThat(model.lostProperty().get()).isFalse();
            service.outcome = again -> {
                again.confirm(CODE);
                return new Outcome.SignedIn(Optional.empty());
            };
            return new Outcome.GivenUp();
        };

        work();

        assertThat(opened).as("once for each").containsExactly(CODE.whole(), CODE.whole());
        assertThat(model.doneProperty().get()).isTrue();
    }

    @Test
    void aRefusalIsSaidAndCanBeTriedAgain() {
        service.outcome = _ -> new Outcome.Refused(Phrase.of("signIn.denied"));
        SignInViewModel model = at(COMPANY);
        work();

        assertThat(model.troubleProperty().get()).isEqualTo("The sign-in was refused in the browser");
        assertThat(model.actionProperty().get()).isEqualTo("Try again");
        assertThat(model.lockedProperty().get()).isEmpty();
        model.act();
        assertThat(model.troubleProperty().get()).isEmpty();
        work();
        assertThat(service.asked).containsExactly("device company", "device company");
    }

    @Test
    void theCommandLineIsOfferedWhereItIsThere() {
        service.command = true;
        SignInViewModel model = at(COMPANY);
        assertThat(model.commandProperty().get()).isTrue();
        waiting.clear();

        model.useCommand();

        assertThat(model.commandProperty().get()).isFalse();
        assertThat(model.saidProperty().get()).startsWith("aws sso login is running");
        assertThat(model.elsewhereProperty().get()).isTrue();
        assertThat(model.lockedProperty().get()).as("nothing ends it by the way")
                .hasValue("Waiting for aws sso login");
        model.act();
        service.outcome = _ -> new Outcome.Refused(Phrase.of("signIn.noCommand"));
        work();
        assertThat(service.asked).containsExactly("command work");
        assertThat(model.elsewhereProperty().get()).isFalse();
        assertThat(model.lockedProperty().get()).isEmpty();
    }

    @Test
    void aCodeCanBeHadInPlaceOfTheCommandLine() {
        service.command = true;
        SignInViewModel model = at(COMPANY);
        waiting.clear();
        model.useCommand();
        waiting.clear();

        model.beginAgain();

        assertThat(model.elsewhereProperty().get()).isFalse();
        work();
        assertThat(service.asked).containsExactly("device company");
    }

    @Test
    void sixDigitsAreNeededAndAWrongCodeIsTakenOutOfTheField() {
        SignInViewModel model = at(CAREFUL);
        assertThat(model.isCode()).isTrue();
        assertThat(model.lockedProperty().get()).hasValue("6 digits are needed");
        model.typedProperty().set("12345");
        model.act();
        assertThat(waiting).isEmpty();

        service.outcome = _ -> new Outcome.Refused(Phrase.of("signIn.code.wrong"));
        model.typedProperty().set("123456");
        assertThat(model.lockedProperty().get()).isEmpty();
        model.act();
        assertThat(model.lockedProperty().get()).isPresent();
        work();

        assertThat(model.typedProperty().get()).isEmpty();
        assertThat(model.troubleProperty().get()).startsWith("AWS did not take the code");
    }

    @Test
    void whoLeavesGivesUp() {
        SignInViewModel model = at(COMPANY);
        service.outcome = attempt -> {
            model.leave();
            assertThat(attempt.isGivenUp()).isTrue();
            return new Outcome.GivenUp();
        };
        work();

        assertThat(desk.state().progress()).isEmpty();
    }

    @Test
    void whatWasDoneBeforeEndsNoOtherTry() {
        at(CAREFUL).typedProperty().set("123456");
        desk.code(CAREFUL, "123456");
        work();

        assertThat(at(CAREFUL).doneProperty().get()).isFalse();
    }

    @Test
    void saysWhereItSignsInTo() {
        SignInViewModel model = at(COMPANY);

        assertThat(model.title()).isEqualTo("Sign in to company");
        assertThat(model.place()).isEqualTo("https://company.example/start · ap-northeast-2 · profile work");
        assertThat(at(CAREFUL).place()).isEqualTo("MFA device arn:aws:iam::1:mfa/sora");
    }
}
