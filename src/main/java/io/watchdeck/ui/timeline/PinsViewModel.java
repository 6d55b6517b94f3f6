package io.watchdeck.ui.timeline;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.report.Pins;
import io.watchdeck.ui.kit.LaneData;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Moments of a stack that persons pinned, with their notes; those of the time that is shown are listed, drawn and go into
/// the report. There is one of each moment.
public final class PinsViewModel {

    private final Words words;
    private final Pins keeper;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<List<PinLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper counted = new ReadOnlyStringWrapper("");
    private List<Pin> all = List.of();
    /// Pinned or removed before it was known what is kept.
    private final Set<Marked> touched = new HashSet<>();
    private Optional<StackId> stack = Optional.empty();
    private TimeRange range = new TimeRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

    private record Marked(Instant at, Optional<StackId> stack) {

        static Marked of(Pin pin) {
            return new Marked(pin.at(), pin.stack());
        }
    }

    /// @param read    asks for what is kept; answered on the FX thread
    /// @param changed told that others are to be drawn
    PinsViewModel(Words words, Pins keeper, Consumer<Consumer<List<Pin>>> read, Runnable changed) {
        this.words = words;
        this.keeper = keeper;
        this.changed = changed;
        read.accept(this::known);
    }

    private void known(List<Pin> kept) {
        all = Stream.concat(kept.stream().filter(one -> !touched.contains(Marked.of(one))), all.stream())
                .sorted(Comparator.comparing(Pin::at)).toList();
        write();
    }

    void show(StackId newest, TimeRange shown) {
        stack = Optional.of(newest);
        range = shown;
        write();
    }

    /// Does nothing where it is pinned already, and where there is no stack.
    ///
    /// @param note may be empty
    void pin(Instant moment, String note) {
        Instant at = moment.truncatedTo(ChronoUnit.SECONDS);
        if (find(at).isEmpty()) {
            stack.ifPresent(one -> put(new Pin(at, Optional.of(one), keeper.person(), note)));
        }
    }

    /// Another note to a moment that is pinned.
    void note(Instant at, String note) {
        find(at).filter(one -> !one.text().equals(note.strip()))
                .ifPresent(one -> put(new Pin(at, one.stack(), one.person(), note.strip())));
    }

    private void put(Pin pin) {
        keeper.put(pin);
        touched.add(Marked.of(pin));
        replace(pin.at(), Stream.of(pin));
    }

    void remove(Instant at) {
        find(at).ifPresent(one -> {
            keeper.remove(one);
            touched.add(Marked.of(one));
            replace(at, Stream.empty());
        });
    }

    private void replace(Instant at, Stream<Pin> by) {
        var next = new ArrayList<Pin>(all.stream().filter(one -> !one.at().equals(at) || !isShown(one)).toList());
        next.addAll(by.toList());
        next.sort(Comparator.comparing(Pin::at));
        all = List.copyOf(next);
        write();
    }

    private boolean isShown(Pin pin) {
        return pin.stack().isEmpty() || pin.stack().equals(stack);
    }

    private Optional<Pin> find(Instant at) {
        return all.stream().filter(one -> isShown(one) && one.at().equals(at)).findFirst();
    }

    boolean isPinned(Instant at) {
        return find(at.truncatedTo(ChronoUnit.SECONDS)).isPresent();
    }

    private List<Pin> shown() {
        return all.stream().filter(one -> isShown(one) && range.contains(one.at())).toList();
    }

    private void write() {
        var moment = new TypedMoment(words, range.to());
        List<PinLine> next = shown().stream().map(one -> new PinLine(one.at(), moment.text(one.at()), one.text(),
                one.person())).toList();
        if (!next.equals(lines.get())) {
            lines.set(next);
            changed.run();
        }
        counted.set(words.say("ui.timeline.pins.count", next.size()));
    }

    List<LaneData.Pin> marks() {
        return shown().stream().map(one -> new LaneData.Pin(one.at(), one.text())).toList();
    }

    /// Of the time that is shown, in order.
    ReadOnlyObjectProperty<List<PinLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// How many of the time that is shown.
    ReadOnlyStringProperty countedProperty() {
        return counted.getReadOnlyProperty();
    }
}
