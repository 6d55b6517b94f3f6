package io.watchdeck.sandbox.clockwork;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/// What is to happen when, in seconds of the epoch. Appointments of one second keep the order in which they were made.
public final class Agenda {

    private record Appointment(long at, long number, LongConsumer what) {}

    private final PriorityQueue<Appointment> appointments = new PriorityQueue<>(
            Comparator.comparingLong(Appointment::at).thenComparingLong(Appointment::number));
    private long made;

    /// @param what is given the second at which it happens
    public void at(long second, LongConsumer what) {
        appointments.add(new Appointment(second, made++, what));
    }

    /// First at the given second, then again and again after the gaps, which are drawn anew each time.
    public void repeat(long first, LongSupplier gap, LongConsumer what) {
        at(first, now -> {
            what.accept(now);
            repeat(now + Math.max(1, gap.getAsLong()), gap, what);
        });
    }

    /// Lets happen what is due.
    public void runUntil(long now) {
        for (var next = appointments.peek(); next != null && next.at() <= now; next = appointments.peek()) {
            appointments.remove();
            next.what().accept(now);
        }
    }
}
