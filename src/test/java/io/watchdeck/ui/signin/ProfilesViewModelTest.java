package io.watchdeck.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class ProfilesViewModelTest {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final Door.Mfa CAREFUL = new Door.Mfa("careful", "device");

    private static final Instant LATER = Snapshots.NOW.plusSeconds(3600);

    private final ProfilesViewModel model = new ProfilesViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE));

    private static SignInState state(Map<Door, java.time.Instant> until) {
        return new SignInState(List.of(
                new Profile("default", Profile.Kind.SSO, Optional.empty(), Optional.of(COMPANY), Optional.empty()),
                new Profile("careful", Profile.Kind.MFA_ROLE, Optional.empty(), Optional.of(COMPANY),
                        Optional.of(CAREFUL)),
                new Profile("keys", Profile.Kind.STATIC, Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty(), until, false, Optional.empty());
    }

    @Test
    void saysAsWhomAProfileIsKnownAndUntilWhen() {
        model.show(Snapshots.moment(), Snapshots.NOW);
        model.show(state(Map.of(COMPANY, Snapshots.NOW.plusSeconds(3600))));

        assertThat(model.nothingProperty().get()).isEmpty();
        ProfileRow first = model.rows().getFirst();
        assertThat(first.kind()).isEqualTo("SSO");
        assertThat(first.account()).isNotEmpty();
        assertThat(first.as()).contains("assumed-role/WatchdeckOperator");
        assertThat(first.until()).startsWith("signed in until").contains("14:42");
        assertThat(first.enter()).hasValue(COMPANY);
    }

    @Test
    void theSimulatedAccountIsThatOfNoProfile() {
        model.show(Snapshots.sandbox(), Snapshots.NOW);
        model.show(state(Map.of()));

        assertThat(model.rows()).isNotEmpty().extracting(ProfileRow::account).containsOnly("");
    }

    /// What a page listens to has to be there as long as the page is: a garbage collection in between ends nothing.
    @Test
    void whoeverListensIsToldOfProfilesThatAreReadLater() {
        var told = new AtomicInteger();
        model.rows().addListener((ListChangeListener<ProfileRow>) _ -> told.incrementAndGet());
        collectGarbage();

        model.show(state(Map.of()));

        assertThat(told).hasValue(1);
    }

    private static void collectGarbage() {
        var unheld = new WeakReference<>(new Object());
        while (unheld.get() != null) {
            System.gc();
        }
    }

    @Test
    void aRoleIsEnteredWhereItIsLockedFirst() {
        model.show(state(Map.of()));
        assertThat(model.rows().get(1).enter()).hasValue(COMPANY);
        assertThat(model.rows().get(1).until()).isEqualTo("signed out");
        assertThat(model.rows().get(1).forget()).isEmpty();

        model.show(state(Map.of(COMPANY, LATER)));
        assertThat(model.rows().get(1).enter()).hasValue(CAREFUL);

        model.show(state(Map.of(COMPANY, LATER, CAREFUL, LATER)));
        assertThat(model.rows().get(1).forget()).hasValue(CAREFUL);
    }

    @Test
    void whoseSessionHasEndedIsSignedOut() {
        model.show(state(Map.of(COMPANY, LATER, CAREFUL, LATER)));
        model.show(Snapshots.moment(), LATER);

        assertThat(model.rows().getFirst().until()).isEqualTo("signed out");
        assertThat(model.rows().get(1).enter()).hasValue(COMPANY);
        assertThat(model.rows().get(1).forget()).isEmpty();
    }

    @Test
    void aStackThatNamesNoProfileIsReadThroughTheOneOfAwsProfile() {
        model.show(Snapshots.moment(), Snapshots.NOW);
        SignInState known = state(Map.of());

        model.show(
                new SignInState(known.profiles(), Optional.empty(), Map.of(), false, Optional.empty(), "keys", true));

        assertThat(model.rows().getFirst().account()).as("of default").isEmpty();
        assertThat(model.rows().get(2).account()).as("of keys").isNotEmpty();
    }

    @Test
    void nobodySignsInWithKeys() {
        model.show(state(Map.of()));

        assertThat(model.rows().get(2).enter()).isEmpty();
        assertThat(model.rows().get(2).until()).isEmpty();
    }

    @Test
    void saysWhyThereIsNoProfile() {
        assertThat(model.nothingProperty().get()).isEqualTo("Reading the profiles of this computer…");
        model.show(SignInState.none());
        assertThat(model.nothingProperty().get()).isEqualTo("No profiles were found.");
        model.show(new SignInState(List.of(), Optional.of(Phrase.of("signIn.unreadable")), Map.of(), false,
                Optional.empty()));
        assertThat(model.nothingProperty().get()).startsWith("The AWS configuration cannot be read");
    }
}
