package io.watchdeck.report;

import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.Folding.Fold;
import io.watchdeck.report.Folding.Told;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What happened, in order. However much it was, no more than a person can read: the longer the time, the more is folded.
record OrderPart(HandOver facts, Telling tell) {

    /// Lines; beyond, what is least is left out and counted.
    static final int MOST = 250;
    private static final List<Duration> WINDOWS = List.of(Duration.ofMinutes(2), Duration.ofMinutes(10),
            Duration.ofHours(1), Duration.ofDays(1), Duration.ofDays(7));
    private static final Duration HOURS = Duration.ofDays(3);

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "order", tell.say("report.order")));
        List<Told> all = facts.stacks().stream()
                .flatMap(stack -> stack.events().stream().map(event -> new Told(stack, event)))
                .sorted(Comparator.comparing(one -> one.event().at())).toList();
        if (all.isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.order.none")));
            return parts;
        }
        EventText.Twinned twinned = EventText.twinned(all, Watches.of(facts.stacks()));
        List<Fold> folds = folded(twinned.left());
        List<Fold> kept = kept(folds);
        parts.add(new Paragraph(Tone.MUTED, tell.say("report.order.how", all.size(), kept.size())));
        parts.add(table(kept, new EventText(tell, twinned.names())));
        if (kept.size() < folds.size()) {
            int left = events(folds) - events(kept);
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.order.left", left)));
        }
        return parts;
    }

    private static int events(List<Fold> folds) {
        return folds.stream().mapToInt(one -> one.events().size()).sum();
    }

    private List<Fold> folded(List<Told> told) {
        List<Fold> folds = List.of();
        for (Duration window : WINDOWS) {
            boolean tooLong = facts.range().length().compareTo(window.multipliedBy(200)) > 0;
            if (!tooLong) {
                folds = new Folding(window).fold(told);
                if (folds.size() <= MOST) {
                    return folds;
                }
            }
        }
        return folds.isEmpty() ? new Folding(WINDOWS.getLast()).fold(told) : folds;
    }

    /// What persons did and what was deployed comes before what is severe, that before what is not, and what is routine last.
    private static List<Fold> kept(List<Fold> folds) {
        return folds.size() <= MOST ? folds : folds.stream().sorted(Comparator.comparing(OrderPart::rank).reversed())
                .limit(MOST).sorted(Comparator.comparing(Fold::at)).toList();
    }

    private static int rank(Fold fold) {
        return switch (fold.first().kind()) {
            case OPERATION, VERDICT, WORD, DEPLOYMENT, ROLLOUT -> Severity.values().length;
            case TASK_STOP, INTERRUPTION, PLACEMENT, SERVICE, SCALING, DATABASE, PIPELINE, ALARM, CLOUD_ALARM ->
                fold.isRoutine() ? -1 : fold.severity().ordinal();
        };
    }

    private Table table(List<Fold> folds, EventText text) {
        boolean many = facts.stacks().size() > 1;
        var head = new ArrayList<>(List.of(tell.say("report.column.time"), tell.say("report.column.severity")));
        if (many) {
            head.add(tell.say("report.column.stack"));
        }
        head.addAll(List.of(tell.say("report.column.component"), tell.say("report.column.what"),
                tell.say("report.column.source")));
        boolean hours = facts.range().length().compareTo(HOURS) <= 0;
        var rows = new ArrayList<Row>();
        String before = "";
        for (Fold fold : folds) {
            String group = hours ? hour(fold) : tell.words().weekday(tell.day(fold.at()));
            if (!group.equals(before)) {
                rows.add(new Row.Group(group));
                before = group;
            }
            rows.add(line(fold, text, many));
        }
        return new Table(tell.say("report.order"), head, many ? 4 : 3, rows);
    }

    private String hour(Fold fold) {
        var begin = fold.at().atZone(tell.words().zone()).truncatedTo(ChronoUnit.HOURS).toInstant();
        return tell.say("report.order.hour", tell.words().weekday(tell.day(begin)), tell.words().clock(begin),
                tell.words().clock(begin.plus(Duration.ofHours(1))));
    }

    private Row line(Fold fold, EventText text, boolean many) {
        int count = fold.events().size();
        boolean loud = fold.severity().compareTo(Severity.NOTICE) > 0;
        boolean again = count > 1 && fold.sort() == Folding.Sort.SAME;
        String until = tell.words().clockSeconds(fold.at()).equals(tell.words().clockSeconds(fold.until())) ? ""
                : tell.say("report.until", tell.day(fold.at()).equals(tell.day(fold.until()))
                        ? tell.words().clockSeconds(fold.until()) : tell.exactly(fold.until()));
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(Look.TIME, tell.words().clockSeconds(fold.at())).below(until));
        cells.add(loud ? Cell.of(fold.severity(), tell.severity(fold.severity())) : Cell.of(""));
        if (many) {
            cells.add(Cell.of(fold.stack().name()));
        }
        cells.add(Cell.of(component(fold)));
        cells.add(Cell.of(text.of(fold)).below(again ? tell.say("report.times", count) : ""));
        cells.add(Cell.of(fold.first().source().label()));
        return new Row.Line(cells, isEveryday(fold));
    }

    /// What somebody wants to see only when looking for it.
    private static boolean isEveryday(Fold fold) {
        return switch (fold.first().kind()) {
            case SERVICE, TASK_STOP, CLOUD_ALARM, SCALING, DATABASE -> fold.severity().compareTo(Severity.NOTICE) <= 0;
            case DEPLOYMENT, ROLLOUT, INTERRUPTION, PLACEMENT, PIPELINE, ALARM, WORD, OPERATION, VERDICT -> false;
        };
    }

    private String component(Fold fold) {
        List<String> names = fold.events().stream().flatMap(one -> one.component().stream())
                .map(one -> one.kind() == ComponentKind.STACK ? tell.say("report.wholeStack") : one.name()).distinct()
                .toList();
        return names.size() > 2 ? tell.say("report.components", names.size()) : tell.words().list(names);
    }
}
