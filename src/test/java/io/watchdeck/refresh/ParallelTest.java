package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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

    // Apart from each other.

    @Test
    void whatIsDoneApartIsDoneWhenItReturns() {
        var done = new AtomicInteger();
        Parallel.apart(List.of(done::incrementAndGet, done::incrementAndGet), Duration.ofSeconds(10),
                mistake -> done.set(-100));

        assertThat(done).hasValue(2);
    }

    @Test
    void aMistakeApartIsTold() {
        var done = new AtomicInteger();
        var told = new AtomicReference<Throwable>();
        Runnable wrong = () -> {
            throw new IllegalStateException("a mistake");
        };
        Parallel.apart(List.of(wrong, done::incrementAndGet), Duration.ofSeconds(10), told::set);

        assertThat(done).hasValue(1);
        assertThat(told.get()).hasMessage("a mistake");
    }

    @Test
    void nobodyWaitsLongerThanTheTimeForWhatIsDoneApart() throws InterruptedException {
        var goOn = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        var done = new AtomicInteger();
        Parallel.apart(List.of(() -> {
            try {
                goOn.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            ended.countDown();
        }, done::incrementAndGet), Duration.ofMillis(50), mistake -> done.set(-100));
        assertThat(ended.getCount()).as("it goes on").isOne();
        goOn.countDown();
        ended.await();

        assertThat(done).hasValue(1);
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            throw new AssertionError("not at the same time", alone);
        }
    }
}
