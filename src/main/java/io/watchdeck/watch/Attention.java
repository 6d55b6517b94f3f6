package io.watchdeck.watch;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Saving;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// What a person looks at, as far as it decides which metrics are read and how often, and how often alarms are: every one
/// of them costs. Any thread.
final class Attention {

    private final Rhythm rhythm;
    private final Supplier<Saving> saving;
    private final Supplier<WatchSnapshot> newest;
    private volatile Optional<StackId> focus = Optional.empty();
    private volatile boolean visible = true;

    /// @param saving what is done without just now
    /// @param newest tells which stacks have something open
    Attention(Rhythm rhythm, Supplier<Saving> saving, Supplier<WatchSnapshot> newest) {
        this.rhythm = rhythm;
        this.saving = saving;
        this.newest = newest;
    }

    /// @return whether another stack is looked at than before
    boolean focus(Optional<StackId> stack) {
        boolean another = stack.isPresent() && !focus.equals(stack);
        focus = stack;
        return another;
    }

    /// @return whether the window was hidden until now
    boolean visible(boolean shown) {
        boolean again = shown && !visible;
        visible = shown;
        return again;
    }

    /// How often the metrics of each stack are read just now. What is saved is asked once: the meter adds up its month.
    Function<StackId, Duration> every() {
        if (!visible) {
            return _ -> rhythm.metricsHidden();
        }
        Saving spared = saving.get();
        return stack -> isAttended(stack) ? rhythm.metricsAttended(spared) : rhythm.metrics(spared);
    }

    /// How often the alarms of some stacks are read just now, which one call tells.
    Duration alarms(Collection<StackFile> together) {
        return visible || together.stream().anyMatch(stack -> isOpen(stack.id())) ? rhythm.every(Subject.ALARMS)
                : rhythm.alarmsHidden();
    }

    /// How often that of a stack of a site is read just now which follows attention.
    Function<Site, Function<StackId, Every>> rhythms() {
        Function<StackId, Duration> metrics = every();
        return site -> {
            Duration alarms = alarms(site.stacks());
            return stack -> new Every(metrics.apply(stack), alarms);
        };
    }

    /// The rest of a subject of some stacks, by attention; one that a failure cuts short stays so.
    ///
    /// @param rest from the end of the last reading, if nobody looked away
    Duration rest(Subject subject, Collection<StackFile> together, Duration rest) {
        return subject == Subject.ALARMS && rest.equals(rhythm.every(subject)) ? alarms(together) : rest;
    }

    /// Which metrics of a stack are read.
    WantedMetrics.Need need(StackId stack) {
        return !visible ? WantedMetrics.Need.RULES
                : isFocused(stack) ? WantedMetrics.Need.STACK : WantedMetrics.Need.OVERVIEW;
    }

    private boolean isFocused(StackId stack) {
        return focus.filter(stack::equals).isPresent();
    }

    /// Looked at, or something is open.
    private boolean isAttended(StackId id) {
        return isFocused(id) || isOpen(id);
    }

    private boolean isOpen(StackId id) {
        return newest.get().stacks().stream().filter(stack -> stack.file().id().equals(id))
                .anyMatch(stack -> stack.verdict().severity().compareTo(Severity.WARNING) >= 0);
    }
}
