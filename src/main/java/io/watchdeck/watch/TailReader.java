package io.watchdeck.watch;

import io.watchdeck.fleet.ContainerLog;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.logs.LogLines;
import io.watchdeck.logs.LogQuery;
import io.watchdeck.logs.LogSource;
import io.watchdeck.logs.LogsAround;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.refresh.Readings;
import io.watchdeck.stack.StackFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Follows the log of the service that is looked at, as long as somebody does. Each reading asks for the time since the
/// one before and for a little more, because lines arrive late. Lines around an instant are read until all of them must
/// have arrived, and then no more. Looks from any thread; reads one at a time.
final class TailReader {

    private static final Duration BACK = Duration.ofMinutes(15);
    /// With the pause it stays below the minute that one call reads.
    private static final Duration OVERLAP = Duration.ofSeconds(45);
    /// How far on either side of an instant lines are looked for.
    private static final Duration REACH = Duration.ofHours(1);
    /// What is past does not grow old: the pause to a reading that is never due.
    private static final Duration NEVER = Duration.ofDays(3650);

    /// One look. An answer that comes after the look has ended finds nobody who would show it.
    private static final class Look {
        private final Inspection of;
        private final TailWish wish;
        private final Readings<LogPlace, LogTail> tails;
        private volatile Optional<LogPlaces> places = Optional.empty();
        /// The task definition that told the places; empty where another try is worth it.
        private Optional<String> settled = Optional.empty();
        private volatile int failures;

        private Look(Inspection of, TailWish wish, Clock clock) {
            this.of = of;
            this.wish = wish;
            tails = new Readings<>(clock);
        }

        /// Whether another reading could tell no more of the place.
        private boolean isSettled(LogPlace place) {
            return tails.get(place) instanceof Loadable.Ready<LogTail>(var tail, var asOf)
                    && tail.end().filter(end -> end.until().plus(OVERLAP).isBefore(asOf)).isPresent();
        }

        /// Failures in a row that make the pause; lines around an instant come from two searches, which may wait as
        /// long as after two.
        private int slowness() {
            return failures + (wish.around().isPresent() ? 2 : 0);
        }

        private Optional<LogPlace> place() {
            return places.flatMap(found -> found.chosen(wish.place()));
        }

        private Loadable<LogTail> known() {
            return place().map(tails::get).orElseGet(Loadable::loading);
        }
    }

    private final Rhythm rhythm;
    private final Clock clock;
    /// By ARN of a revision, which never changes.
    private final Map<String, List<ContainerLog>> definitions = new ConcurrentHashMap<>();
    private volatile Optional<Look> look = Optional.empty();

