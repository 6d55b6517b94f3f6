package io.watchdeck.aws;

import io.watchdeck.identity.Attempt;
import io.watchdeck.identity.DeviceCode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;

/// A person for whom waiting takes no time, and who gives up when told to.
final class FakeAttempt implements Attempt {

    final List<DeviceCode> codes = new CopyOnWriteArrayList<>();
    final List<DeviceCode> lost = new CopyOnWriteArrayList<>();
    final List<Duration> waits = new CopyOnWriteArrayList<>();
    private final IntPredicate stays;
    private volatile boolean givenUp;

    FakeAttempt() {
        this(_ -> true);
    }

    /// @param stays told how often was waited; whether the person still wants it
    FakeAttempt(IntPredicate stays) {
        this.stays = stays;
    }

    @Override
    public void confirm(DeviceCode code) {
        codes.add(code);
    }

    @Override
    public void lost(DeviceCode code) {
        lost.add(code);
    }

    @Override
    public boolean rest(Duration time) {
        waits.add(time);
        givenUp |= !stays.test(waits.size());
        return !givenUp;
    }

    void giveUp() {
        givenUp = true;
    }

    @Override
    public boolean isGivenUp() {
        return givenUp;
    }
}
