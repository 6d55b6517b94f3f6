package io.watchdeck.watch;

import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.Poller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The pollers of a watch: all pause and end together, and those of one subject can be told to read again.
final class Pollers {

    private final List<Poller> all = new CopyOnWriteArrayList<>();
    private final Map<Subject, List<Poller>> bySubject = new ConcurrentHashMap<>();
    private final Runnable done;
    private final Consumer<Throwable> onMistake;
    private final Pace pace;
    private volatile boolean paused;

    /// Held while a poller and the pause meet, so that none is made without knowing of it; never for long, because the
    /// window's thread pauses.
    private final Object pausing = new Object();

    /// @param done called after each piece of work
    /// @param pace the time that passes between two readings
    Pollers(Runnable done, Consumer<Throwable> onMistake, Pace pace) {
        this.done = done;
        this.onMistake = onMistake;
        this.pace = pace;
    }

    Poller add(String name, Runnable work, Supplier<Duration> every) {
        var poller = new Poller(name, () -> {
            work.run();
            done.run();
        }, every, onMistake, pace);
        synchronized (pausing) {
            all.add(poller);
            poller.pause(paused);
        }
        return poller.start();
    }

    Poller add(Subject subject, String place, Runnable work, Supplier<Duration> every) {
        Poller poller = add(subject + " " + place, work, every);
        bySubject.computeIfAbsent(subject, _ -> new CopyOnWriteArrayList<>()).add(poller);
        return poller;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void again(Subject subject) {
        bySubject.getOrDefault(subject, List.of()).forEach(Poller::again);
    }

    void poke() {
        all.forEach(Poller::poke);
    }

    void pause(boolean pause) {
        synchronized (pausing) {
            paused = pause;
            all.forEach(poller -> poller.pause(pause));
        }
    }

    boolean paused() {
        return paused;
    }

    void close() {
        all.forEach(Poller::close);
        all.clear();
        bySubject.clear();
    }
}
