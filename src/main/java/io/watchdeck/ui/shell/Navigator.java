package io.watchdeck.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Where the person is and was. Screens ask it for another screen; the shell follows.
public final class Navigator {

    private static final int REMEMBERED = 50;

    private final ReadOnlyObjectWrapper<Place> place = new ReadOnlyObjectWrapper<>(Place.of(Screen.OVERVIEW));
    private final Deque<Place> back = new ArrayDeque<>();
    private final Deque<Place> forward = new ArrayDeque<>();
    private BooleanSupplier cover = () -> false;

    public ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public Place place() {
        return place.get();
    }

    /// Whoever looks at a moment that is over goes on looking at it, as far as screens can show it.
    public void go(Place next) {
        step(place.get().replayed().filter(_ -> next.moment().isEmpty() && next.screen().canReplay()).map(next::at)
                .orElse(next));
    }

    /// The same screen as it is now.
    public void goLive() {
        step(place.get().live());
    }

    private void step(Place next) {
        if (!next.equals(place.get())) {
            push(back, place.get());
            forward.clear();
            place.set(next);
        }
    }

    /// @param covering closes what tells something over every screen, and says whether there was anything to close
    void closes(BooleanSupplier covering) {
        cover = covering;
    }

    /// Where Esc leads once a screen has nothing to close: what tells something over every screen goes first.
    public void back() {
        if (!cover.getAsBoolean()) {
            previous();
        }
    }

    /// Does nothing at the beginning.
    public void previous() {
        move(back, forward);
    }

    /// Does nothing at the end.
    public void forward() {
        move(forward, back);
    }

    private void move(Deque<Place> from, Deque<Place> to) {
        if (!from.isEmpty()) {
            push(to, place.get());
            place.set(from.pop());
        }
    }

    private static void push(Deque<Place> places, Place place) {
        places.push(place);
        if (places.size() > REMEMBERED) {
            places.removeLast();
        }
    }
}
