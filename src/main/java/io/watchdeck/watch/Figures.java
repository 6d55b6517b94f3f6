package io.watchdeck.watch;

import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.MetricDefinition;
import io.watchdeck.metrics.MetricDefinition.CloudWatch;
import io.watchdeck.metrics.MetricDefinition.Silence;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.StackFile;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Makes the figures of a stack: the newest complete period of a metric, and the series behind it. Of one thread.
final class Figures {

    /// A metric without a point for this many periods, and so long, has no present value, only a past: its last one is
    /// stale. That is so before its age alone makes it stale, so that what was answered is not told to be awaited.
    private static final int SILENT_PERIODS = 5;
    private static final Duration SILENT_AFTER = Duration.ofMinutes(10);

    private final StackFile stack;
    private final Board board;
    private final MetricCatalogue catalogue;
    private final Optional<Failure> refusal;
    private final UnaryOperator<Duration> age;
    private final Instant now;
    private final Set<SeriesId> made = new HashSet<>();

    /// @param age the interval by which a metric of that period is late or stale
    Figures(StackFile stack, Board board, MetricCatalogue catalogue, Optional<Failure> refusal,
            UnaryOperator<Duration> age, Instant now) {
        this.stack = stack;
        this.board = board;
        this.catalogue = catalogue;
        this.refusal = refusal;
        this.age = age;
        this.now = now;
    }

    Figure of(String metricId, String component) {
        MetricDefinition metric = catalogue.get(metricId);
        var id = new SeriesId(stack.id(), metricId, component);
        made.add(id);
        Duration period = period(metric);
        // A reading records its samples before it says that it has read them: asked in this order, a state never lacks its own.
        Loadable<Series> read = board.metrics.get(id);
        Series recent = board.history.series(id);
        Instant asked = read.latestAsOf().orElse(now);
        Loadable<Double> latest =
                silent(read.flatMap(_ -> newest(recent, idle(metric, component), period, asked)), period,
                        asked);
        return new Figure(metric, new Panel<>(refused(latest, refusal, now), age.apply(period)), recent);
    }

    boolean made(SeriesId id) {
        return made.contains(id);
    }

    /// What a refused stack shows: nothing new, and what was known as stale.
    static <T> Loadable<T> refused(Loadable<T> state, Optional<Failure> refusal, Instant now) {
        return refusal.map(failure -> state.then(Reading.unknown(failure, now))).orElse(state);
    }

    /// Whether the metric is silent is a question of the time at which it was read: what has not been read since is not
    /// silent but stale.
    ///
    /// @param idleSince since when there has been nothing to measure
    private static Reading<Double> newest(Series series, Optional<Instant> idleSince, Duration period, Instant asked) {
        Optional<Sample> last = series.complete(period, asked).last();
        if (last.isEmpty() || idleSince.filter(since -> last.get().at().isBefore(since)).isPresent()) {
            return Reading.unknown(Failure.absent(), asked);
        }
        return Reading.known(last.get().value(), last.get().at().plus(period));
    }

    /// What CloudWatch has had nothing of for a while is stale, with its last value and since when.
    private static Loadable<Double> silent(Loadable<Double> latest, Duration period, Instant asked) {
        Duration whole = period.multipliedBy(SILENT_PERIODS);
        Duration silence = (whole.compareTo(SILENT_AFTER) > 0 ? whole : SILENT_AFTER).minus(period);
        return latest instanceof Loadable.Ready<Double>(var value, var asOf)
                && asOf.plus(silence).isBefore(asked)
                        ? new Loadable.Stale<>(value, asOf, Failure.silent(asOf)) : latest;
    }

    /// The begin of the unbroken run of zeros with which the traffic ends that the metric measures.
    private Optional<Instant> idle(MetricDefinition metric, String component) {
        if (!(metric.origin() instanceof CloudWatch cloudWatch
                && cloudWatch.silence() instanceof Silence.NothingWhereZero(var other))) {
            return Optional.empty();
        }
        Series traffic = board.history.series(new SeriesId(stack.id(), other, component));
        Optional<Instant> since = Optional.empty();
        for (int i = traffic.size() - 1; i >= 0 && traffic.value(i) == 0; i--) {
            since = Optional.of(traffic.at(i));
        }
        return since;
    }

    private Duration period(MetricDefinition metric) {
        return switch (metric.origin()) {
            case CloudWatch cloudWatch -> cloudWatch.period();
            case MetricDefinition.Derived(var formula) -> period(catalogue.get(formula.inputs().getFirst()));
            case MetricDefinition.Polled() -> Duration.ofMinutes(1);
        };
    }
}
