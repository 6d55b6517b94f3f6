package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.clockwork.Weather.Spell;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Writes a stack's agenda in minutes from its beginning, which may be before it.
final class Director {

    private final SimulatedStack stack;

    Director(SimulatedStack stack) {
        this.stack = stack;
    }

    SimulatedStack stack() {
        return stack;
    }

    Dice dice() {
        return stack.dice();
    }

    /// The second of so many minutes after the beginning.
    long second(double minutes) {
        return stack.start() + Math.round(minutes * 60);
    }

    void at(double minutes, LongConsumer what) {
        stack.agenda().at(second(minutes), what);
    }

    void after(long now, double minutes, LongConsumer what) {
        stack.agenda().at(now + Math.round(minutes * 60), what);
    }

    /// First at `first`, then again and again with this mean between.
    void everyAbout(double first, double meanMinutes, LongConsumer what) {
        stack.agenda().repeat(second(first), () -> dice().waiting(Math.round(meanMinutes * 60)), what);
    }

    /// First at `first`, then again and again after so many minutes at least and at most.
    void every(double first, int least, int most, LongConsumer what) {
        stack.agenda().repeat(second(first), () -> dice().between(least * 60, most * 60), what);
    }

    /// A spell of weather from a second on: `rise`, stay and `fall`, all together `length` minutes.
    void spell(Weather.Kind kind, double level, long from, double rise, double length, double fall) {
        stack.weather().add(new Spell(kind, level, from, Math.round(rise * 60), from + Math.round(length * 60),
                Math.round(fall * 60)));
    }

    /// Any service; none in a stack without services.
    Optional<SimulatedService> anyService() {
        List<SimulatedService> all = List.copyOf(stack.services());
        return all.isEmpty() ? Optional.empty() : Optional.of(dice().pick(all));
    }

    /// Spot takes back one task, wherever there is one.
    void interruptSomewhere(long now) {
        interrupt(now);
    }

    /// The same, and for so many minutes Spot has no capacity for another one.
    void interruptForLack(long now, double minutes) {
        interrupt(now).ifPresent(service -> service.lackSpotUntil(now + Math.round(minutes * 60)));
    }

    private Optional<SimulatedService> interrupt(long now) {
        List<SimulatedService> candidates = stack.services().stream()
                .filter(service -> !service.interruptible().isEmpty()).toList();
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        SimulatedService service = dice().pick(candidates);
        service.interrupt(dice().pick(service.interruptible()), now);
        return Optional.of(service);
    }

    /// More visitors for a while, of so many times the usual.
    void rush(long now, double times, double minutes) {
        spell(Weather.Kind.REQUESTS, stack.profile().load().requests() * times, now, minutes / 3, minutes,
                minutes / 4);
    }

    /// Errors and slow answers for a while.
    void burst(long now, double errors, double p95, double minutes) {
        spell(Weather.Kind.ERRORS, errors, now, 1, minutes, 1);
        spell(Weather.Kind.LATENCY, p95, now, 1, minutes + 1, 1);
    }
}
