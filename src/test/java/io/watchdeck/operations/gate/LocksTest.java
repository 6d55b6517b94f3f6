package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.MutableClock;
import io.watchdeck.operations.Moment;
import io.watchdeck.stack.Environment;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocksTest {

    private final MutableClock clock = new MutableClock(NOON);
    private final Locks locks = new Locks(false, clock);
    private final StackFile production = Moment.tiketi().file();
    private final StackFile other = Moment.of("glimpse-prod").file();

    @Test
    void aProductionStackIsLockedUntilAPersonUnlocksIt() {
        assertThat(locks.state(production)).isEqualTo(new LockState.Locked());
        assertThat(locks.state(production).isOpen()).isFalse();
        locks.unlock(production);

        assertThat(locks.state(production)).isEqualTo(new LockState.Unlocked(NOON.plusSeconds(900)));
        assertThat(locks.state(production).isOpen()).isTrue();
        assertThat(locks.state(other)).as("each for itself").isEqualTo(new LockState.Locked());
    }

    @Test
    void itLocksByItselfAfterAQuarterOfAnHour() {
        locks.unlock(production);
        clock.forward(Duration.ofMinutes(15).minusMillis(1));
        assertThat(locks.state(production).isOpen()).isTrue();
        clock.forward(Duration.ofMillis(1));

        assertThat(locks.state(production)).isEqualTo(new LockState.Locked());
    }

    @Test
    void unlockingAgainBeginsAnew() {
        locks.unlock(production);
        clock.forward(Duration.ofMinutes(10));
        locks.unlock(production);

        assertThat(locks.state(production)).isEqualTo(new LockState.Unlocked(NOON.plusSeconds(1500)));
    }

    @Test
    void aPersonMayLockItBefore() {
        locks.unlock(production);
        locks.unlock(other);
        locks.lock(production.id());

        assertThat(locks.state(production)).isEqualTo(new LockState.Locked());
        assertThat(locks.state(other).isOpen()).isTrue();
    }

    @Test
    void theNextStartFindsItLocked() {
        locks.unlock(production);

        assertThat(new Locks(false, clock).state(production)).isEqualTo(new LockState.Locked());
    }

    @ParameterizedTest
    @EnumSource(names = {"DEVELOPMENT", "TEST"})
    void otherStacksNeedNoUnlocking(Environment environment) {
        StackFile file = Moment.tiketi().in(environment).file();

        assertThat(locks.state(file)).isEqualTo(new LockState.Free());
        assertThat(locks.state(file).isOpen()).isTrue();
        locks.unlock(file);
        assertThat(locks.state(file)).isEqualTo(new LockState.Free());
    }

    @ParameterizedTest
    @EnumSource
    void readOnlyClosesEveryStackForGood(Environment environment) {
        var closed = new Locks(true, clock);
        StackFile file = Moment.tiketi().in(environment).file();
        closed.unlock(file);

        assertThat(closed.state(file)).isEqualTo(new LockState.ReadOnly(false));
        assertThat(closed.state(file).isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFileMayCloseItsStackForGood(Environment environment) {
        StackFile file = Moment.tiketi().in(environment).readOnly().file();
        locks.unlock(file);

        assertThat(locks.state(file)).isEqualTo(new LockState.ReadOnly(true));
        assertThat(new Locks(true, clock).state(file)).as("the command line closes more")
                .isEqualTo(new LockState.ReadOnly(false));
    }

    @Test
    void aFileThatBecomesReadOnlyClosesWhatIsUnlocked() {
        locks.unlock(production);

        assertThat(locks.state(Moment.tiketi().readOnly().file())).isEqualTo(new LockState.ReadOnly(true));
    }
}
