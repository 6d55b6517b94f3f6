package io.watchdeck.ui;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.watch.AlarmDesk;
import io.watchdeck.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// An alarm desk that a test leads: it remembers what was said, and answers what it is told to.
public final class FakeAlarmDesk implements AlarmDesk {

    private final List<Saying> sayings = new ArrayList<>();
    private final List<Consumer<List<Change>>> listeners = new ArrayList<>();
    private Function<Saying, Said> answer = _ -> new Said(List.of(), List.of(), false);
    private Function<AlarmKey, List<Occurrence>> episodes = _ -> List.of();
    private Function<Occurrence, List<Change>> changes = _ -> List.of();
    private List<Occurrence> resolved = List.of();
    private String person = "sora";

    /// What was said, oldest first.
    public List<Saying> sayings() {
        return List.copyOf(sayings);
    }

    public void answers(Function<Saying, Said> told) {
        answer = told;
    }

    public void keepsEpisodes(Function<AlarmKey, List<Occurrence>> kept) {
        episodes = kept;
    }

    public void keepsChanges(Function<Occurrence, List<Change>> kept) {
        changes = kept;
    }

    public void keepsResolved(List<Occurrence> kept) {
        resolved = List.copyOf(kept);
    }

    /// Tells everybody who listens.
    public void tell(List<Change> told) {
        List.copyOf(listeners).forEach(listener -> listener.accept(told));
    }

    /// As whom words are written, from now on.
    public void person(String name) {
        person = name;
    }

    @Override
    public String person() {
        return person;
    }

    @Override
    public void say(Saying saying, Consumer<Said> to) {
        sayings.add(saying);
        to.accept(answer.apply(saying));
    }

    @Override
    public void episodes(AlarmKey key, Instant since, Consumer<List<Occurrence>> to) {
        to.accept(episodes.apply(key).stream().filter(one -> !one.raised().isBefore(since)).toList());
    }

    @Override
    public void changes(Occurrence one, Consumer<List<Change>> to) {
        to.accept(changes.apply(one));
    }

    @Override
    public void resolved(Instant after, Consumer<List<Occurrence>> to) {
        to.accept(resolved.stream().filter(one -> one.resolved().filter(end -> end.isAfter(after)).isPresent())
                .toList());
    }

    @Override
    public Watch.Subscription told(Consumer<List<Change>> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
