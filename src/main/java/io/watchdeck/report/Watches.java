package io.watchdeck.report;

import io.watchdeck.alarms.Condition;
import io.watchdeck.report.Folding.Told;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which metrics alarms watch, as far as that is known: alarms of two metrics never tell the same.
///
/// @param clouds by the stack and the name of the CloudWatch alarm
/// @param own    by the console's occurrence
record Watches(Map<String, String> clouds, Map<UUID, String> own) {

    static Watches of(List<OfStack> stacks) {
        var clouds = new HashMap<String, String>();
        var own = new HashMap<UUID, String>();
        for (OfStack stack : stacks) {
            stack.seen().last().stream().flatMap(last -> last.conditions().stream())
                    .filter(one -> one.source() == Condition.Source.CLOUDWATCH)
                    .forEach(one -> one.metric().ifPresent(metric -> clouds.put(key(stack, one.name()), metric)));
            stack.alarms().stream().map(Episode::occurrence)
                    .forEach(one -> one.now().metric().ifPresent(metric -> own.put(one.id(), metric)));
        }
        return new Watches(clouds, own);
    }

    boolean agree(Told cloud, Told alarm) {
        Optional<String> theirs = Optional.ofNullable(clouds.get(key(cloud.stack(),
                cloud.event().says().arguments().getFirst().toString())));
        Optional<String> ours = alarm.event().target().filter(Target.Alarm.class::isInstance)
                .map(Target.Alarm.class::cast).map(target -> own.get(target.occurrence()));
        return theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours);
    }

    private static String key(OfStack stack, String name) {
        return stack.id().value() + " " + name;
    }
}
