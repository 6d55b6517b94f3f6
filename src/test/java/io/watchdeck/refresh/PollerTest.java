package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Each run of the work is announced and then waits until the test lets it end, so that nothing depends on time.
@Timeout(20)
class PollerTest {

    private static final Supplier<Duration> SELDOM = () -> Duration.ofDays(1);
    private static final Supplier<Duration> AT_ONCE = () -> Duration.ZERO;

    private final AtomicInteger runs = new AtomicInteger();
    private final AtomicInteger atATime = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final Semaphore begun = new Semaphore(0);
    private final Semaphore mayEnd = new Semaphore(0);
    private final BlockingQueue<Throwable> mistakes = new LinkedBlockingQueue<>();
    private Poller poller = new Poller("none", () -> {}, SELDOM, mistakes::add);

    @AfterEach
    void close() {
        poller.close();
        mayEnd.release(1000);
    }

    @Test
    void runsAtOnceAndAgainAfterEachPause() throws InterruptedException {
        poller = poller(AT_ONCE).start();

        begun.acquire();
        mayEnd.release();
        begun.acquire();
        mayEnd.release();
        begun.acquire();

        assertThat(runs).hasValue(3);
        assertThat(poller.isRunning()).isTrue();
    }

    @Test
    void neverRunsTwiceAtATime() throws InterruptedException {
        poller = poller(AT_ONCE).start();
        for (int i = 0; i < 50; i++) {
            begun.acquire();
            poller.poke();
            poller.again();
            mayEnd.release();
        }

        assertThat(most).hasValue(1);
    }

    @Test
    void aPokeEndsThePause() throws InterruptedException {
        poller = poller(SELDOM).start();
        endRun();
        awaitRest();

        poller.poke();
        begun.acquire();

        assertThat(runs).hasValue(2);
    }

    @Test
    void aPokeDuringARunChangesNothing() throws InterruptedException {
        poller = poller(SELDOM).start();
        begun.acquire();
        poller.poke();
        poller.poke();
        mayEnd.release();
        awaitRest();

        assertThat(runs).hasValue(1);
        assertThat(begun.tryAcquire()).isFalse();
    }

    @Test
    void againDuringARunLeadsToOneMore() throws InterruptedException {
        poller = poller(SELDOM).start();
        begun.acquire();
        poller.again();
        poller.again();
        mayEnd.release(2);
        begun.acquire();
        awaitRest();

        assertThat(runs).hasValue(2);
    }

    @Test
    void pausedBeforeItBeginsItDoesNotRun() throws InterruptedException {
        var other = new CountDownLatch(1);
        poller = poller(AT_ONCE);
        poller.pause(true);
        poller.start();
        Thread.ofVirtual().start(other::countDown);
        other.await();
        assertThat(runs).hasValue(0);

        poller.pause(false);
        begun.acquire();

        assertThat(runs).hasValue(1);
    }

    @Test
    void whatBecameDueDuringThePauseIsDoneWhenItEnds() throws InterruptedException {
        poller = poller(AT_ONCE).start();
        begun.acquire();
        poller.pause(true);
        mayEnd.release();
        awaitRest();
        assertThat(runs).hasValue(1);

        poller.pause(false);
        begun.acquire();

        assertThat(runs).hasValue(2);
    }

    @Test
    void whatIsNotDueStaysSoWhenThePauseEnds() throws InterruptedException {
        poller = poller(SELDOM).start();
        endRun();
        awaitRest();
        poller.pause(true);
        poller.pause(false);
        poller.poke();
        begun.acquire();

        assertThat(runs).as("the first run and the one asked for").hasValue(2);
    }

    @Test
    void whatIsAskedForIsDoneDuringThePause() throws InterruptedException {
        poller = poller(AT_ONCE);
        poller.pause(true);
        poller.start();
        poller.poke();
        begun.acquire();
        mayEnd.release();
        awaitRest();

        assertThat(runs).hasValue(1);
    }

    @Test
    void closedItRunsNoMore() throws InterruptedException {
        poller = poller(AT_ONCE).start();
        begun.acquire();
        poller.close();
        mayEnd.release();
        awaitRest();
        poller.poke();
        poller.again();

        assertThat(begun.tryAcquire()).isFalse();
        assertThat(runs).hasValue(1);
    }

    @Test
    void closedBeforeItBeginsItNeverRuns() {
        poller = poller(AT_ONCE);
        poller.close();
        poller.start();

        assertThat(runs).hasValue(0);
    }

    @Test
    void closeDoesNotWaitForARunUnderWay() throws InterruptedException {
        poller = poller(SELDOM).start();
        begun.acquire();

        poller.close();

        assertThat(poller.isRunning()).isTrue();
    }

    @Test
    void aMistakeIsReportedAndTheNextRunComesAllTheSame() throws InterruptedException {
        var third = new CountDownLatch(3);
        poller = new Poller("mistaken", () -> {
            third.countDown();
            if (third.getCount() == 2) {
                throw new IllegalStateException("a mistake");
            }
            throw new AssertionError("a worse one");
        }, AT_ONCE, mistakes::add).start();

        third.await();

        assertThat(mistakes.poll(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
        assertThat(mistakes.poll(10, TimeUnit.SECONDS)).isInstanceOf(AssertionError.class);
    }

    @Test
    void restsByTheTimeOfItsPace() throws InterruptedException {
        var pace = new ClockPace(new MutableClock(Instant.EPOCH), 1);
        poller = new Poller("paced", runs::incrementAndGet, () -> Duration.ofMinutes(1), mistakes::add, pace).start();
        pace.settle();
        pace.pass(Duration.ofSeconds(59));
        assertThat(runs).hasValue(1);

        pace.pass(Duration.ofSeconds(1));

        assertThat(runs).hasValue(2);
    }

    @Test
    void beginsWithAPauseWhereItsWorkWasJustDone() throws InterruptedException {
        var pace = new ClockPace(new MutableClock(Instant.EPOCH), 1);
        poller = new Poller("later", runs::incrementAndGet, () -> Duration.ofMinutes(1), mistakes::add, pace)
                .startLater();
        pace.settle();
        pace.pass(Duration.ofSeconds(59));
        assertThat(runs).hasValue(0);

        pace.pass(Duration.ofSeconds(1));

        assertThat(runs).hasValue(1);
    }

    @Test
    void theRhythmIsAskedAnewBeforeEachPause() throws InterruptedException {
        var asked = new AtomicInteger();
        poller = poller(() -> asked.incrementAndGet() < 3 ? Duration.ZERO : Duration.ofDays(1)).start();
        endRun();
        endRun();
        endRun();
        awaitRest();

        assertThat(runs).hasValue(3);
    }

    private Poller poller(Supplier<Duration> every) {
        return new Poller("test", () -> {
            runs.incrementAndGet();
            most.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            begun.release();
            mayEnd.acquireUninterruptibly();
            atATime.decrementAndGet();
        }, every, mistakes::add);
    }

    private void endRun() throws InterruptedException {
        begun.acquire();
        mayEnd.release();
    }

    /// Until the run under way has ended.
    private void awaitRest() {
        while (poller.isRunning()) {
            Thread.onSpinWait();
        }
    }
}
