package io.watchdeck.ui.spot;

import io.watchdeck.cost.SpotSaving;
import io.watchdeck.fleet.ledger.ReplacementTimes;
import io.watchdeck.model.Failure;
import io.watchdeck.stack.SpotExpectation;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.InterruptionText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.spot.SpotDetail.About;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Code;
import io.watchdeck.ui.spot.SpotDetail.Fact;
import io.watchdeck.ui.spot.SpotDetail.Item;
import io.watchdeck.ui.spot.SpotDetail.Part;
import io.watchdeck.watch.StackSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts all that is known of a service on Spot into words, or of all of them.
final class ServiceDetails {

    private final SpotText text;
    private final SpotSpan span;
    private final Instant now;

    ServiceDetails(SpotText text, SpotSpan span, Instant now) {
        this.text = text;
        this.span = span;
        this.now = now;
    }

    SpotDetail of(SpotService one) {
        var alone = new Together(List.of(one));
        ServiceLine line = new ServiceLines(text, span, now).of(List.of(one)).getFirst();
        List<Check> checks = new CheckLines(text).of(one);
        var parts = new ArrayList<Part>();
        parts.add(new Part(text.say("ui.spot.detail.figures"), text.brief(span), figures(alone, line)));
        parts.add(new Part(text.say("ui.spot.detail.checks"), "", List.copyOf(checks)));
        parts.add(new Part(text.say("ui.spot.detail.saving"), "", List.of(saving(one))));
        parts.add(new Part(text.say("ui.spot.detail.log"), "", log(one.stack(), one.ledger().backfill())));
        long warned = checks.stream().filter(check -> check.tone() == Tone.WARNING).count();
        boolean above = one.isAbovePlan();
        String badge = !one.isWatched() ? text.say("ui.spot.badge.unknown")
                : text.say(above ? "ui.spot.badge.above" : alone.plan().isPresent() ? "ui.spot.badge.within"
                        : "ui.spot.badge.noPlan");
        Tone tone = !one.isWatched() ? Tone.MUTED : above ? Tone.WARNING
                : alone.plan().isPresent() ? Tone.FINE : Tone.MUTED;
        Optional<AwsReference> reference = Optional.of(new ConsoleLinks(one.stack().file(), Optional.empty())
                .service(one.name(), one.now().flatMap(now -> now.state().state().latest()).map(state -> state.arn())));
        String standing = text.say("ui.spot.detail.warned", warned);
        return new SpotDetail(one.key(), About.SERVICE, one.name(), one.stack().file().name(),
                Optional.of(one.stack().file().environment()), "", badge, tone, standing, Optional.empty(), parts,
                reference,
                copied(one.name(), badge, parts));
    }

    /// @param without services that have nothing to do with Spot, in one line
    SpotDetail of(List<SpotService> all, String without) {
        var together = new Together(all);
        ServiceLine line = new ServiceLines(text, span, now).of(all).getFirst();
        var parts = new ArrayList<Part>();
        parts.add(new Part(text.say("ui.spot.detail.figures"), text.brief(span), figures(together, line)));
        Map<String, StackSnapshot> stacks = new LinkedHashMap<>();
        all.forEach(one -> stacks.putIfAbsent(text.stack(one), one.stack()));
        stacks.forEach((name, stack) -> parts.add(new Part(text.say("ui.spot.detail.log"), name, log(stack, all.stream()
                .filter(one -> one.stack() == stack).flatMap(one -> one.ledger().backfill().stream()).findFirst()))));
        if (!without.isEmpty()) {
            parts.add(new Part(text.say("ui.spot.detail.without"), "", List.of(new Check(Tone.MUTED, without, ""))));
        }
        String title = text.say("ui.spot.all", all.size());
        long above = all.stream().filter(SpotService::isAbovePlan).count();
        String badge = text.say(above > 0 ? "ui.spot.badge.above" : together.isWatched() ? "ui.spot.badge.counted"
                : "ui.spot.badge.unknown");
        return new SpotDetail("", About.ALL, title, line.stackName(), Optional.empty(), "", badge,
                above > 0 ? Tone.WARNING : together.isWatched() ? Tone.FINE : Tone.MUTED,
                text.say("ui.spot.detail.above", (int) above), Optional.empty(), parts, Optional.empty(),
                copied(title, badge, parts));
    }

