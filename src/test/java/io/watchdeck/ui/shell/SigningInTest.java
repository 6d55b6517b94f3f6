package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.FakeSignIn;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SigningInTest {

    private static final Door.Sso COMPANY = new Door.Sso(Optional.of("company"), "https://company.example/start",
            new Region("ap-northeast-2"), List.of());
    private static final StackId SHOP = new StackId("shop");

    private final FakeSignIn way = new FakeSignIn(Snapshots.NOW, new Profile("work", Profile.Kind.SSO,
            Optional.empty(), Optional.of(COMPANY), Optional.empty()));

    @Test
    void aStackThatBeginsToWaitHasItReadAnewWhoIsSignedIn() {
        var signing = new SigningIn(Runnable::run);
        way.until.put(COMPANY, Snapshots.NOW.plusSeconds(60));
        signing.begin(new SignInDesk(way, way, Runnable::run, () -> {}), _ -> {});
        assertThat(signing.stateProperty().get().until()).containsKey(COMPANY);

        way.until.clear();
        signing.wanted(Set.of());
        assertThat(signing.stateProperty().get().until()).as("nobody waits").containsKey(COMPANY);
        signing.wanted(Set.of(SHOP));
        assertThat(signing.stateProperty().get().until()).isEmpty();

        way.until.put(COMPANY, Snapshots.NOW.plusSeconds(60));
        signing.wanted(Set.of(SHOP));
        assertThat(signing.stateProperty().get().until()).as("told already").isEmpty();
        signing.wanted(Set.of());
        signing.wanted(Set.of(SHOP));
        assertThat(signing.stateProperty().get().until()).as("and again the next time").containsKey(COMPANY);
    }
}
