package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class CoalescerTest {

    private final List<Throwable> mistakes = new ArrayList<>();

    @Test
    void runsOnceForEachChangeThatComesAlone() {
        var runs = new AtomicInteger();
        var coalescer = new Coalescer(runs::incrementAndGet, mistakes::add);

        coalescer.changed();
        coalescer.changed();

        assertThat(runs).hasValue(2);
    }

    @Test
    void manyChangesDuringARunLeadToOneMore() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        var runs = new AtomicInteger();
        var coalescer = new Coalescer(() -> {
            if (runs.incrementAndGet() == 1) {
                begun.countDown();
                await(go);
            }
        }, mistakes::add);
        Thread first = Thread.ofVirtual().start(coalescer::changed);
        begun.await();

        IntStream.range(0, 10).forEach(_ -> coalescer.changed());
        assertThat(runs).as("those who come meanwhile do not wait").hasValue(1);
        go.countDown();
        first.join();

        assertThat(runs).hasValue(2);
    }

    @Test
    void neverRunsTwiceAtATimeAndTheLastChangeIsAlwaysSeen() {
        var state = new AtomicInteger();
        var seen = new AtomicInteger();
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var coalescer = new Coalescer(() -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            seen.set(state.get());
            Thread.yield();
            inside.decrementAndGet();
        }, mistakes::add);

        Parallel.run(IntStream.range(0, 8).<Runnable>mapToObj(_ -> () -> {
            for (int i = 0; i < 500; i++) {
                state.incrementAndGet();
                coalescer.changed();
            }
        }).toList());

        assertThat(most).hasValue(1);
        assertThat(seen).hasValue(4000);
    }

    @Test
    void aChangeFromWithinTheWorkLeadsToOneMoreRun() {
        var runs = new AtomicInteger();
        var self = new Coalescer[1];
        self[0] = new Coalescer(() -> {
            if (runs.incrementAndGet() == 1) {
                self[0].changed();
            }
        }, mistakes::add);

        self[0].changed();

        assertThat(runs).hasValue(2);
    }

    @Test
    void aMistakeIsReportedAndTheNextChangeRunsAgain() {
        var runs = new AtomicInteger();
        var coalescer = new Coalescer(() -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("a mistake");
            }
            if (runs.get() == 2) {
                throw new AssertionError("a worse one");
            }
        }, mistakes::add);

        coalescer.changed();
        coalescer.changed();
        coalescer.changed();

        assertThat(runs).hasValue(3);
        assertThat(mistakes).hasExactlyElementsOfTypes(IllegalStateException.class, AssertionError.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
