package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.WatchSnapshot;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FeedTest {

    /// What was known when the console last ran comes back while the window is built.
    @Test
    void aSnapshotThatCameBeforeSomebodyListenedIsShown() {
        WatchSnapshot known = Snapshots.moment();
        var watch = new FakeWatch(Snapshots.of(List.of())) {
            @Override
            public Subscription subscribe(Consumer<WatchSnapshot> listener) {
                publish(known);
                return super.subscribe(listener);
            }
        };

        try (var feed = new Feed(watch, Snapshots.CLOCK, Runnable::run)) {
            assertThat(feed.snapshot()).isSameAs(known);
        }
    }
}
