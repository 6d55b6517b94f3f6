package io.watchdeck.alarms;

import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/// Makes one of a rule and the CloudWatch alarms that ask for the same ([Condition#isTwinOf]), so that the trouble keeps the
/// rule's name and a single severity whoever found it.
///
/// The freshest that knows decides. A rule knows while its metric is read, an alarm while its state is: what is too old, or
/// without data, is [State#UNKNOWN] by then, and is no vote against a source that knows. So a trouble of which our own rule
/// has no figures any more is over when AWS calls the alarm OK since, and the other way round. Where both know and differ, the
/// one in alarm is believed: they may ask for another number of periods, and neither can speak for what the other saw. For the
/// same reason a source that was OK all the time that the other was in alarm ends nothing when that one is lost: its OK is no
/// news. As long as none of them knows, nothing is decided.
///
/// It means what the more severe of them means, whichever is in alarm: otherwise it would fall and rise, and take a person's
/// word away, each time that one of them is read late.
public final class Twins {

    private Twins() {}

    /// The conditions, those that ask for the same as one, under the name of the rule.
    static List<Condition> united(List<Condition> told) {
        List<Condition> rules = told.stream().filter(one -> one.source() == Source.RULE).toList();
        Set<Condition> heard = new HashSet<>();
        var all = new ArrayList<Condition>();
        for (Condition rule : rules) {
            List<Condition> alarms = told.stream().filter(rule::isTwinOf).toList();
            heard.addAll(alarms);
            all.add(alarms.isEmpty() ? rule : united(rule, alarms));
        }
        told.stream().filter(one -> one.source() == Source.CLOUDWATCH && !heard.contains(one)).forEach(all::add);
        return all;
    }

    private static Condition united(Condition rule, List<Condition> alarms) {
        Condition says = Stream.of(State.ALARM, State.OK)
                .flatMap(state -> Stream.concat(Stream.of(rule), alarms.stream()).filter(one -> one.state() == state))
                .findFirst().orElse(rule);
        OptionalDouble value = Stream.concat(Stream.of(says, rule), alarms.stream()).map(Condition::value)
                .filter(OptionalDouble::isPresent).findFirst().orElse(OptionalDouble.empty());
        return new Condition(rule.name(), rule.source(), rule.on(), rule.metric(), worst(rule, alarms), says.state(),
                value, rule.threshold(), rule.compared(), says.since(), says.sentence(), rule.gone());
    }

    /// Whether only an alarm of CloudWatch finds what is found under a rule's name, and the rule finds none.
    static boolean isDisputed(Condition found, List<Condition> raw) {
        return raw.stream().anyMatch(one -> one.source() == Source.RULE && one.source() == found.source()
                && one.name().equals(found.name()) && one.state() == State.OK);
    }

    /// Whether what is OK may end an occurrence: all that ask for the same as its rule know, or one of them turned OK while it
    /// lasted.
    static boolean areHeard(Occurrence one, List<Condition> raw) {
        Optional<Condition> rule = raw.stream().filter(each -> each.source() == Source.RULE
                && each.source() == one.now().source() && each.name().equals(one.now().name())).findFirst();
        if (rule.isEmpty()) {
            return true;
        }
        List<Condition> alarms = raw.stream().filter(rule.get()::isTwinOf).toList();
        if (Stream.concat(rule.stream(), alarms.stream()).noneMatch(each -> each.state() == State.UNKNOWN)) {
            return true;
        }
        return rule.get().state() == State.OK && !one.now().disputed()
                || alarms.stream().anyMatch(each -> each.state() == State.OK
                        && each.since().filter(since -> since.isAfter(one.raised())).isPresent());
    }

    private static Severity worst(Condition one, List<Condition> twins) {
        return twins.stream().map(Condition::severity).reduce(one.severity(), Severity::worse);
    }

    /// The same condition, as severe as the worst that asks for the same.
    public static Condition leveled(Condition one, Collection<Condition> all) {
        Severity worst = worst(one, all.stream().filter(one::isTwinOf).toList());
        return worst == one.severity() ? one : new Condition(one.name(), one.source(), one.on(), one.metric(), worst,
                one.state(), one.value(), one.threshold(), one.compared(), one.since(), one.sentence(), one.gone());
    }
}
