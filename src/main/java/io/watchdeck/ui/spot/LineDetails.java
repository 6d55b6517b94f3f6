package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.Interruption;
import io.watchdeck.fleet.ledger.LedgerEntry;
import io.watchdeck.fleet.ledger.PlacementFailure;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.spot.SpotDetail.About;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Fact;
import io.watchdeck.ui.spot.SpotDetail.Item;
import io.watchdeck.ui.spot.SpotDetail.Part;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts all that is known of one line of the ledger into words.
final class LineDetails {

    private final SpotText text;
    private final Words words;
    private final LineText lines;
    private final Instant now;

    LineDetails(SpotText text, Instant now) {
        this.text = text;
        words = text.words();
        lines = new LineText(text);
        this.now = now;
    }

    /// @param past what is kept of the minutes around it; empty while that is asked for
    SpotDetail of(Line line, StackSnapshot stack, Optional<Past> past) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(text.say("ui.spot.detail.reason"), "", List.of(switch (line.entry()) {
            case Interruption one -> reason(one);
            case PlacementFailure one -> new Check(Tone.PLAIN, one.message(), "");
        })));
        parts.add(new Part(text.say("ui.spot.detail.beside"), text.say("ui.spot.detail.beside.of"), List.copyOf(
                new Coincidence(text, stack, line.entry().at()).of(past, now))));
        parts.add(new Part(text.say("ui.spot.detail.what"), "", switch (line.entry()) {
            case Interruption one -> facts(one);
            case PlacementFailure one -> facts(one);
        }));
        String title = lines.title(line.entry());
        SpotLine said = lines.of(line, stack.file(), now);
        String badge = badge(line.entry());
        return new SpotDetail(line.entry().id(), about(line.entry()), title, stack.file().name(),
                Optional.of(stack.file().environment()), line.entry().service().service(), badge, tone(line, stack),
                text.say("ui.spot.detail.when", said.time(), said.ago()),
                Optional.of(Place.of(line.stack(), line.entry().at())), parts, reference(line.entry(), stack),
                ServiceDetails.copied(title + " · " + stack.file().name() + " · "
                        + line.entry().service().service() + " · " + words.moment(line.entry().at()), badge, parts));
    }

    private static About about(LedgerEntry entry) {
        return entry instanceof Interruption ? About.INTERRUPTION : About.PLACEMENT_FAILURE;
    }

    private String badge(LedgerEntry entry) {
        return switch (entry) {
            case Interruption one -> one.timeToReplacement().filter(InterruptionText::isWait)
                    .map(wait -> text.say("ui.spot.badge.replaced", text.wait(wait)))
                    .orElseGet(() -> lines.waited(one));
            case PlacementFailure one -> text.say("ui.spot.cause." + one.cause().name());
        };
    }

    private Tone tone(Line line, StackSnapshot stack) {
        return line.entry() instanceof Interruption one
                ? lines.tone(one, stack.file()) == Tone.WARNING ? Tone.WARNING : Tone.FINE : Tone.WARNING;
    }

    /// The task, or for a failure the service, as AWS knows it.
    static Optional<AwsReference> reference(LedgerEntry entry, StackSnapshot stack) {
        var links = new ConsoleLinks(stack.file(), Optional.empty());
        return Optional.of(switch (entry) {
            case Interruption one -> links.task(one.task().substring(one.task().lastIndexOf('/') + 1), one.task());
            case PlacementFailure one -> links.service(one.service().service(), Optional.empty());
        });
    }

    private Item reason(Interruption one) {
        if (!one.isCertain()) {
            return new Check(Tone.MUTED, text.say("ui.spot.reason.none"), "");
        }
        String code = one.stopCode().isEmpty() ? text.say("ui.spot.reason.noCode") : one.stopCode();
        return new Check(Tone.PLAIN, one.reason().isEmpty() ? code : text.say("ui.spot.reason", code, one.reason()),
                "");
    }

    private List<Item> facts(Interruption one) {
        var facts = new ArrayList<Item>();
        facts.add(new Fact(text.say("ui.spot.fact.notice"), one.stoppingAt().map(this::at)
                .orElseGet(() -> text.say("ui.spot.fact.notSaid")), Tone.PLAIN, ""));
        facts.add(new Fact(text.say("ui.spot.fact.stopped"), one.stoppedAt().map(this::at)
                .orElseGet(() -> text.say("ui.spot.fact.stopped.none")), Tone.PLAIN, ""));
        facts.add(Fact.of(text.say("ui.spot.fact.age"), one.age().map(words::span)
                .orElseGet(() -> text.say(one.startedAt().isEmpty() ? "ui.spot.fact.age.none" : "ui.spot.unknown"))));
        facts.add(new Fact(text.say("ui.spot.fact.replacement"), replacement(one),
                one.replacement().isEmpty() ? Tone.WARNING
                        : Tone.PLAIN,
                text.say("ui.spot.card.replacement.said")));
        facts.add(Fact.of(text.say("ui.spot.fact.zone"), lines.zone(one.zone())));
        facts.add(Fact.of(text.say("ui.spot.fact.provider"),
                one.provider().isEmpty() ? text.say("ui.spot.unknown") : one.provider()));
        facts.add(learnt(one));
        facts.add(Fact.of(text.say("ui.spot.fact.task"), one.task()));
        return facts;
    }

    private String replacement(Interruption one) {
        return one.replacement().map(other -> {
            String who =
                    text.say("ui.spot.replacement.by", LineText.task(other.task()), words.whenSeconds(other.runningAt(),
                            now));
            return one.timeToReplacement().map(_ -> text.say("ui.spot.replacement.after", lines.waited(one), who))
                    .orElse(who);
        }).orElseGet(() -> text.say("ui.spot.replacement.none",
                one.stoppedAt().map(at -> words.span(Duration.between(at, now)))
                        .orElse("")));
    }

    private List<Item> facts(PlacementFailure one) {
        return List.of(Fact.of(text.say("ui.spot.fact.at"), at(one.at())),
                Fact.of(text.say("ui.spot.fact.cause"), text.say("ui.spot.cause." + one.cause().name() + ".long")),
                learnt(one));
    }

    private String at(Instant at) {
        return words.whenSeconds(at, now);
    }

    private Fact learnt(LedgerEntry entry) {
        return Fact.of(text.say("ui.spot.fact.learnt"), text.say("ui.spot.learnt." + entry.learnt().name()));
    }
}
