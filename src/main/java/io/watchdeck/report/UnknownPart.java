package io.watchdeck.report;

import io.watchdeck.fleet.ledger.Watched;
import io.watchdeck.metrics.Gap;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.Document.Bullet;
import io.watchdeck.report.Document.Bullets;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Tone;
import io.watchdeck.report.HandOver.Measured;
import io.watchdeck.report.HandOver.OfService;
import io.watchdeck.report.HandOver.OfStack;
import io.watchdeck.watch.GapWords;
import io.watchdeck.watch.StackSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is not known, and why: when nobody watched, what was not read, what AWS did not let the console see.
record UnknownPart(HandOver facts, Telling tell) {

    private static final int GAPS = 12;
    private static final int TIMES = 4;
    /// Shorter than a round of reading: nobody would call that away.
    private static final Duration AWAY = Duration.ofMinutes(2);

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading(1, "unknown", tell.say("report.unknown")));
        for (OfStack stack : facts.stacks()) {
            Set<String> said = new LinkedHashSet<>();
            unwatched(stack).ifPresent(said::add);
            metrics(stack, said);
            ledger(stack, said);
            snapshot(stack, said);
            stack.open().stream().map(HandOver.Episode::occurrence).forEach(one -> one.unknownSince()
                    .ifPresent(since -> said.add(tell.say("report.unknown.alarm", tell.title(one), tell.at(since)))));
            if (facts.stacks().size() > 1) {
                parts.add(new Heading(2, "unknown-" + stack.id().value(), stack.name()));
            }
            parts.add(said.isEmpty() ? new Paragraph(Tone.PLAIN, tell.say("report.unknown.nothing"))
                    : new Bullets(said.stream().map(Bullet::of).toList()));
        }
        parts.add(new Paragraph(Tone.MUTED, tell.say("report.unknown.always")));
        return parts;
    }

    /// Of what is only old nobody needed to know more.
    private static boolean isRefused(Failure.Kind kind) {
        return switch (kind) {
            case EXPIRED, DENIED, WRONG_ACCOUNT, CAPPED, NOT_FOUND, UNEXPECTED -> true;
            case THROTTLED, UNREACHABLE, ABSENT, NOT_KEPT -> false;
        };
    }

    private List<TimeRange> away(OfStack stack) {
        Instant end = facts.range().to().isBefore(facts.made()) ? facts.range().to() : facts.made();
        return !facts.range().from().isBefore(end) ? List.of() : Watched.of(stack.seen().watched())
                .gaps(new TimeRange(facts.range().from(), end)).stream()
                .filter(one -> one.length().compareTo(AWAY) > 0).toList();
    }

    /// When nobody looked at a stack, in one sentence; empty where somebody did all the time.
    Optional<String> unwatched(OfStack stack) {
        List<TimeRange> away = away(stack);
        if (away.isEmpty() || stack.seen().watched().isEmpty()) {
            return Optional.of("report.unwatched.all").filter(_ -> !away.isEmpty()).map(tell::say);
        }
        Optional<Instant> begun = stack.seen().begun().filter(first -> !first.isBefore(away.getFirst().to()));
        List<TimeRange> gaps = begun.isPresent() ? away.subList(1, away.size()) : away;
        return Optional.of(Stream
                .concat(begun.map(first -> tell.say("report.unwatched.before", tell.at(first))).stream(),
                        Stream.of(gaps).filter(all -> !all.isEmpty())
                                .map(all -> tell.say("report.unwatched", times(all))))
                .collect(Collectors.joining(" ")));
    }

    /// The first of them, and how many more there are.
    private String times(List<TimeRange> ranges) {
        List<String> first = new ArrayList<>(ranges.stream().limit(TIMES)
                .map(one -> tell.say("report.unknown.time", tell.between(one.from(), one.to()),
                        tell.span(one.length())))
                .toList());
        if (ranges.size() > TIMES) {
            first.add(tell.say("report.unknown.times", ranges.size() - TIMES));
        }
        return tell.words().list(first);
    }

    /// @param away whether nobody watched
    /// @param later whether AWS tells it afterwards, too
    private record Why(Gap.Cause cause, Optional<Failure.Kind> missed, boolean away, boolean later) {}

    private static Why why(Measured of, Gap gap, List<TimeRange> away) {
        boolean unwatched = gap.cause() != Gap.Cause.MISSED && gap.cause() != Gap.Cause.NO_DATA
                && away.stream().anyMatch(one -> !gap.range().from().isBefore(one.from().minus(AWAY))
                        && !gap.range().to().isAfter(one.to().plus(AWAY)));
        return new Why(gap.cause(), gap.missed(), unwatched,
                !(of.metric().origin() instanceof MetricDefinition.Polled));
    }

    /// What several metrics lack for the same reason in the same times is said once.
    private void metrics(OfStack stack, Set<String> said) {
        List<TimeRange> away = away(stack);
        Map<List<Object>, List<String>> names = new LinkedHashMap<>();
        for (Measured one : stack.metrics()) {
            Map<Why, List<TimeRange>> byCause = new LinkedHashMap<>();
            one.gaps().stream().filter(gap -> gap.range().length().compareTo(AWAY) > 0)
                    .forEach(gap -> byCause.computeIfAbsent(why(one, gap, away), _ -> new ArrayList<>())
                            .add(gap.range()));
            byCause.forEach((why, ranges) -> names.computeIfAbsent(List.of(why, ranges), _ -> new ArrayList<>())
                    .add(tell.say("report.metricOf", tell.say("metric." + one.metric().id()), one.id().component())));
        }
        names.entrySet().stream().limit(GAPS).forEach(entry -> {
            @SuppressWarnings("unchecked") // as it was put in above
            List<TimeRange> ranges = (List<TimeRange>) entry.getKey().getLast();
            said.add(tell.say("report.unknown.metric", tell.words().list(entry.getValue()), times(ranges),
                    why((Why) entry.getKey().getFirst())));
        });
        if (names.size() > GAPS) {
            said.add(tell.say("report.unknown.more", names.size() - GAPS));
        }
    }

    private String why(Why why) {
        return why.away() ? tell.say(why.later() ? "report.gap.unread" : "report.gap.unwatched")
                : switch (why.cause()) {
                    case NOT_KNOWN -> tell.say("report.gap.notKnown");
                    case NOT_READ -> tell.say("report.gap.notRead");
                    case NO_DATA -> tell.say("report.gap.noData");
                    case MISSED -> tell.say("report.gap.missed", tell.say("report.failure."
                            + why.missed().orElse(Failure.Kind.UNEXPECTED).word()));
                };
    }

    private void ledger(OfStack stack, Set<String> said) {
        stack.spot().services().stream().map(OfService::rate).findFirst().ifPresent(rate -> {
            List<TimeRange> gaps = rate.attendance().gaps().stream()
                    .filter(one -> one.length().compareTo(AWAY) > 0).toList();
            if (!rate.attendance().isAny()) {
                said.add(tell.say("report.unknown.spotNever"));
            } else if (!gaps.isEmpty()) {
                said.add(tell.say("report.unknown.spot", times(gaps)));
            }
        });
        long open = stack.spot().interruptions().stream().filter(one -> one.stoppedAt().isEmpty()).count();
        if (open > 0) {
            said.add(tell.say("report.unknown.stopped", open));
        }
    }

    /// What AWS did not tell when the screens were looked at last.
    private void snapshot(OfStack stack, Set<String> said) {
        List<StackSnapshot.Gap> gaps = stack.seen().last().map(StackSnapshot::gaps).orElse(List.of()).stream()
                .filter(gap -> gap.decides() || isRefused(gap.failure().kind())).toList();
        stack.seen().last().ifPresent(last -> gaps.stream().limit(GAPS).forEach(gap -> said.add(
                tell.say("report.unknown.figure", tell.at(last.asOf()), tell.say(GapWords.of(gap)),
                        tell.say(gap.failure().sentence())))));
        if (gaps.size() > GAPS) {
            said.add(tell.say("report.unknown.more", gaps.size() - GAPS));
        }
    }
}
