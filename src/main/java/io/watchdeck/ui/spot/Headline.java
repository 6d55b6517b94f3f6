package io.watchdeck.ui.spot;

import io.watchdeck.model.Severity;
import io.watchdeck.stack.SpotExpectation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What is to be said first.
///
/// @param severity  above the plan is a warning, and so is a task in whose place no other runs yet; what nobody watched is not known
/// @param headline  how many, where
/// @param second    of how many, against the plan, and how much of the time is known
record Headline(Severity severity, String headline, String second) {

    private static final int MOST = 2;

    /// @param services that use Spot
    static Headline of(List<SpotService> services, SpotSpan span, SpotText text, Instant now) {
        var all = new Together(services);
        Optional<SpotService> above = services.stream().filter(SpotService::isAbovePlan)
                .max(Comparator.comparing(one -> one.ledger().rate().percent().orElse(0)));
        if (!all.isWatched()) {
            return new Headline(Severity.UNKNOWN, text.say("ui.spot.verdict.never", text.span(span)),
                    text.say("ui.spot.verdict.never.second"));
        }
        List<SpotService> hit = services.stream().filter(one -> one.all().interruptions() > 0).toList();
        int count = all.tally().interruptions();
        String where = where(all, hit::contains, text);
        String headline = above.map(one -> text.say("ui.spot.verdict.above", text.stack(one), one.all().interruptions(),
                text.span(span)))
                .orElseGet(() -> count == 0 ? text.say("ui.spot.verdict.none", text.span(span))
                        : text.say("ui.spot.verdict.some", count, text.span(span), where));
        Severity severity = above.isPresent() || all.replacement().open() > 0 ? Severity.WARNING
                : all.watched().isZero() ? Severity.UNKNOWN : Severity.FINE;
        return new Headline(severity, headline, second(above.map(one -> new Together(List.of(one))).orElseGet(
                () -> new Together(hit.isEmpty() ? services : hit)), all, span, text, now));
    }

    private static String second(Together about, Together all, SpotSpan span, SpotText text, Instant now) {
        var said = new ArrayList<String>();
        rates(about, text).forEach(said::add);
        if (all.tally().placementFailures() > 0) {
            said.add(text.say("ui.spot.verdict.failures", all.tally().placementFailures(),
                    where(all, one -> one.all().placementFailures() > 0, text)));
        }
        if (all.replacement().open() > 0) {
            said.add(text.say("ui.spot.verdict.open", all.replacement().open(),
                    where(all, one -> one.ledger().replacement().open() > 0, text)));
        }
        said.add(text.say("ui.spot.verdict.watched", text.watched(all.watched(), span)));
        if (!all.gaps().isEmpty()) {
            said.add(text.say("ui.spot.verdict.gaps", text.gaps(all, now)));
        }
        return String.join(text.say("ui.spot.verdict.join"), said);
    }

    /// The stacks whose services are meant: the headline may be about another one.
    private static String where(Together all, Predicate<SpotService> meant, SpotText text) {
        List<String> stacks = all.all().stream().filter(meant).map(text::stack).distinct().toList();
        return stacks.size() > MOST ? text.say("ui.spot.verdict.stacks", stacks.size()) : text.words().list(stacks);
    }

    /// Of services whose plans say the same one rate, of others one for each stack, as many as can be read at a glance.
    private static List<String> rates(Together about, SpotText text) {
        List<SpotExpectation> plans = about.all().stream().map(SpotService::plan).distinct().toList();
        if (plans.size() == 1) {
            return List.of(rate(about, text));
        }
        var byStack = new LinkedHashMap<String, List<SpotService>>();
        about.all().forEach(one -> byStack.computeIfAbsent(text.stack(one), _ -> new ArrayList<>()).add(one));
        return byStack.entrySet().stream().limit(MOST).map(one -> text.say("ui.spot.verdict.of", one.getKey(),
                rate(new Together(one.getValue()), text))).toList();
    }

    private static String rate(Together about, SpotText text) {
        if (about.percent().isEmpty()) {
            return text.say(about.tally().interruptions() > 0 ? "ui.spot.verdict.noRate" : "ui.spot.verdict.noneRan");
        }
        String rate = text.percent(about.percent().getAsDouble());
        return about.plan().flatMap(SpotExpectation::interruptions).map(text::plan)
                .map(one -> text.say("ui.spot.verdict.rate", rate, about.ran(), one))
                .orElseGet(() -> text.say("ui.spot.verdict.rateAlone", rate, about.ran()));
    }
}