    TailReader(Rhythm rhythm, Clock clock) {
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /// @return whether other lines than before are to be read
    synchronized boolean look(Optional<Inspection> wanted) {
        Optional<Inspection> next = wanted.filter(one -> one.tail().isPresent());
        if (Objects.equals(look.map(now -> now.of), next)) {
            return false;
        }
        look = next.map(one -> new Look(one, one.tail().orElseThrow(), clock));
        return next.isPresent();
    }

    /// From the end of a reading to the begin of the next.
    Duration pause() {
        return rhythm.tail(look.map(Look::slowness).orElse(0));
    }

    /// Reads once what has been written since; nothing where nobody looks.
    void read(Collection<Site> sites) {
        look.ifPresent(now -> sites.forEach(site -> now.of.stack(site)
                .ifPresent(stack -> site.reader().cloud(stack)
                        .ifPresent(cloud -> Behalf.of(List.of(stack.id())).run(() -> read(now, site, stack, cloud))))));
    }

    private void read(Look now, Site site, StackFile stack, Cloud cloud) {
        Loadable<ServiceState> service = site.board().services.get(new ServiceKey(stack.cluster(), now.of.service()));
        if (service instanceof Loadable.Loading) {
            return;
        }
        place(now, service, stack, cloud);
        now.place().filter(place -> !now.isSettled(place)).ifPresent(place -> {
            Reading<LogTail> reading = cloud.logs().map(source -> now.wish.around()
                    .map(instant -> around(source, place, now, instant)).orElseGet(() -> tail(source, place, now)))
                    .orElseGet(() -> Reading.unknown(Failure.notKept(), clock.instant()));
            now.tails.accept(place, noted(now, reading));
        });
    }

    private void place(Look now, Loadable<ServiceState> service, StackFile stack, Cloud cloud) {
        String definition = service.latest().map(ServiceState::taskDefinition).orElse("");
        if (now.places.isPresent() && now.settled.filter(definition::equals).isPresent()) {
            return;
        }
        Reading<List<ContainerLog>> containers = containers(definition, service, cloud);
        now.settled = Optional.of(definition)
                .filter(_ -> !(containers instanceof Reading.Unknown<?>(var failure, var _) && !isAnswer(failure)));
        now.places = Optional.of(LogPlaces.of(stack, now.of.service(),
                definition.substring(definition.lastIndexOf('/') + 1), containers));
    }

    private Reading<List<ContainerLog>> containers(String definition, Loadable<ServiceState> service, Cloud cloud) {
        Instant at = clock.instant();
        if (definition.isEmpty()) {
            return Reading.unknown(service.problem().orElseGet(Failure::absent), at);
        }
        if (definitions.containsKey(definition)) {
            return Reading.known(definitions.get(definition), at);
        }
        Reading<List<ContainerLog>> reading = cloud.definitions().map(source -> source.logs(definition))
                .orElseGet(() -> Reading.unknown(Failure.notKept(), at));
        if (reading instanceof Reading.Known<List<ContainerLog>>(var containers, var _)) {
            definitions.put(definition, containers);
        }
        return reading;
    }

    private Reading<LogTail> tail(LogSource source, LogPlace place, Look now) {
        Instant end = clock.instant();
        Loadable<LogTail> known = now.tails.get(place);
        Optional<Instant> last = known.latestAsOf().map(at -> at.minus(OVERLAP))
                .filter(at -> at.isAfter(end.minus(BACK)));
        Instant from = last.orElseGet(() -> end.minus(BACK));
        LogQuery query = LogQuery.tail(place.group(), new TimeRange(from, end), LogTail.MOST)
                .ofStreams(place.streams()).withPattern(now.wish.pattern());
        return switch (source.lines(query)) {
            case Reading.Known<LogLines>(var answer, var _) -> Reading.known(
                    LogTail.of(place, answer, from, last.flatMap(_ -> known.latest())), end);
            case Reading.Unknown<LogLines>(var failure, var _) -> Reading.unknown(failure, end);
        };
    }

    /// Of an instant that is yet to come, the newest lines.
    private Reading<LogTail> around(LogSource source, LogPlace place, Look now, Instant instant) {
        Instant end = clock.instant();
        Instant to = instant.plus(REACH).isBefore(end) ? instant.plus(REACH) : end;
        Instant from = (instant.isBefore(end) ? instant : end).minus(REACH);
        LogQuery query = LogQuery.tail(place.group(), new TimeRange(from, to), LogTail.MOST / 2)
                .ofStreams(place.streams()).withPattern(now.wish.pattern());
        return switch (source.around(query, instant)) {
            case Reading.Known<LogsAround>(var answer, var _) -> Reading.known(LogTail.of(place, answer), end);
            case Reading.Unknown<LogsAround>(var failure, var _) -> Reading.unknown(failure, end);
        };
    }

    /// A throttled reading tells when the next try is.
    private Reading<LogTail> noted(Look now, Reading<LogTail> reading) {
        if (!(reading instanceof Reading.Unknown<LogTail>(var failure, var at))) {
            now.failures = 0;
            return reading;
        }
        now.failures = mayPass(failure) ? now.failures + 1 : Rhythm.IN_VAIN;
        return failure.kind() == Failure.Kind.THROTTLED
                ? Reading.unknown(failure.withRetryAt(at.plus(pause())), at) : reading;
    }

    /// Whether the failure says something of the task definition, which asking again would only repeat.
    private static boolean isAnswer(Failure failure) {
        return switch (failure.kind()) {
            case DENIED, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT -> true;
            case EXPIRED, THROTTLED, UNREACHABLE, CAPPED, UNEXPECTED -> false;
        };
    }

    private static boolean mayPass(Failure failure) {
        return switch (failure.kind()) {
            case THROTTLED, UNREACHABLE -> true;
            case EXPIRED, DENIED, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT, CAPPED, UNEXPECTED -> false;
        };
    }

    /// What is known of the log that is followed; empty while none is.
    Optional<Tailed> known(Collection<Site> sites, Instant at) {
        return look.flatMap(now -> sites.stream().flatMap(site -> now.of.stack(site)
                .map(stack -> new Tailed(now.wish, now.places, new Panel<>(Figures.refused(now.known(),
                        Admission.refusal(stack, site.board().identity.get(Board.ONLY)), at),
                        now.place().filter(now::isSettled).map(_ -> NEVER)
                                .orElseGet(() -> rhythm.tail(now.wish.around().isPresent() ? 2 : 0)))))
                .stream()).findFirst());
    }
}
