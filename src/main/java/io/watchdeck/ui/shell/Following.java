package io.watchdeck.ui.shell;

import io.watchdeck.stack.Environment;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// What a screen follows while it is in the window. Whoever follows is told at once how it is now, in the order in which
/// it asks, and from then on of every change, until the end. On the FX thread.
public final class Following {

    private final Watch watch;
    private final Feed feed;
    private final ObservableValue<Scope> listed;
    private final ObservableBooleanValue narrowed;
    private Subscription followed = Subscription.EMPTY;

    public Following(PageContext context) {
        this(context.watch(), context.feed(), context.scope(), context.narrow());
    }

    Following(Watch watch, Feed feed, ObservableValue<Scope> listed, ObservableBooleanValue narrowed) {
        this.watch = watch;
        this.feed = feed;
        this.listed = listed;
        this.narrowed = narrowed;
    }

    /// Begins anew, for a screen on which no stack is in focus.
    public Following allStacks() {
        end();
        watch.focus(Optional.empty());
        return this;
    }

    /// The newest snapshot with the time at which it arrived.
    public Following snapshots(BiConsumer<WatchSnapshot, Instant> show) {
        return and(feed.snapshotProperty().subscribe(newest -> show.accept(newest, feed.now())));
    }

    /// The time by which ages are told.
    public Following ages(Consumer<Instant> tick) {
        return and(feed.agesProperty().subscribe(tick));
    }

    /// Which environments are to be listed.
    public Following scope(Consumer<Predicate<Environment>> limit) {
        return and(listed.subscribe(scope -> limit.accept(scope::contains)));
    }

    /// Whether the window is too narrow for a drawer beside the content.
    public Following narrow(Consumer<Boolean> arrange) {
        return and(narrowed.subscribe(arrange));
    }

    /// Follows nothing any more.
    public void end() {
        followed.unsubscribe();
        followed = Subscription.EMPTY;
    }

    private Following and(Subscription one) {
        followed = followed.and(one);
        return this;
    }
}
