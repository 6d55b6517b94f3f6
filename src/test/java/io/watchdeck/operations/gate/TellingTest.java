package io.watchdeck.operations.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.model.StackId;
import io.watchdeck.operations.gate.OperationDesk.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TellingTest {

    private static final State OLD = new State(Map.of(), List.of(), List.of(), List.of());
    private static final State NEW =
            new State(Map.of(new StackId("tiketi-prod"), new LockState.Free()), List.of(), List.of(), List.of());

    private final AtomicReference<State> state = new AtomicReference<>(OLD);
    private final List<State> heard = new CopyOnWriteArrayList<>();

    /// One thread has read the state and is held before it tells, while another changes it.
    @Test
    void nobodyHearsAnOlderStateAfterANewerOne() throws InterruptedException {
        var read = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = new AtomicBoolean(true);
        var telling = new Telling(() -> {
            State now = state.get();
            if (first.getAndSet(false)) {
                read.countDown();
                await(goOn);
            }
            return now;
        });
        telling.subscribe(heard::add);
        Thread slow = Thread.startVirtualThread(telling::changed);
        read.await();
        state.set(NEW);
        telling.changed();
        goOn.countDown();
        slow.join();

        assertThat(heard).containsExactly(OLD, NEW);
    }

    @Test
    void aChangeThatAListenerMakesIsToldToAllAfterTheOneThatItHeard() {
        var telling = new Telling(state::get);
        var other = new ArrayList<State>();
        telling.subscribe(now -> {
            heard.add(now);
            if (now.equals(OLD)) {
                state.set(NEW);
                telling.changed();
            }
        });
        telling.subscribe(other::add);
        telling.changed();

        assertThat(heard).containsExactly(OLD, NEW);
        assertThat(other).containsExactly(OLD, NEW);
    }

    @Test
    void aListenersMistakeDoesNotSilenceTheNextChange() {
        var telling = new Telling(state::get);
        var wrong = telling.subscribe(_ -> {
            throw new IllegalStateException("a mistake");
        });
        telling.subscribe(heard::add);
        assertThatThrownBy(telling::changed).hasMessage("a mistake");
        wrong.close();
        telling.changed();

        assertThat(heard).containsExactly(OLD);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
