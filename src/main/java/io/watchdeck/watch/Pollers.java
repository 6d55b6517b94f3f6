package io.watchdeck.watch;

import io.watchdeck.refresh.Pace;
import io.watchdeck.refresh.Poller;
import io.watchdeck.stack.Access;
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
    private final Map<Subject, List<OfSite>> bySubject = new ConcurrentHashMap<>();
    private final Runnable done;
    private final Consumer<Throwable> onMistake;
    private final Pace pace;
    private volatile boolean paused;

    /// Held while a poller and the pause meet, so that none is made without knowing of it; never for long, because the
    /// window's thread pauses.
    private final Object pausing = new Object();

    private record OfSite(Access access, Poller poller) {}

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

    /// Of a subject of an account and Region.
    Poller add(Subject subject, Site site, Runnable work, Supplier<Duration> every) {
        Poller poller = add(subject + " " + site.name(), work, every);
        bySubject.computeIfAbsent(subject, _ -> new CopyOnWriteArrayList<>())
                .add(new OfSite(site.access(), poller));
        return poller;
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    void again(Subject subject) {
        bySubject.getOrDefault(subject, List.of()).forEach(one -> one.poller().again());
    }

    void again(Subject subject, Site site) {
        bySubject.getOrDefault(subject, List.of()).stream().filter(one -> one.access().equals(site.access()))
                .forEach(one -> one.poller().again());
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
