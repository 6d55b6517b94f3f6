package io.watchdeck.report;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.OfStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What is open when the report is made.
record OpenPart(HandOver facts, Telling tell) {

    /// Alarms are judged every minute or two: older is told.
    static final Duration SOON = Duration.ofMinutes(15);
    private static final int MOST = 60;

    private record Open(OfStack stack, Occurrence one) {}

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "open", tell.say("report.open", tell.at(facts.made()))));
        List<Open> open = facts.stacks().stream()
                .flatMap(stack -> stack.open().stream().map(one -> new Open(stack, one.occurrence())))
                .sorted(Comparator.comparing((Open each) -> each.one().severity()).reversed()
                        .thenComparing(each -> each.one().raised()))
                .toList();
        facts.stacks().forEach(stack -> stack.seen().judged()
                .filter(at -> Duration.between(at, facts.made()).compareTo(SOON) > 0)
                .ifPresentOrElse(at -> parts.add(new Paragraph(Tone.PLAIN,
                        tell.say("report.open.judged", stack.name(), tell.at(at)))), () -> {
                            if (stack.seen().judged().isEmpty()) {
                                parts.add(new Paragraph(Tone.PLAIN, tell.say("report.open.never", stack.name())));
                            }
                        }));
        if (open.isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.open.none")));
        } else {
            parts.add(new Table(tell.say("report.open.table"), head(), 5,
                    open.stream().limit(MOST).map(this::row).toList()));
        }
        if (open.size() > MOST) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.more", open.size() - MOST)));
        }
        facts.stacks().forEach(stack -> stack.operations().stream().filter(entry -> !entry.isOver())
                .forEach(entry -> parts.add(new Paragraph(Tone.PLAIN, running(stack, entry)))));
        facts.stacks().forEach(stack -> stack.operations().forEach(entry -> entry.reminder()
                .filter(one -> !one.settled()).ifPresent(one -> parts.add(new Paragraph(Tone.PLAIN,
                        tell.say("report.reminder", stack.name(), OperationText.kind(tell, entry),
                                entry.operation().target(), tell.at(one.at())))))));
        return parts;
    }

    private List<String> head() {
        return List.of(tell.say("report.column.severity"), tell.say("report.column.stack"),
                tell.say("report.column.alarm"), tell.say("report.column.value"), tell.say("report.column.since"),
                tell.say("report.column.who"));
    }

    private Row row(Open open) {
        Occurrence one = open.one();
        String value = new AlarmText(tell).figures(open.stack(), one, one.now().value())
                .orElseGet(() -> tell.say("report.noFigure"));
        String unknown = one.unknownSince().map(since -> tell.say("report.unknownSince", tell.at(since))).orElse("");
        return new Row.Line(List.of(Cell.of(one.severity(), tell.severity(one.severity())),
                Cell.of(open.stack().name()), Cell.of(Look.STRONG, tell.alarm(one.now())).below(tell.component(one)),
                Cell.of(value).below(unknown),
                Cell.of(tell.at(one.raised())).below(tell.span(AlarmText.span(one.raised(), asOf(open.stack())))),
                Cell.of(new AlarmText(tell).holder(one))), false);
    }

    /// Nobody knows how long it was open after it was judged last.
    private Instant asOf(OfStack stack) {
        return stack.seen().judged().filter(facts.made()::isAfter).orElse(facts.made());
    }

    private String running(OfStack stack, JournalEntry entry) {
        return tell.say("report.running", stack.name(), OperationText.kind(tell, entry), entry.operation().target(),
                tell.at(entry.begun()), entry.person());
    }
}
