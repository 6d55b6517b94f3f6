package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.MutableClock;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class FollowingTest {

    private static final WatchSnapshot FIRST = Snapshots.moment();
    private static final WatchSnapshot SECOND = Snapshots.of(List.of(Snapshots.tiketi()));
    private static final Duration LATER = Duration.ofSeconds(30);

    private final FakeWatch watch = new FakeWatch(FIRST);
    private final MutableClock clock = new MutableClock(Snapshots.NOW);
    private final Feed feed = new Feed(watch, clock, Runnable::run);
    private final SimpleObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.all());
    private final SimpleBooleanProperty narrow = new SimpleBooleanProperty();
    private final Following following = new Following(watch, feed, scope, narrow);
    private final List<Object> told = new ArrayList<>();

    private void follow() {
        following.snapshots(this::snapshot).ages(told::add).scope(this::scope).narrow(told::add);
    }

    private void snapshot(WatchSnapshot newest, Instant at) {
        told.add(newest);
        told.add(at);
    }

    private void scope(Predicate<Environment> environments) {
        told.add(List.of(Environment.values()).stream().filter(environments).toList());
    }

    @Test
    void tellsAtOnceHowItIsInTheOrderOfAsking() {
        follow();

        assertThat(told).containsExactly(FIRST, Snapshots.NOW, Snapshots.NOW, List.of(Environment.values()), false);
    }

    @Test
    void aSnapshotIsToldWithTheTimeAtWhichItArrivedAndAgesGoOn() {
        follow();
        told.clear();

        clock.forward(LATER);
        watch.publish(SECOND);

        assertThat(told).containsExactly(SECOND, Snapshots.NOW.plus(LATER), Snapshots.NOW.plus(LATER));
    }

    @Test
    void agesGoOnWithoutASnapshot() {
        follow();
        told.clear();

        clock.forward(LATER);
        feed.tick();

        assertThat(told).containsExactly(Snapshots.NOW.plus(LATER));
    }

    @Test
    void tellsWhatIsListedAndWhetherTheWindowIsNarrow() {
        follow();
        told.clear();

        scope.set(new Scope(Optional.of(Environment.PRODUCTION)));
        narrow.set(true);

        assertThat(told).containsExactly(List.of(Environment.PRODUCTION), true);
    }

    @Test
    void aScreenOfAllStacksTakesTheFocusFromAnyAndFollowsNoneOfWhatWasBefore() {
        watch.focus(Optional.of(Snapshots.tiketi().file().id()));
        follow();

        following.allStacks();
        told.clear();
        narrow.set(true);

        assertThat(watch.focused()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void afterTheEndNothingIsToldAndItCanBeginAnew() {
        follow();
        following.end();
        told.clear();

        clock.forward(LATER);
        watch.publish(SECOND);
        scope.set(new Scope(Optional.of(Environment.PRODUCTION)));
        narrow.set(true);

        assertThat(told).isEmpty();

        following.narrow(told::add);
        narrow.set(false);

        assertThat(told).containsExactly(true, false);
    }
}
