package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.alarms.Comparison;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts the details of an alarm into words.
final class DetailText {

    private final Words words;
    private final AlarmText text;
    private final MetricCatalogue catalogue = MetricCatalogue.standard();

    DetailText(Words words) {
        this.words = words;
        text = new AlarmText(words);
    }

    /// @param every how often the console reads
    DetailFacts of(AlarmFacts one, Duration every, Instant now) {
        Occurrence it = one.occurrence();
        return new DetailFacts(one.key(), one.live() ? one.severity() : Severity.FINE,
                one.group() != AlarmGroup.OPEN, text.title(one), text.sentence(one), one.stack().name(),
                one.stack().environment(), text.component(one),
                words.say("ui.alarms.badge." + (it.status() instanceof Status.Closed ? "closed" : one.group().word())),
                one.group() == AlarmGroup.OPEN ? Tone.of(one.severity()) : Tone.MUTED, standing(one, now),
                sources(one, every, now), deadline(one, now), held(one, now), text.read(one, now), one.live(),
                it.now().metric().flatMap(catalogue::find).isPresent(), one.stack().reference(it));
    }

    private String standing(AlarmFacts one, Instant now) {
        Occurrence it = one.occurrence();
        String since = words.when(it.raised(), now);
        String said = switch (it.status()) {
            case Status.Open(var from, var _) -> words.say("ui.alarms.standing.open", since,
                    Duration.between(from, now));
            case Status.Acknowledged _, Status.Snoozed _ -> words.say("ui.alarms.standing.held", since,
                    Duration.between(it.raised(), now));
            case Status.Resolved(var at, var _) -> words.say("ui.alarms.standing.over", since, words.when(at, now),
                    Duration.between(it.raised(), at));
            case Status.Closed(var at, var why, var _) -> words.say("list.and",
                    words.say("ui.alarms.standing.over", since, words.when(at, now), Duration.between(it.raised(), at)),
                    words.say("ui.alarms.change." + key(why)));
        };
        String known = it.unknownSince().filter(_ -> one.live())
                .map(from -> words.say("list.and", said, words.say("ui.alarms.unknownSince", words.when(from, now))))
                .orElse(said);
        String owned = it.had().isEmpty() || it.status() instanceof Status.Held ? known
                : words.say("list.and", known, text.owner(it, now));
        return one.times() > 1 ? words.say("list.and", owned, words.say("ui.alarms.times", one.times())) : owned;
    }

    /// The last part of the keys that say why nothing can tell of an alarm any more.
    static String key(Status.Closed.Why why) {
        return switch (why) {
            case NO_LONGER_EXISTS -> "gone";
            case NOT_WATCHED -> "notWatched";
        };
    }

    private String held(AlarmFacts one, Instant now) {
        if (!one.live() || one.word().isEmpty()) {
            return "";
        }
        Word word = one.word().get();
        String given = words.say("ui.alarms.given", text.who(one, now), words.when(word.at(), now));
        return word.note().isBlank() ? given : given + "\n" + word.note();
    }

    private String deadline(AlarmFacts one, Instant now) {
        return one.live() ? one.stack().deadline(one.occurrence().key())
                .map(end -> words.say("ui.alarms.deadline", words.when(end, now))).orElse("") : "";
    }

    private List<DetailFacts.SourceLine> sources(AlarmFacts one, Duration every, Instant now) {
        var lines = new ArrayList<DetailFacts.SourceLine>();
        List<Condition> rules = of(one, Source.RULE);
        if (!rules.isEmpty() && rules.getFirst().metric().isEmpty()) {
            rules.forEach(each -> lines.add(new DetailFacts.SourceLine(false, beside(one, words.rule(each.name())), "",
                    words.say(each.sentence()) + "\n" + words.say("ui.alarms.source.bill"))));
        } else if (!rules.isEmpty()) {
            List<String> all = rules.stream().map(each -> words.rule(each.name())).distinct().toList();
            lines.add(new DetailFacts.SourceLine(false, beside(one, words.list(all)), levels(one, rules),
                    says(one, rules, now) + "\n"
                            + words.say("ui.alarms.source.rule", every)));
        }
        of(one, Source.CLOUDWATCH).forEach(each -> lines.add(cloud(one, each, now)));
        if (lines.isEmpty()) {
            Finding found = one.occurrence().now();
            boolean cloud = found.source() == Source.CLOUDWATCH;
            lines.add(new DetailFacts.SourceLine(cloud, cloud ? found.name() : words.rule(found.name()), "",
                    words.say("ui.alarms.source.gone")));
        }
        return lines;
    }

    /// What the title does not say already.
    private String beside(AlarmFacts one, String names) {
        return names.equals(text.title(one)) ? "" : names;
    }

    private static List<Condition> of(AlarmFacts one, Source source) {
        return one.stack().tellers(one.occurrence().key()).stream().filter(each -> each.source() == source)
                .sorted(Comparator.comparing(Condition::severity).reversed()).toList();
    }

    /// What a source says, since when, and of when that is: of the worst of its conditions that is in alarm, else of one that
    /// is not known.
    private String says(AlarmFacts one, List<Condition> conditions, Instant now) {
        Condition each = Stream.of(State.ALARM, State.UNKNOWN, State.OK)
                .flatMap(state -> conditions.stream().filter(any -> any.state() == state)).findFirst().orElseThrow();
        String state = each.state().name().toLowerCase(Locale.ROOT);
        String said = each.since().filter(_ -> each.state() != State.UNKNOWN)
                .map(at -> words.say("ui.alarms.source.says." + state + ".since", words.when(at, now)))
                .orElseGet(() -> words.say("ui.alarms.source.says." + state));
        Optional<Instant> asOf = each.source() == Source.CLOUDWATCH
                ? one.stack().snapshot().alarms().state().latestAsOf()
                : one.stack().figure(one.occurrence()).flatMap(figure -> figure.latest().state().latestAsOf())
                        .or(() -> Optional.of(one.stack().snapshot().asOf()));
        return asOf.map(at -> words.say("ui.alarms.source.asOf", said, words.when(at, now))).orElse(said);
    }

    private DetailFacts.SourceLine cloud(AlarmFacts one, Condition each, Instant now) {
        Optional<CloudAlarm> alarm = one.stack().alarm(each.name());
        int notified = alarm.map(known -> known.actions().size()).orElse(0);
        String beside = alarm.isEmpty() ? says(one, List.of(each), now)
                : says(one, List.of(each), now) + "\n" + words.say("ui.alarms.source.actions", notified);
        String reason = alarm.map(CloudAlarm::reason).filter(said -> !said.isBlank()).map(said -> "\n" + said)
                .orElse("");
        return new DetailFacts.SourceLine(true, each.name(), levels(one, List.of(each)), beside + reason);
    }

    /// As in `critical below 24 h, warning below 72 h`.
    private String levels(AlarmFacts one, List<Condition> conditions) {
        return conditions.stream().filter(each -> each.threshold().isPresent()).map(each -> level(one, each)).distinct()
                .collect(Collectors.joining(", "));
    }

    private String level(AlarmFacts one, Condition each) {
        double threshold = each.threshold().getAsDouble();
        String limit = each.compared().map(Comparison::relation)
                .map(relation -> text.compared(one, relation, threshold))
                .orElseGet(() -> text.amount(one, threshold));
        return words.say("ui.alarms.source.level", words.say("ui.alarms.severity." + each.severity().word()), limit);
    }
}
