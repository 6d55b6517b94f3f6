package io.watchdeck.report;

import io.watchdeck.report.Document.Bullet;
import io.watchdeck.report.Document.Bullets;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// What the report is of: the time in the reader's zone and in UTC, the stacks, who made it when.
record HeadPart(HandOver facts, Telling tell) {

    String title() {
        return tell.say("report.title", names());
    }

    private String names() {
        return tell.words().list(facts.stacks().stream().map(OfStack::name).distinct().toList());
    }

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        var utc = new Words(tell.words().locale(), ZoneId.of("UTC"));
        parts.add(new Paragraph(Tone.PLAIN, tell.say("report.range", range(tell.words()),
                tell.span(facts.range().length()))));
        if (!tell.words().zone().getRules().getOffset(facts.range().from()).equals(ZoneOffset.UTC)) {
            parts.add(new Paragraph(Tone.MUTED, range(utc)));
        }
        parts.add(new Paragraph(Tone.MUTED, tell.say("report.made", facts.person(),
                tell.words().moment(facts.made()))));
        parts.add(new Paragraph(Tone.MUTED, tell.words().list(facts.stacks().stream().map(this::stack).toList())));
        if (facts.sandbox()) {
            parts.add(new Paragraph(Tone.LEAD, tell.say("report.sandbox")));
        }
        if (!facts.pins().isEmpty()) {
            parts.add(new Paragraph(Tone.PLAIN, tell.say("report.pins")));
            parts.add(new Bullets(facts.pins().stream().map(pin -> Bullet.of(tell.pin(pin)))
                    .toList()));
        }
        return parts;
    }

    private String range(Words words) {
        Instant to = facts.range().to();
        String end = tell.day(facts.range().from()).equals(tell.day(to)) ? words.clock(to) : words.moment(to);
        return tell.say("report.fromTo", words.moment(facts.range().from()), end);
    }

    private String stack(OfStack stack) {
        return tell.say("report.stack", stack.name(),
                tell.say("report.place", tell.say("report.environment." + stack.file().environment().word()),
                        stack.file().access().region().code()));
    }
}
