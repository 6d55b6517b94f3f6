package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Where the person is, or wants to go.
///
/// @param stack     the stack that the screen is about; empty means the one looked at last, else
///                  the worst, and on [Screen#COST] the most over its plan
/// @param component the component to select there, by its name; on [Screen#ALARMS] the id of an occurrence also, on
///                  [Screen#ACTIVITY] that of a journal entry, on [Screen#SETTINGS] the section
/// @param exploring what the metric explorer is to show; empty for what it showed last
/// @param moment    where the cursor of [Screen#TIMELINE] is to stand; on [Screen#OVERVIEW] and [Screen#STACKS] the moment
///                  that is over and shown instead of now
public record Place(Screen screen, Optional<StackId> stack, Optional<String> component,
        Optional<Exploring> exploring, Optional<Instant> moment) {

    /// As it is now.
    public Place(Screen screen, Optional<StackId> stack, Optional<String> component, Optional<Exploring> exploring) {
        this(screen, stack, component, exploring, Optional.empty());
    }

    public static Place of(Screen screen) {
        return new Place(screen, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Place of(StackId stack) {
        return new Place(Screen.STACKS, Optional.of(stack), Optional.empty(), Optional.empty());
    }

    public static Place of(StackId stack, String component) {
        return new Place(Screen.STACKS, Optional.of(stack), Optional.of(component), Optional.empty());
    }

    /// A screen, and the stack that is to be looked at there.
    public static Place of(Screen screen, StackId stack) {
        return new Place(screen, Optional.of(stack), Optional.empty(), Optional.empty());
    }

    /// An alarm on its screen.
    public static Place of(StackId stack, UUID occurrence) {
        return new Place(Screen.ALARMS, Optional.of(stack), Optional.of(occurrence.toString()), Optional.empty());
    }

    /// An operation in the journal.
    public static Place ofEntry(UUID entry) {
        return new Place(Screen.ACTIVITY, Optional.empty(), Optional.of(entry.toString()), Optional.empty());
    }

    /// A section of the settings.
    public static Place ofSettings(String section) {
        return new Place(Screen.SETTINGS, Optional.empty(), Optional.of(section), Optional.empty());
    }

    public static Place of(Exploring exploring) {
        return new Place(Screen.EXPLORER, Optional.empty(), Optional.empty(), Optional.of(exploring));
    }

    /// A stack on the timeline, with the cursor at a moment.
    public static Place of(StackId stack, Instant moment) {
        return of(Screen.TIMELINE, stack).at(moment);
    }

    /// The same at a moment that is over.
    public Place at(Instant past) {
        return new Place(screen, stack, component, exploring, Optional.of(past));
    }

    /// The same as it is now.
    public Place live() {
        return new Place(screen, stack, component, exploring);
    }

    /// The moment that is shown instead of now; empty where now is.
    public Optional<Instant> replayed() {
        return moment.filter(_ -> screen.canReplay());
    }
}
