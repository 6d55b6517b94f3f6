package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.identity.Profile;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatedSignInTest {

    @Test
    void aPictureOfASandboxShowsItsOwnProfilesWhateverThisComputerHas() {
        var desk = SimulatedSignIn.of(choice(StackChoice.Origin.SANDBOX), Clock.systemUTC()).orElseThrow();
        desk.look();

        assertThat(desk.state().read()).isTrue();
        assertThat(desk.state().profiles()).extracting(Profile::name).containsExactly("default");
        assertThat(desk.state().profiles()).allMatch(profile -> profile.kind() == Profile.Kind.STATIC
                && profile.doors().findAny().isEmpty());
    }

    @Test
    void whatIsNotSimulatedIsLeftToItsConnection() {
        assertThat(SimulatedSignIn.of(choice(StackChoice.Origin.SHIPPED), Clock.systemUTC())).isEmpty();
    }

    private static StackChoice choice(StackChoice.Origin origin) {
        return new StackChoice(Wiring.shippedStacks().all(), List.of(), Optional.empty(), origin);
    }
}
