package io.watchdeck.ui.overview;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.Unit;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.FigureText;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.LoadBalancer;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Requests and errors of the busiest load balancer.
///
/// @param from start of the hour that is drawn
/// @param failedShort the errors in the fewest words
/// @param failedUnknown why the errors are not known, if they are not
record TrafficFigure(Optional<Absence> absence, boolean none, Series requests, Series errors, Instant from, Instant to,
        String rate, String failed, String failedShort, Optional<Absence> failedUnknown, Tone tone, Optional<Age> late,
        String sentence, double perMinute) {

    private static final Duration SHOWN = Duration.ofHours(1);
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    static TrafficFigure of(StackSnapshot stack, Instant now, Words words) {
        Instant end = Instant.ofEpochSecond(now.getEpochSecond() / 60 * 60);
        Optional<LoadBalancer> busiest = busiest(stack);
        if (busiest.isEmpty()) {
            return empty(Optional.empty(), end, words.say("ui.traffic.none"));
        }
        Figure requests = busiest.get().requests();
        Optional<Absence> absence = Absence.of(requests.latest().state(), words);
        if (absence.isPresent()) {
            return empty(absence, end, absence.get().word());
        }
        return known(stack, busiest.get(), new Span(end, now), words);
    }

    /// The load balancer that the overview shows.
    static Optional<LoadBalancer> busiest(StackSnapshot stack) {
        return stack.loadBalancers().stream()
                .max(Comparator.comparing(one -> one.requests().latest().state().latest().orElse(-1.0)));
    }

    private record Span(Instant end, Instant now) {}

    private static TrafficFigure known(StackSnapshot stack, LoadBalancer balancer, Span span, Words words) {
        var text = new FigureText(words);
        double rate = balancer.requests().latest().state().latest().orElseThrow();
        Tone tone = StackFigures.tone(stack, StackFigures.about("lb.5xx").or(StackFigures.about("lb.target5xx"))
                .or(StackFigures.about("lb.elb5xx")));
        Failed failed = failed(balancer.errors5xx(), tone, span, text, words);
        Age age = Age.of(balancer.requests().latest(), span.now(), words);
        String said = text.of(rate, Unit.PER_MINUTE);
        return new TrafficFigure(Optional.empty(), false, balancer.requests().recent(), balancer.errors5xx().recent(),
                span.end().minus(SHOWN), span.end(), said, failed.full(), failed.brief(),
                Absence.of(balancer.errors5xx().latest().state(), words), tone,
                Optional.of(age).filter(Age::worthSaying),
                words.say("ui.traffic.sentence", said, failed.full()), rate);
    }

    private record Failed(String full, String brief) {}

    private static Failed failed(Figure errors, Tone tone, Span span, FigureText text, Words words) {
        Optional<Double> latest = errors.latest().state().latest();
        if (latest.isEmpty()) {
            String unknown = words.say("ui.traffic.failedUnknown");
            return new Failed(unknown, words.say("ui.traffic.failedBrief", "?"));
        }
        if (tone == Tone.CRITICAL || tone == Tone.WARNING) {
            String now = words.say("ui.traffic.failedNow", text.of(latest.get(), Unit.PER_MINUTE));
            return new Failed(now, words.say("ui.traffic.failedBrief", words.number(latest.get())));
        }
        Series recent = errors.recent().between(span.end().minus(FIVE_MINUTES), span.now().plusSeconds(60));
        double sum = recent.isEmpty() ? latest.get() : 0;
        for (int index = 0; index < recent.size(); index++) {
            sum += recent.value(index);
        }
        return new Failed(words.say("ui.traffic.failed", words.number(sum, 0)),
                words.say("ui.traffic.failedBrief", words.number(sum, 0)));
    }

    private static TrafficFigure empty(Optional<Absence> absence, Instant end, String sentence) {
        return new TrafficFigure(absence, absence.isEmpty(), Series.empty(), Series.empty(), end.minus(SHOWN), end, "",
                "", "", Optional.empty(), Tone.PLAIN, Optional.empty(), sentence, -1);
    }
}
