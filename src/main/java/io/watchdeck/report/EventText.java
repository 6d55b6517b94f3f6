package io.watchdeck.report;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Finding;
import io.watchdeck.fleet.EcsSentence;
import io.watchdeck.fleet.EcsSentence.Routine;
import io.watchdeck.report.Folding.Fold;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import io.watchdeck.timeline.TimelineEvent.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Says what happened in one sentence, as short as it can be read; AWS's own words stand in full in the appendix.
///
/// @param twins the CloudWatch alarms that told the same as one of the console's, by the id of its event
record EventText(Telling tell, Map<String, String> twins) {

    private static final int LONGEST = 240;
    /// In seconds: an alarm and its twin are judged at different times.
    private static final long TWINS = 120;
    private static final Pattern TARGET_GROUP = Pattern.compile("arn:[^\\s()]+:targetgroup/([^/\\s()]+)/[0-9a-f]+");
    private static final Pattern ID = Pattern.compile("\\b([0-9a-f]{8})[0-9a-f]{24}\\b");

    String of(Fold fold) {
        return switch (fold.sort()) {
            case ROUTINE -> routine(fold.events());
            case SCALING -> scaling(fold);
            case WORD -> word(fold);
            case SAME -> of(fold.stack(), fold.first());
        };
    }

    private String routine(List<TimelineEvent> events) {
        Map<Routine, Integer> counts = new EnumMap<>(Routine.class);
        events.stream().map(Folding::sentence).forEach(
                one -> one.routine().ifPresent(routine -> counts.merge(routine, one.count(), Integer::sum)));
        return tell.say("report.routine", events.size(), tell.words().list(counts.entrySet().stream()
                .map(one -> tell.say("report.routine." + one.getKey().name().toLowerCase(Locale.ROOT), one.getValue()))
                .toList()));
    }

    private String scaling(Fold fold) {
        TimelineEvent last = fold.events().getLast();
        String newest = brief(last.says().arguments().getLast().toString());
        boolean once = fold.events().size() == 1;
        return once && last.says().key().equals("event.scaled") ? tell.say("report.scaledOnce", newest)
                : once ? of(fold.stack(), last)
                : tell.say("report.scaled", fold.events().size(), newest);
    }

    private String word(Fold fold) {
        TimelineEvent first = fold.first();
        String person = first.says().arguments().getLast().toString();
        String note = tell.quoted(String.join(" ", first.details()));
        if (fold.events().size() == 1) {
            return of(fold.stack(), first);
        }
        List<String> names = fold.events().stream().map(one -> tell.alarm(one.says())).distinct().toList();
        return tell.say("report.acknowledgedAll", person, fold.events().size(), tell.words().list(names)) + note;
    }

    private String of(OfStack stack, TimelineEvent event) {
        return switch (event.kind()) {
            case ALARM -> alarm(stack, event);
            case WORD -> named(event) + tell.quoted(String.join(" ", event.details()));
            case OPERATION -> operation(stack, event);
            case DEPLOYMENT, ROLLOUT, TASK_STOP, INTERRUPTION, PLACEMENT, SERVICE, SCALING, DATABASE, PIPELINE,
                    CLOUD_ALARM,
                    VERDICT ->
                without(event, tell.say(event.says()));
        };
    }

    private String operation(OfStack stack, TimelineEvent event) {
        String changes = event.target().filter(Target.Operation.class::isInstance).map(Target.Operation.class::cast)
                .flatMap(target -> stack.operations().stream().filter(one -> one.id().equals(target.entry()))
                        .findFirst())
                .map(entry -> " " + OperationText.changes(tell, entry)).orElse("");
        return tell.say(event.says()) + changes + tell.quoted(String.join(" ", event.details()));
    }

    /// With the rule in words, and with value and limit where it was raised or got worse.
    private String alarm(OfStack stack, TimelineEvent event) {
        Optional<Finding> found = change(stack, event).map(one -> one.after().now());
        boolean begins = event.says().key().endsWith("raised") || event.says().key().endsWith("rose");
        String figures = found.filter(_ -> begins)
                .flatMap(one -> tell.found(one, stack.file())).map(text -> ": " + text).orElse("");
        String key = "report." + event.says().key().substring("event.".length());
        String said = event.says().key().equals("event.alarm.closed") || event.says().key().equals("event.alarm.fell")
                ? named(event) : tell.say(key, tell.alarm(event.says()));
        return said + figures + crossed(stack, event) + Optional.ofNullable(twins.get(event.id()))
                .map(name -> " " + tell.say("report.twin", name)).orElse("");
    }

