package io.watchdeck.report;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Severity;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.report.Document.Bullet;
import io.watchdeck.report.Document.Bullets;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfService;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The report in sentences: what was wrong, since when, who had it, what was done, whether it helped, what is still open.
/// It says what came before and after what, never that one came of the other.
record SummaryPart(HandOver facts, Telling tell) {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int TROUBLES = 4;
    private static final int DEPLOYMENTS = 4;
    private static final int OPERATIONS = 5;
    private static final int REPLACEMENTS = 4;
    private static final int OPEN = 8;

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "summary", tell.say("report.summary")));
        parts.add(new Paragraph(Tone.LEAD, lead()));
        facts.stacks().stream().sorted(Comparator.comparing(SummaryPart::worst).reversed()).forEach(stack -> {
            parts.add(new Heading(2, "summary-" + stack.id().value(), tell.say("report.stack", stack.name(),
                    tell.say("report.environment." + stack.file().environment().word()))));
            parts.add(new Bullets(bullets(stack)));
        });
        return parts;
    }

    private static Severity worst(OfStack stack) {
        return troubles(stack).map(one -> one.occurrence().worst()).reduce(Severity.FINE, Severity::worse);
    }

    /// What wakes somebody: notices are money and scaling.
    static Stream<Episode> troubles(OfStack stack) {
        return stack.alarms().stream().filter(one -> isTrouble(one.occurrence()));
    }

    private static boolean isTrouble(Occurrence one) {
        return one.worst().compareTo(Severity.WARNING) >= 0;
    }

    private String lead() {
        List<Episode> open = facts.stacks().stream().flatMap(stack -> stack.open().stream())
                .filter(one -> isTrouble(one.occurrence())).toList();
        long without = open.stream().filter(one -> one.occurrence().status() instanceof Status.Open).count();
        long raised = facts.stacks().stream().flatMap(SummaryPart::troubles).count();
        List<String> names = facts.stacks().stream().filter(stack -> worst(stack) != Severity.FINE)
                .map(OfStack::name).toList();
        String what = raised == 0 ? tell.say("report.lead.quiet")
                : tell.say("report.lead.alarms", raised, tell.words().list(names));
        String rest = open.isEmpty() ? tell.say(raised == 0 ? "report.lead.noneOpen" : "report.lead.over")
                : tell.say("report.lead." + still(open.size(), without), open.size(), without);
        return tell.say("list.sentences", what, rest) + asOf();
    }

    private static String still(int open, long without) {
        return open == 1 ? without == 0 ? "openHeld" : "openOne"
                : without == 0 ? "openAllHeld" : without == open ? "openNone" : "open";
    }

    /// Where nobody has judged for a while, what is open now is what was open then.
    private String asOf() {
        return facts.stacks().stream().flatMap(stack -> stack.seen().judged().stream()).min(Comparator.naturalOrder())
                .filter(at -> Duration.between(at, facts.made()).compareTo(OpenPart.SOON) > 0)
                .map(at -> " " + tell.say("report.lead.asOf", tell.at(at))).orElse("");
    }

    /// Said in the order in which it began.
    private record Timed(Instant at, Bullet bullet) {}

    private List<Bullet> bullets(OfStack stack) {
        var timed = new ArrayList<Timed>();
        var others = new ArrayList<Bullet>();
        deployments(stack, timed, others);
        troubles(stack, timed, others);
        operations(stack, timed, others);
        var bullets = new ArrayList<>(timed.stream().sorted(Comparator.comparing(Timed::at)).map(Timed::bullet)
                .toList());
        bullets.addAll(others);
        spot(stack).forEach(bullets::add);
        open(stack).ifPresent(bullets::add);
        new UnknownPart(facts, tell).unwatched(stack).ifPresent(text -> bullets.add(
                new Bullet(Optional.of(Severity.UNKNOWN), text)));
        return bullets;
    }

    private void troubles(OfStack stack, List<Timed> timed, List<Bullet> others) {
        Map<AlarmKey, List<Episode>> byTrouble = new LinkedHashMap<>();
        troubles(stack).forEach(one -> byTrouble.computeIfAbsent(one.occurrence().key(), _ -> new ArrayList<>())
                .add(one));
        if (byTrouble.isEmpty()) {
            others.add(Bullet.of(tell.say(stack.seen().watched().isEmpty() ? "report.noAlarm.unwatched"
                    : "report.noAlarm")));
            return;
        }
        List<List<Episode>> first = byTrouble.values().stream()
                .sorted(Comparator.comparing(SummaryPart::severity).reversed()
                        .thenComparing(all -> all.getFirst().occurrence().raised()))
                .limit(TROUBLES).toList();
        first.forEach(all -> timed.add(new Timed(all.getFirst().occurrence().raised(), trouble(stack, all))));
        long left = troubles(stack).count() - first.stream().mapToInt(List::size).sum();
        if (left > 0) {
            others.add(Bullet.of(tell.say("report.otherAlarms", left)));
        }
    }

    private static Severity severity(List<Episode> all) {
        return all.stream().map(one -> one.occurrence().worst()).reduce(Severity.FINE, Severity::worse);
    }

    private Bullet trouble(OfStack stack, List<Episode> all) {
        Episode first = all.getFirst();
        Occurrence one = first.occurrence();
        Occurrence worst = all.stream().map(Episode::occurrence).reduce(SummaryPart::worse).orElse(one);
        String when = one.resolved().map(end -> tell.say("report.trouble.over", tell.between(one.raised(), end),
                tell.span(AlarmText.span(one.raised(), end))))
                .orElseGet(() -> tell.say("report.trouble.open", tell.at(one.raised())));
        String figure = new AlarmText(tell).worst(stack, worst)
                .map(text -> tell.say("report.trouble.worst", text)).orElse("");
        String who = new AlarmText(tell).who(first);
        String said = all.size() == 1 ? tell.say("report.trouble", tell.title(one), when, figure, who)
                : tell.say("report.trouble.again", tell.title(one), when, figure, who, all.size() - 1, tell.words()
                        .list(all.stream().skip(1).limit(3).map(each -> tell.at(each.occurrence().raised())).toList()));
        return new Bullet(Optional.of(severity(all)), said);
    }

    /// Of two episodes of one trouble the one with the worse value, as far as the values are known.
    private static Occurrence worse(Occurrence one, Occurrence other) {
        if (one.worstValue().isEmpty() || other.worstValue().isEmpty()) {
            return one.worstValue().isPresent() ? one : other;
        }
        boolean otherIsMore = other.worstValue().getAsDouble() > one.worstValue().getAsDouble();
        boolean below = one.now().relation().filter(side -> side == Relation.BELOW || side == Relation.AT_MOST)
                .isPresent();
        return otherIsMore != below ? other : one;
    }

    private void deployments(OfStack stack, List<Timed> timed, List<Bullet> others) {
        List<TimelineEvent> began = stack.events().stream().filter(one -> one.kind() == Kind.DEPLOYMENT).toList();
        began.stream().limit(DEPLOYMENTS)
                .forEach(one -> timed.add(new Timed(one.at(), Bullet.of(deployment(stack, one)))));
        if (began.size() > DEPLOYMENTS) {
            others.add(Bullet.of(tell.say("report.otherDeployments", began.size() - DEPLOYMENTS)));
        }
    }

    private String deployment(OfStack stack, TimelineEvent began) {
        List<Object> names = began.says().arguments();
        Optional<TimelineEvent> end = stack.events().stream().filter(one -> one.kind() == Kind.ROLLOUT
                && one.target().equals(began.target())).findFirst();
        String outcome = end.map(one -> tell.say(one.severity() == Severity.FINE ? "report.deployment.completed"
                : "report.deployment.failed", tell.at(one.at()), tell.span(AlarmText.span(began.at(), one.at()))))
                .orElseGet(() -> tell.say("report.deployment.noEnd"));
        return tell.say("report.deployment", tell.at(began.at()), names.getLast(), names.getFirst(), outcome)
                + firstAlarm(stack, began.at());
    }

    /// Of a deployment that a person began here it would say nothing: what was wrong was wrong before.
    private String firstAlarm(OfStack stack, Instant began) {
        boolean done = stack.operations().stream().anyMatch(entry -> !entry.begun().isAfter(began)
                && Duration.between(entry.begun(), began).compareTo(SOON) <= 0);
        return done ? "" : troubles(stack).map(Episode::occurrence)
                .filter(one -> !one.raised().isBefore(began)
                        && Duration.between(began, one.raised()).compareTo(Duration.ofMinutes(15)) <= 0)
                .min(Comparator.comparing(Occurrence::raised))
                .map(one -> " " + firstAlarm(one, Duration.between(began, one.raised()))).orElse("");
    }

    /// Alarms are raised at the minute of their metric: less than one is no time between.
    private String firstAlarm(Occurrence one, Duration later) {
        return later.compareTo(Duration.ofMinutes(1)) < 0 ? tell.say("report.deployment.alarmThen", tell.title(one))
                : tell.say("report.deployment.alarm", tell.title(one), tell.span(later));
    }

    private void operations(OfStack stack, List<Timed> timed, List<Bullet> others) {
        stack.operations().stream().limit(OPERATIONS)
                .forEach(entry -> timed.add(new Timed(entry.begun(), operation(stack, entry))));
        if (stack.operations().size() > OPERATIONS) {
            others.add(Bullet.of(tell.say("report.otherOperations", stack.operations().size() - OPERATIONS)));
        }
        if (stack.operations().isEmpty() && troubles(stack).findAny().isPresent()) {
            others.add(Bullet.of(tell.say("report.nothingDone")));
        }
    }

    private Bullet operation(OfStack stack, JournalEntry entry) {
        String verdict = entry.verdict().map(end -> tell.say("report.done.verdict",
                OperationText.verdict(tell, entry), tell.say(end.sentence()).replaceAll("\\.$", ""),
                tell.span(AlarmText.span(entry.begun(), end.at()))))
                .orElseGet(() -> tell.say("report.done.open"));
        String did = tell.say("report.done", tell.at(entry.begun()), entry.person(), OperationText.kind(tell, entry),
                entry.operation().target(), OperationText.changes(tell, entry)) + tell.quoted(entry.note()) + ". ";
        return new Bullet(Optional.of(OperationText.severity(entry)), did + verdict + helped(stack, entry));
    }

    /// Of the alarms that were open when it began, how many were over since.
    private String helped(OfStack stack, JournalEntry entry) {
        List<Occurrence> then = troubles(stack).map(Episode::occurrence)
                .filter(one -> !one.raised().isAfter(entry.begun())
                        && one.resolved().map(end -> end.isAfter(entry.begun())).orElse(true))
                .toList();
        List<Instant> over = then.stream().filter(one -> one.status() instanceof Status.Resolved)
                .flatMap(one -> one.resolved().stream()).sorted().toList();
        if (then.isEmpty()) {
            return "";
        }
        return " " + (over.isEmpty() ? tell.say("report.helped.none", then.size())
                : tell.say("report.helped", then.size(), over.size(),
                        tell.words().list(over.stream().map(end -> tell.span(AlarmText.span(entry.begun(), end)))
                                .distinct().limit(6).toList())));
    }

    private Stream<Bullet> spot(OfStack stack) {
        return stack.spot().services().stream().filter(one -> !one.interruptions().isEmpty())
                .map(one -> Bullet.of(spot(one)));
    }

    private String spot(OfService one) {
        List<Duration> times = one.interruptions().stream().flatMap(each -> each.timeToReplacement().stream()).toList();
        List<String> waited = times.stream().map(SpotPart.saying(tell)).toList();
        boolean allBefore = times.size() == one.interruptions().size() && times.stream().allMatch(Duration::isZero);
        String replaced = waited.isEmpty() ? tell.say("report.spot.notReplaced")
                : allBefore ? tell.say("report.spot.allBefore")
                : tell.say("report.spot.replaced", tell.words().list(waited.stream().limit(REPLACEMENTS).toList()));
        String plan = one.spec().expected().replacement()
                .map(expected -> tell.say("report.spot.plan", tell.span(expected))).orElse("");
        return tell.say("report.spot.took", one.interruptions().size(), one.spec().name(), replaced, plan);
    }

    private Optional<Bullet> open(OfStack stack) {
        List<Episode> open = stack.open().stream().filter(one -> isTrouble(one.occurrence())).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        int left = open.size() > OPEN ? open.size() - OPEN + 1 : 0;
        var names = new ArrayList<>(open.stream().limit(open.size() - left)
                .map(one -> tell.title(one.occurrence())).toList());
        if (left > 0) {
            names.add(tell.say("report.openStill.more", left));
        }
        return Optional.of(new Bullet(Optional.of(open.stream().map(one -> one.occurrence().severity())
                .reduce(Severity.FINE, Severity::worse)),
                tell.say("report.openStill", open.size(), tell.words().list(names))));
    }
}
