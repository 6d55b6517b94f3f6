package io.watchdeck.report;

import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Quote;
import io.watchdeck.report.Document.Quotes;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.timeline.TimelineEvent;
import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.timeline.TimelineEvent.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// AWS's own sentences in full, each once, the first time it was said; those of every day are only counted.
record SentencePart(HandOver facts, Telling tell) {

    static final int MOST = 200;
    private static final int LONGEST = 2_000;

    private record Said(Instant at, String source, String text) {}

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "sentences", tell.say("report.sentences")));
        Map<String, Said> first = new LinkedHashMap<>();
        List<TimelineEvent> told = facts.stacks().stream().flatMap(stack -> stack.events().stream())
                .filter(one -> one.source() != Source.WATCHDECK).toList();
        int routine = (int) told.stream().filter(Folding::isRoutine).count();
        told.stream().filter(one -> !Folding.isRoutine(one)).flatMap(SentencePart::said)
                .sorted(Comparator.comparing(Said::at)).forEach(one -> first.putIfAbsent(one.text(), one));
        if (routine > 0) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.sentences.routine", routine)));
        }
        if (first.isEmpty()) {
            if (routine == 0) {
                parts.add(new Paragraph(Tone.PLAIN, tell.say("report.sentences.none")));
            }
            return parts;
        }
        parts.add(new Quotes(first.values().stream().limit(MOST)
                .map(one -> new Quote(tell.exactly(one.at()), one.source(), one.text())).toList()));
        if (first.size() > MOST) {
            parts.add(new Paragraph(Tone.MUTED, tell.say("report.sentences.left", first.size() - MOST)));
        }
        return parts;
    }

    private static Stream<Said> said(TimelineEvent event) {
        Stream<String> own = event.kind() == Kind.SCALING || event.kind() == Kind.DATABASE
                ? Stream.of(event.says().arguments().getLast().toString()) : Stream.of();
        return Stream.concat(own, event.details().stream()).filter(text -> !text.isBlank())
                .map(text -> new Said(event.at(), event.source().label(),
                        text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…"));
    }
}