    /// Everywhere else an alarm is told by when it began, here by when it was told.
    private String crossed(OfStack stack, TimelineEvent event) {
        return !event.says().key().endsWith("raised") ? ""
                : episode(stack, event).map(Episode::occurrence).filter(one -> AlarmText.isLater(one, event.at()))
                        .map(one -> " " + tell.say("report.crossed", tell.exactly(one.raised()),
                                tell.words().clockSeconds(event.at())))
                        .orElse("");
    }

    private static Optional<Episode> episode(OfStack stack, TimelineEvent event) {
        return event.target().filter(Target.Alarm.class::isInstance).map(Target.Alarm.class::cast)
                .flatMap(target -> stack.alarms().stream()
                        .filter(one -> one.occurrence().id().equals(target.occurrence())).findFirst());
    }

    private static Optional<Change> change(OfStack stack, TimelineEvent event) {
        return episode(stack, event).map(Episode::changes).stream().flatMap(List::stream)
                .filter(one -> one.at().equals(event.at()) && event.id().contains(" " + one.what() + " ")).findFirst();
    }

    private String named(TimelineEvent event) {
        List<Object> arguments = new ArrayList<>(event.says().arguments());
        arguments.set(0, tell.alarm(event.says()));
        return tell.say(event.says().key(), arguments.toArray());
    }

    /// The component has a column of its own.
    private static String without(TimelineEvent event, String sentence) {
        String begin = event.component().map(one -> one.name() + ": ").orElse("");
        String rest = begin.isEmpty() || !sentence.startsWith(begin) ? sentence : sentence.substring(begin.length());
        String brief = brief(rest);
        return brief.isEmpty() ? brief
                : event.kind() == Kind.VERDICT ? brief : Character.toUpperCase(brief.charAt(0)) + brief.substring(1);
    }

    /// AWS's words with names in place of ARNs, and no longer than can be read.
    static String brief(String text) {
        String shorter = ID.matcher(TARGET_GROUP.matcher(new EcsSentence(text).bare()).replaceAll("$1"))
                .replaceAll("$1").strip();
        return shorter.length() <= LONGEST ? shorter : shorter.substring(0, LONGEST) + "…";
    }

    /// The CloudWatch alarms that told the same as an alarm of the console, and the events that are left without them.
    static Twinned twinned(List<Folding.Told> told, Watches watches) {
        Map<String, NavigableMap<Long, Folding.Told>> own = new HashMap<>();
        told.stream().filter(one -> one.event().kind() == Kind.ALARM && one.event().source() != Source.CLOUDWATCH)
                .forEach(one -> side(one.event().says().key().substring("event.alarm.".length()))
                        .ifPresent(side -> own.computeIfAbsent(place(one, side), _ -> new TreeMap<>())
                                .putIfAbsent(one.event().at().getEpochSecond(), one)));
        Map<String, String> names = new HashMap<>();
        List<Folding.Told> left = told.stream().filter(one -> one.event().kind() != Kind.CLOUD_ALARM
                || twin(one, own, watches).filter(alarm -> names.putIfAbsent(alarm.event().id(),
                        one.event().says().arguments().getFirst().toString()) == null).isEmpty())
                .toList();
        return new Twinned(left, names);
    }

    private static Optional<Folding.Told> twin(Folding.Told cloud,
            Map<String, NavigableMap<Long, Folding.Told>> own, Watches watches) {
        long at = cloud.event().at().getEpochSecond();
        return side(cloud.event().says().arguments().getLast().toString())
                .map(side -> own.getOrDefault(place(cloud, side), new TreeMap<>()))
                .flatMap(near -> near.subMap(at - TWINS, true, at + TWINS, true).values().stream()
                        .filter(alarm -> watches.agree(cloud, alarm)).findFirst());
    }

    private static String place(Folding.Told one, boolean begins) {
        return one.stack().id().value() + " " + one.event().component().map(Object::toString).orElse("") + " "
                + begins;
    }

    /// Whether it begins; empty where it neither begins nor ends.
    private static Optional<Boolean> side(String word) {
        return switch (word) {
            case "ALARM", "raised", "rose" -> Optional.of(true);
            case "OK", "resolved" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// @param names by the id of the console's event
    record Twinned(List<Folding.Told> left, Map<String, String> names) {}
}
