package io.watchdeck.report;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.model.Severity;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.Episode;
import io.watchdeck.report.HandOver.OfStack;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The alarms of the time: raised, who took them up after how long, over after how long, the worst value against the limit.
record AlarmPart(HandOver facts, Telling tell) {

    static final int MOST = 120;

    private record Raised(OfStack stack, Episode episode) {
        Occurrence one() {
            return episode.occurrence();
        }
    }

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "alarms", tell.say("report.alarms")));
        List<Raised> all = facts.stacks().stream()
                .flatMap(stack -> stack.alarms().stream().map(one -> new Raised(stack, one)))
                .sorted(Comparator.comparing(each -> each.one().raised())).toList();
        if (all.isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.alarms.none")));
            return parts;
        }
        List<Raised> shown = all.size() <= MOST ? all : worst(all);
        parts.add(new Table(tell.say("report.alarms"), head(), 5, shown.stream().map(this::row).toList()));
        if (all.size() > shown.size()) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.alarms.left", all.size() - shown.size())));
        }
        return parts;
    }

    /// The most severe, in order of time.
    private static List<Raised> worst(List<Raised> all) {
        return all.stream().sorted(Comparator.comparing((Raised each) -> each.one().worst(), Severity::compareTo)
                .reversed()).limit(MOST).sorted(Comparator.comparing(each -> each.one().raised())).toList();
    }

    private List<String> head() {
        return List.of(tell.say("report.column.worst"), tell.say("report.column.stack"),
                tell.say("report.column.alarm"), tell.say("report.column.worstValue"),
                tell.say("report.column.raised"), tell.say("report.column.tookUp"), tell.say("report.column.over"));
    }

    private Row row(Raised raised) {
        Occurrence one = raised.one();
        var text = new AlarmText(tell);
        String before = one.raised().isBefore(facts.range().from()) ? tell.say("report.before")
                : AlarmText.told(raised.episode()).map(at -> tell.say("report.told", tell.exactly(at))).orElse("");
        return new Row.Line(List.of(Cell.of(one.worst(), tell.severity(one.worst())),
                Cell.of(raised.stack().name()),
                Cell.of(Look.STRONG, tell.alarm(one.now())).below(tell.component(one)),
                Cell.of(text.worst(raised.stack(), one).orElseGet(() -> tell.say("report.noFigure"))),
                Cell.of(tell.exactly(one.raised())).below(before), Cell.of(text.who(raised.episode())),
                Cell.of(text.end(one)).below(text.after(one))), false);
    }
}
