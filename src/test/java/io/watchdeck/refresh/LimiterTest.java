package io.watchdeck.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.model.Region;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimiterTest {

    private static final Limiter.Rate TWENTY = new Limiter.Rate(3, 20);
    private static final Limiter.Key SERVICES = key("123456789012", "ap-northeast-2", "services");

    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> waits = new ArrayList<>();
    private final Limiter limiter = new Limiter(nanos::get, waits::add);

    @Test
    void aBurstLeavesAtOnceAndTheRestAtTheRate() throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            limiter.acquire(SERVICES, TWENTY);
        }

        assertThat(waits).containsExactly(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(150));
    }

    @Test
    void tokensComeBackWithTimeButNeverMoreThanTheBurst() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            limiter.acquire(SERVICES, TWENTY);
        }
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        for (int i = 0; i < 4; i++) {
            limiter.acquire(SERVICES, TWENTY);
        }

        assertThat(waits).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void accountsRegionsAndApisDoNotWaitForEachOther() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            limiter.acquire(SERVICES, TWENTY);
        }
        limiter.acquire(key("222222222222", "ap-northeast-2", "services"), TWENTY);
        limiter.acquire(key("123456789012", "us-east-1", "services"), TWENTY);
        limiter.acquire(key("123456789012", "ap-northeast-2", "tasks"), TWENTY);

        assertThat(waits).isEmpty();
    }

    @Test
    void afterARefusalAnApiIsCalledAtHalfTheRate() throws InterruptedException {
        limiter.refused(SERVICES, TWENTY);
        limiter.acquire(SERVICES, TWENTY);
        limiter.refused(SERVICES, TWENTY);
        limiter.acquire(SERVICES, TWENTY);

        assertThat(waits).as("no burst, ten a second, then five a second with one caller before")
                .containsExactly(Duration.ofMillis(100), Duration.ofMillis(400));
    }

    @Test
    void theFullRateComesBackWithTime() throws InterruptedException {
        limiter.refused(SERVICES, TWENTY);
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        for (int i = 0; i < 4; i++) {
            limiter.acquire(SERVICES, TWENTY);
        }

        assertThat(waits).containsExactly(Duration.ofMillis(50));
    }

    @Test
    void aRefusalSlowsItsOwnApiOnly() throws InterruptedException {
        limiter.refused(SERVICES, TWENTY);
        limiter.acquire(key("123456789012", "ap-northeast-2", "tasks"), TWENTY);
        limiter.acquire(key("222222222222", "ap-northeast-2", "services"), TWENTY);

        assertThat(waits).isEmpty();
    }

    @Test
    void howeverOftenItIsRefusedItGoesOn() throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            limiter.refused(SERVICES, TWENTY);
        }
        limiter.acquire(SERVICES, TWENTY);

        assertThat(waits).containsExactly(Duration.ofMillis(1600));
    }

    @Test
    void anInterruptedWaitGivesItsTokenBack() throws InterruptedException {
        var interrupted = new Limiter(nanos::get, _ -> {
            throw new InterruptedException();
        });
        for (int i = 0; i < 3; i++) {
            interrupted.acquire(SERVICES, TWENTY);
        }

        assertThatThrownBy(() -> interrupted.acquire(SERVICES, TWENTY)).isInstanceOf(InterruptedException.class);

        nanos.addAndGet(Duration.ofMillis(50).toNanos());
        interrupted.acquire(SERVICES, TWENTY);
    }

    private static Limiter.Key key(String owner, String region, String api) {
        return new Limiter.Key(owner, new Region(region), api);
    }
}
