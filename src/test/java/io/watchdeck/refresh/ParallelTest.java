package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ParallelTest {

    @Test
    void allWorkIsUnderWayAtTheSameTime() {
        var met = new CyclicBarrier(3);
        var done = new AtomicInteger();
        Runnable meets = () -> {
            meet(met);
            done.incrementAndGet();
        };

        Parallel.run(List.of(meets, meets, meets));

        assertThat(done).hasValue(3);
    }

    @Test
    void noWorkIsDoneAtOnce() {
        Parallel.run(List.of());
    }

    @Test
    void oneMistakeDoesNotKeepTheOthersFromEnding() {
        var done = new AtomicInteger();
        Runnable wrong = () -> {
            throw new IllegalStateException("a mistake");
        };

        assertThatThrownBy(() -> Parallel.run(List.of(wrong, done::incrementAndGet, done::incrementAndGet)))
                .isInstanceOf(IllegalStateException.class).hasMessage("a mistake");
        assertThat(done).hasValue(2);
    }

    @Test
    void anInterruptionReachesTheWorkAndReturns() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var stopped = new AtomicBoolean();
        var interrupted = new AtomicBoolean();
        Thread caller = Thread.ofVirtual().start(() -> {
            Parallel.run(List.of(() -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException stop) {
                    stopped.set(true);
                }
            }));
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        begun.await();

        caller.interrupt();
        caller.join();

        assertThat(stopped).isTrue();
        assertThat(interrupted).as("the caller still knows").isTrue();
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("not at the same time", alone);
        }
    }
}
