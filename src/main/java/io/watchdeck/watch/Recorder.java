package io.watchdeck.watch;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Heard;
import io.watchdeck.watch.past.Told;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Notes what a console is told of one place until it is written, in frames that follow each other without a break. Holds no
/// text and no copy of an answer; whoever tells it goes on at once. Any thread.
final class Recorder {

    /// A frame with all that is known begins so often: nobody who looks back reads more than that.
    static final Duration WHOLE = Duration.ofHours(6);
    /// Where nothing was written for longer the computer slept, or the reading rested: nobody looked.
    static final Duration BREAK = Keeping.FLUSH.multipliedBy(4);
    /// An answer that is older than this was not given just now: it came when it was put down.
    private static final Duration JUST_NOW = Duration.ofSeconds(5);

    private final String place;
    private final Clock clock;
    private final Map<Question, Made<?, ?>> made = new LinkedHashMap<>();
    private List<Told<?, ?>> told = new ArrayList<>();
    private List<Heard> heard = new ArrayList<>();
    private Optional<Session> session = Optional.empty();

    private record Question(String topic, Object about) {}

    /// What is known of a question.
    ///
    /// @param at of the last answer
    private record Made<K, V>(Topic<K, V> topic, K about, Loadable<V> state, Instant at) {

        Stream<Told<?, ?>> all() {
            return switch (state) {
                case Loadable.Loading<V>() -> Stream.of();
                case Loadable.Ready<V>(var value, var asOf) -> Stream.of(one(Reading.known(value, asOf)));
                case Loadable.Stale<V>(var value, var asOf, var failure) ->
                    Stream.of(one(Reading.known(value, asOf)), one(Reading.unknown(failure, at)));
                case Loadable.Failed<V>(var failure, var since) -> Stream.of(one(Reading.unknown(failure, since)));
            };
        }

        private Told<K, V> one(Reading<V> reading) {
            return new Told<>(topic, about, reading.at(), reading);
        }
    }

    /// @param until what is written of it
    /// @param whole when all that is known was written last
    private record Session(Instant begin, Instant until, Instant whole) {}

    Recorder(String place, Clock clock) {
        this.place = place;
        this.clock = clock;
    }

    /// What was known before anything was told.
    synchronized <K, V> void begin(Topic<K, V> topic, K about, List<Reading<V>> readings) {
        var question = new Question(topic.name(), about);
        if (!made.containsKey(question)) {
            readings.forEach(reading -> make(question, topic, about, reading));
        }
    }

    synchronized <K, V> void told(Topic<K, V> topic, K about, Reading<V> reading) {
        Optional<V> before = make(new Question(topic.name(), about), topic, about, reading);
        Instant now = clock.instant();
        boolean justNow = !reading.at().isBefore(now.minus(JUST_NOW)) && !reading.at().isAfter(now);
        told.add(new Told<>(topic, about, justNow ? reading.at() : now, reading, before));
    }

    /// @return the value that was known before; empty where none was
    private <K, V> Optional<V> make(Question question, Topic<K, V> topic, K about, Reading<V> reading) {
        Optional<Loadable<V>> before = known(question);
        made.put(question, new Made<>(topic, about, before.orElseGet(Loadable::loading).then(reading), reading.at()));
        return before.flatMap(Loadable::latest);
    }

    /// A topic has answers of one kind.
    @SuppressWarnings("unchecked")
    private <V> Optional<Loadable<V>> known(Question question) {
        return Optional.ofNullable(made.get(question)).map(one -> (Loadable<V>) one.state());
    }

    /// What is shown beside the answers, where it is another than before.
    synchronized <K, V> void shown(Topic<K, V> topic, K about, V value, Instant now) {
        Optional<V> before = this.<V>known(new Question(topic.name(), about)).flatMap(Loadable::latest);
        if (before.filter(one -> one == value || one.equals(value)).isEmpty()) {
            told(topic, about, Reading.known(value, now));
        }
    }

    /// What is not shown any more of a topic.
    synchronized <K, V> void only(Topic<K, V> topic, List<K> abouts, Instant now) {
        List<Object> gone = made.entrySet().stream().filter(one -> one.getKey().topic().equals(topic.name())
                && one.getValue().state().latest().isPresent() && !abouts.contains(one.getKey().about()))
                .map(one -> one.getKey().about()).toList();
        gone.forEach(about -> told(topic, topic.key().cast(about), Reading.unknown(Failure.notKept(), now)));
    }

    /// Samples came.
    ///
    /// @param before what was known
    /// @param read   what came, much of which is known
    void heard(SeriesId id, Series before, Series read) {
        List<Sample> news = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            int place = before.before(read.second(i));
            boolean same = place < before.size() && before.second(place) == read.second(i)
                    && Double.compare(before.value(place), read.value(i)) == 0;
            if (!same) {
                news.add(new Sample(read.at(i), read.value(i)));
            }
        }
        if (!news.isEmpty()) {
            note(new Heard(id, clock.instant(), Series.of(news)));
        }
    }

    private synchronized void note(Heard some) {
        heard.add(some);
    }

    /// Whether it has been written at all.
    synchronized boolean isBegun() {
        return session.isPresent();
    }

    /// What is to be written now, in this order.
    synchronized List<Frame> take(Instant now) {
        var frames = new ArrayList<Frame>();
        Optional<Session> goingOn = session.filter(one -> !one.until().isAfter(now)
                && Duration.between(one.until(), now).compareTo(BREAK) <= 0);
        session.filter(_ -> goingOn.isEmpty()).flatMap(this::beforeTheBreak).ifPresent(frames::add);
        goingOn.filter(one -> one.until().isBefore(now) || !told.isEmpty() || !heard.isEmpty()).ifPresent(
                one -> frames.add(new Frame(place, one.begin(), one.until(), now, false, told, heard)));
        Instant begin = goingOn.map(Session::begin).orElse(now);
        Instant whole = goingOn.map(Session::whole).filter(at -> at.plus(WHOLE).isAfter(now)).orElse(now);
        if (goingOn.isEmpty() || whole.equals(now) && !goingOn.get().whole().equals(now)) {
            // Samples that came before the first frame of a session are of no session: this one begins with them.
            frames.add(new Frame(place, begin, now, now, true,
                    made.values().stream().<Told<?, ?>>flatMap(Made::all).toList(),
                    goingOn.isEmpty() ? heard : List.of()));
        }
        session = Optional.of(new Session(begin, now, whole));
        told = new ArrayList<>();
        heard = new ArrayList<>();
        return frames;
    }

    /// What came before nobody looked any more, and was not written then.
    private Optional<Frame> beforeTheBreak(Session one) {
        Instant end = one.until().plus(BREAK);
        List<Told<?, ?>> last = told.stream()
                .filter(each -> !each.at().isBefore(one.until()) && each.at().isBefore(end)).toList();
        return last.stream().map(Told::at).max(Instant::compareTo).map(to -> new Frame(place, one.begin(),
                one.until(), to, false, last, List.of()));
    }

    /// What was taken could not be written: what comes next stands for itself.
    synchronized void lost() {
        session = Optional.empty();
    }
}
