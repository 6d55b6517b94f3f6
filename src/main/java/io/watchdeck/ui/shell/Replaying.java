package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.watch.Watch;
import io.watchdeck.watch.WatchSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Brings screens to a moment that is over, and back to now. It looks up what was shown then and lets the [Feed] show it;
/// until that is there, and where nobody looked, no screen is shown. On the FX thread.
final class Replaying {

    private final Watch watch;
    private final Feed feed;
    private final Pages pages;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Place> wanted = Optional.empty();
    private Optional<PastSnapshot> known = Optional.empty();

    /// What stands instead of now.
    ///
    /// @param place  with its moment
    /// @param asking while what was shown then is looked up
    /// @param covers whether nothing of what is asked for was recorded, so that no screen is shown
    /// @param unseen the stacks at which nobody looked then
    record Shown(Place place, boolean asking, boolean covers, List<PastSnapshot.Unseen> unseen) {

        Instant moment() {
            return place.moment().orElseThrow();
        }
    }

    Replaying(Watch watch, Feed feed, Pages pages) {
        this.watch = watch;
        this.feed = feed;
        this.pages = pages;
    }

    /// Shows a place, at its moment or as it is now.
    void show(Place place) {
        Optional<Instant> moment = place.replayed();
        if (moment.isEmpty()) {
            if (wanted.isPresent()) {
                wanted = Optional.empty();
                pages.hide();
                feed.goLive();
                shown.set(Optional.empty());
            }
            pages.show(place);
            return;
        }
        wanted = Optional.of(place);
        if (known.filter(one -> one.at().equals(moment.get())).isPresent()) {
            replay(place, known.get());
        } else {
            pages.clear();
            shown.set(Optional.of(new Shown(place, true, true, List.of())));
            watch.past().at(moment.get(), Set.of(), feed.onFx(this::answered));
        }
    }

    /// One that nobody waits for any more is dropped.
    private void answered(PastSnapshot answer) {
        wanted.filter(place -> place.moment().filter(answer.at()::equals).isPresent()).ifPresent(place -> {
            known = Optional.of(answer);
            replay(place, answer);
        });
    }

    private void replay(Place place, PastSnapshot past) {
        Optional<WatchSnapshot> then = past.shown().filter(snapshot -> place.stack().isEmpty()
                || snapshot.stacks().stream().anyMatch(one -> one.file().id().equals(place.stack().get())));
        List<PastSnapshot.Unseen> unseen = past.unseen().stream().filter(one -> isAbout(place, one.stack())).toList();
        pages.clear();
        shown.set(Optional.of(new Shown(place, false, then.isEmpty(), unseen)));
        then.ifPresent(snapshot -> {
            feed.replay(past.at(), new NotRecorded(past.at()).in(snapshot));
            pages.show(place);
        });
    }

    private static boolean isAbout(Place place, StackId stack) {
        return place.screen() != Screen.STACKS || place.stack().isEmpty() || place.stack().get().equals(stack);
    }

    boolean isPast() {
        return shown.get().isPresent();
    }

    /// What stands instead of now; empty while now does.
    ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
