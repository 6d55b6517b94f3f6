package io.watchdeck;

import io.watchdeck.refresh.Poller;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;

/// Has the whole heap collected now and then while nobody uses the window, so that memory which a start and many reads used
/// goes back to the system. The collector does it by itself only when the heap has grown as far as it may, which a console
/// that lives on little comes to after hours; and it stops the window for a tenth of a second, which nobody shall notice.
final class RestingHeap {

    /// After a start, which is given a heap that it need not collect, nobody does anything for so long.
    static final Duration SETTLED = Duration.ofSeconds(15);
    static final Duration QUIET = Duration.ofMinutes(1);
    static final Duration EVERY = Duration.ofMinutes(3);
    private static final Duration LOOKED_AT = Duration.ofSeconds(20);

    private final Clock clock;
    private final Runnable collect;
    private final AtomicReference<Instant> used;
    private Duration quiet = SETTLED;
    private Instant next;

    /// @param collect takes as long as it takes
    RestingHeap(Clock clock, Runnable collect) {
        this.clock = clock;
        this.collect = collect;
        used = new AtomicReference<>(clock.instant());
        next = clock.instant();
    }

    /// @param stage any key, and any move of the pointer over it, is use
    /// @return looks again and again until it is closed
    static Poller follow(Stage stage, Clock clock, Consumer<Throwable> onMistake) {
        var heap = new RestingHeap(clock, System::gc);
        stage.addEventFilter(InputEvent.ANY, _ -> heap.use());
        return new Poller("resting heap", heap::look, () -> LOOKED_AT, onMistake).start();
    }

    /// Somebody does something.
    void use() {
        used.set(clock.instant());
    }

    /// Collects where that is due and disturbs nobody. One thread at a time.
    void look() {
        Instant now = clock.instant();
        if (now.isBefore(next) || now.isBefore(used.get().plus(quiet))) {
            return;
        }
        collect.run();
        quiet = QUIET;
        next = now.plus(EVERY);
    }
}