    private List<Item> figures(Together all, ServiceLine line) {
        ReplacementTimes times = all.replacement();
        var facts = new ArrayList<Item>();
        facts.add(new Fact(text.say("ui.spot.fact.share"), joined(line.share()), line.share().tone(),
                line.share().said()));
        facts.add(new Fact(text.say("ui.spot.fact.rate"), all.percent().isPresent() && all.isWatched()
                ? text.say("ui.spot.fact.rate.value", text.percent(all.percent().getAsDouble()), all.interrupted(),
                        all.ran())
                : all.isWatched() ? text.noRate(all) : text.say("ui.spot.notKnown"), line.rate().tone(),
                text.say("ui.spot.card.rate.said")));
        facts.add(Fact.of(text.say("ui.spot.fact.plan"),
                all.plan().flatMap(SpotExpectation::interruptions).map(text::plan)
                        .orElseGet(() -> text.say("ui.spot.fact.plan.none"))));
        facts.add(new Fact(text.say("ui.spot.fact.watched"),
                all.isWatched() ? text.watched(all.watched(), span) : text.say("ui.spot.neverWatched.brief"),
                Tone.PLAIN,
                text.say("ui.spot.card.watched.said")));
        if (!all.gaps().isEmpty()) {
            facts.add(Fact.of(text.say("ui.spot.fact.gaps"), text.gaps(all, now)));
        }
        facts.add(new Fact(text.say("ui.spot.fact.failures"), all.isWatched() || all.tally().placementFailures() > 0
                ? text.words().number(all.tally().placementFailures()) : text.say("ui.spot.notKnown"), Tone.PLAIN,
                ""));
        facts.add(new Fact(text.say("ui.spot.fact.replacement"),
                times.median().map(median -> InterruptionText.isWait(times.worst().orElseThrow())
                        ? text.say("ui.spot.fact.replacement.value", text.wait(median),
                                text.wait(times.ninth().orElseThrow()), text.wait(times.worst().orElseThrow()))
                        : text.wait(median))
                        .orElseGet(() -> text.say(all.isWatched() ? "ui.spot.nothing" : "ui.spot.notKnown")),
                line.replaced().tone(), text.say("ui.spot.card.replacement.said")));
        if (times.open() > 0) {
            facts.add(new Fact(text.say("ui.spot.fact.open"), text.words().number(times.open()), Tone.WARNING, ""));
        }
        if (times.unknown() > 0) {
            facts.add(Fact.of(text.say("ui.spot.fact.unseen"), text.words().number(times.unknown())));
        }
        return facts;
    }

    private String joined(ServiceLine.Two two) {
        return two.below().isEmpty() ? two.above() : text.say("ui.spot.joined", two.above(), two.below());
    }

    private Item saving(SpotService one) {
        return switch (one.ledger().saving()) {
            case SpotSaving.Known known -> new Check(Tone.NOTICE, text.say("ui.spot.saving.month",
                    text.words().money(known.month())), text.words().say(known.sum()));
            case SpotSaving.NotKnown unknown -> new Check(Tone.MUTED, text.say("ui.spot.saving.unknown"),
                    text.words().say(unknown.why()));
        };
    }

    /// Whether gaps are filled afterwards, and how that is set up.
    private List<Item> log(StackSnapshot stack, Optional<Failure> backfill) {
        Optional<String> group = stack.file().components().eventLog();
        if (group.isEmpty()) {
            return List.of(new Check(Tone.NOTICE, text.say("ui.spot.log.none"), text.say("ui.spot.log.setUp")),
                    new Code("eventLog: /watchdeck/ecs-events"));
        }
        return backfill
                .<List<Item>>map(why -> List.of(new Check(Tone.WARNING, text.say("ui.spot.log.failed", group.get(),
                        text.words().say(why.sentence())), why.detail())))
                .orElseGet(() -> List.of(new Check(Tone.FINE, text.say("ui.spot.log.filled", group.get()), "")));
    }

    static String copied(String title, String badge, List<Part> parts) {
        var all = new StringBuilder(title).append(" · ").append(badge).append('\n');
        for (Part part : parts) {
            all.append('\n').append(part.title()).append(part.beside().isEmpty() ? "" : " " + part.beside())
                    .append('\n');
            part.items().forEach(item -> all.append(switch (item) {
                case Fact fact -> fact.name() + ": " + fact.value();
                case Check check -> check.sentence() + (check.change().isEmpty() ? "" : " " + check.change());
                case Code code -> code.text();
            }).append('\n'));
        }
        return all.toString();
    }
}
