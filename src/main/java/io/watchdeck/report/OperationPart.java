package io.watchdeck.report;

import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Verdict;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.OfStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// What persons changed through the console: who, what from which to which, why, and the verdict with its proof.
record OperationPart(HandOver facts, Telling tell) {

    static final int MOST = 120;
    private static final int REMARKS = 5;

    private record Done(OfStack stack, JournalEntry entry) {}

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "operations", tell.say("report.operations")));
        List<Done> all = facts.stacks().stream()
                .flatMap(stack -> stack.operations().stream().map(entry -> new Done(stack, entry)))
                .sorted(Comparator.comparing(each -> each.entry().begun())).toList();
        if (all.isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.operations.none")));
        } else {
            parts.add(new Table(tell.say("report.operations"), List.of(tell.say("report.column.time"),
                    tell.say("report.column.person"), tell.say("report.column.operation"),
                    tell.say("report.column.change"), tell.say("report.column.verdict")), 4,
                    all.stream().limit(MOST).map(this::row).toList()));
        }
        if (all.size() > MOST) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.more", all.size() - MOST)));
        }
        parts.add(new Paragraph(Tone.MUTED, tell.say("report.operations.elsewhere")));
        return parts;
    }

    private Row row(Done done) {
        JournalEntry entry = done.entry();
        String proof = entry.verdict().map(Verdict::sentence).map(tell::say).orElse("");
        String took = entry.took().map(span -> " " + tell.say("report.took", tell.span(span))).orElse("");
        String remarks = entry.remarks().stream().skip(Math.max(0, entry.remarks().size() - REMARKS))
                .map(one -> tell.exactly(one.at()) + " " + tell.say(one.sentence()))
                .collect(Collectors.joining("\n"));
        String warned = entry.warned().isEmpty() ? ""
                : tell.say("report.warned", entry.warned().stream().map(tell::say).collect(Collectors.joining(" ")));
        return new Row.Line(List.of(Cell.of(Look.TIME, tell.exactly(entry.begun())), Cell.of(entry.person()),
                Cell.of(Look.STRONG, OperationText.kind(tell, entry))
                        .below(tell.say("report.target", entry.operation().target(), done.stack().name())),
                Cell.of(OperationText.changes(tell, entry))
                        .below((tell.quoted(entry.note()).strip() + "\n" + warned).strip()),
                Cell.of(OperationText.severity(entry), OperationText.verdict(tell, entry))
                        .below((proof + took + "\n" + remarks).strip())),
                false);
    }
}
