package io.watchdeck.sandbox.telemetry;

import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.sandbox.clockwork.Place;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// An alarm that rings while all of its parts ring.
public final class CompositeAlarm implements Alarm {

    private static final DateTimeFormatter STAMP = DateTimeFormatter
            .ofPattern("EEEE dd MMMM, uuuu HH:mm:ss 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String name;
    private final Place place;
    private final List<Alarm> parts;
    private final List<String> actions;
    private final AlarmPast past;

    public CompositeAlarm(String name, List<? extends Alarm> parts, List<String> actions, Place place, long created) {
        this.name = name;
        this.parts = List.copyOf(parts);
        this.actions = List.copyOf(actions);
        this.place = place;
        past = new AlarmPast(name, created);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String state() {
        return past.state();
    }

    @Override
    public Stream<AlarmTurn> turns() {
        return past.turns();
    }

    @Override
    public void evaluate(long now) {
        String found = parts.stream().allMatch(part -> part.state().equals("ALARM")) ? "ALARM" : "OK";
        if (!found.equals(past.state())) {
            Alarm cause = parts.stream().filter(part -> part.state().equals(found)).reduce((_, last) -> last)
                    .orElse(parts.getLast());
            past.reach(found, place.arn("cloudwatch", "alarm:" + cause.name()) + " transitioned to " + cause.state()
                    + " at " + STAMP.format(cause.view().since()), now);
        }
    }

    @Override
    public CloudAlarm view() {
        return new CloudAlarm(name, place.arn("cloudwatch", "alarm:" + name), true, past.state(),
                past.reason(), past.since(), "", "", "", Duration.ZERO, Map.of(), "", OptionalDouble.empty(), actions);
    }
}
