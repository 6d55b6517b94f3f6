package io.watchdeck.store;

import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.store.FrameBody.Kind;
import io.watchdeck.store.FrameBody.Line;
import io.watchdeck.store.FrameBody.Name;
import io.watchdeck.store.FrameBody.Samples;
import io.watchdeck.watch.past.AnswerStore;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Heard;
import io.watchdeck.watch.past.Told;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// One row for each frame, those of an hour that is over together.
public final class H2AnswerStore implements AnswerStore {

    /// The topic of samples, which no question has.
    private static final String SAMPLES = "/samples";
    private static final long HOUR = Duration.ofHours(1).toSeconds();
    private static final String COLUMNS = "select number, place, session_at, from_at, to_at, whole, body ";

    private final Database database;

    public H2AnswerStore(Database database) {
        this.database = database;
    }

    private record Row(long number, String place, Instant session, Instant from, Instant to, boolean whole,
            byte[] bytes) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(row.getLong("number"), row.getString("place"), instant(row, "session_at"),
                    instant(row, "from_at"), instant(row, "to_at"), row.getBoolean("whole"), row.getBytes("body"));
        }

        FrameBody body() {
            return FrameBody.of(bytes, AnswerFold.nanos(from));
        }
    }

    @Override
    public void add(Frame frame) {
        byte[] bytes = body(frame).bytes(AnswerFold.nanos(frame.from()));
        database.write(handle -> insert(handle, new Row(0, frame.place(), frame.session(), frame.from(), frame.to(),
                frame.whole(), bytes)));
    }

    private static int insert(Handle handle, Row row) {
        return handle.createUpdate("""
                insert into answer_frame(place, session_at, from_at, to_at, whole, body)
                values(:place, :session, :from, :to, :whole, :body)""")
                .bind("place", row.place()).bind("session", row.session().atOffset(ZoneOffset.UTC))
                .bind("from", row.from().atOffset(ZoneOffset.UTC)).bind("to", row.to().atOffset(ZoneOffset.UTC))
                .bind("whole", row.whole()).bind("body", row.bytes()).execute();
    }

    private static FrameBody body(Frame frame) {
        var abouts = new HashMap<Object, String>();
        List<Line> lines = frame.told().stream().map(one -> line(one, abouts)).toList();
        List<Samples> samples = frame.heard().stream().map(one -> samples(one, abouts)).toList();
        return new FrameBody(lines, samples);
    }

    private static <K, V> Line line(Told<K, V> told, Map<Object, String> abouts) {
        Topic<K, V> topic = told.topic();
        var name = new Name(topic.name(), about(told.about(), topic.key(), abouts));
        long at = AnswerFold.nanos(told.at());
        long asOf = AnswerFold.nanos(told.reading().at());
        return switch (told.reading()) {
            case Reading.Unknown<V>(var failure, var _) -> new Line(name, at, asOf, Kind.FAILURE,
                    AnswerJson.text(failure.getClass(), failure).getBytes(StandardCharsets.UTF_8));
            case Reading.Known<V>(var value, var _) -> {
                if (told.before().filter(value::equals).isPresent()) {
                    yield new Line(name, at, asOf, Kind.SAME, new byte[0]);
                }
                String text = AnswerJson.text(topic.answer(), value);
                yield told.before().map(before -> new Line(name, at, asOf, Kind.PART,
                        TextDelta.of(AnswerJson.text(topic.answer(), before), text)))
                        .orElseGet(() -> new Line(name, at, asOf, Kind.WHOLE, TextDelta.of("", text)));
            }
        };
    }

    private static String about(Object about, Class<?> type, Map<Object, String> abouts) {
        return abouts.computeIfAbsent(about, one -> AnswerJson.text(type, one));
    }

    private static Samples samples(Heard heard, Map<Object, String> abouts) {
        Series news = heard.news();
        var seconds = new long[news.size()];
        var values = new double[news.size()];
        for (int i = 0; i < news.size(); i++) {
            seconds[i] = news.second(i);
            values[i] = news.value(i);
        }
        return new Samples(new Name(SAMPLES, about(heard.id(), SeriesId.class, abouts)),
                AnswerFold.nanos(heard.at()), seconds, values);
    }

    @Override
    public Set<String> places() {
        return Set.copyOf(database.<List<String>>read(handle -> handle
                .createQuery("select distinct place from answer_frame").mapTo(String.class).list()));
    }

    @Override
    public Optional<Known> at(String place, Instant moment) {
        return database.read(handle -> {
            Optional<Row> last = rows(handle.createQuery(COLUMNS + """
                    from answer_frame where place = :place and from_at <= :moment order by number desc limit 1""")
                    .bind("place", place).bind("moment", moment.atOffset(ZoneOffset.UTC))).findFirst();
            if (last.filter(row -> !row.to().isBefore(moment)).isEmpty()) {
                return Optional.<Known>empty();
            }
            var fold = new AnswerFold(_ -> true);
            long until = AnswerFold.nanos(moment);
            since(handle, place, moment, moment).forEach(row -> {
                if (row.whole()) {
                    fold.clear();
                }
                row.body().lines().stream().filter(line -> line.at() <= until).forEach(fold::take);
            });
            return Optional.of(new FoldedKnown(fold, place, last.get().session(), moment));
        });
    }

    /// What is known at a moment is read at once, samples when somebody asks for them.
    private final class FoldedKnown implements Known {

        private final AnswerFold fold;
        private final String place;
        private final Instant session;
        private final Instant moment;

        FoldedKnown(AnswerFold fold, String place, Instant session, Instant moment) {
            this.fold = fold;
            this.place = place;
            this.session = session;
            this.moment = moment;
        }

        @Override
        public Instant session() {
            return session;
        }

        @Override
        public <K, V> Map<K, List<Reading<V>>> of(Topic<K, V> topic) {
            var known = new LinkedHashMap<K, List<Reading<V>>>();
            fold.of(topic.name()).forEach((about, readings) -> AnswerJson.<K>read(about, topic.key())
                    .ifPresent(key -> known.put(key, readings.stream()
                            .flatMap(one -> understood(one, topic).stream()).toList())));
            return known;
        }

        @Override
        public List<Heard> heard(Instant since) {
            long from = AnswerFold.nanos(since);
            long until = AnswerFold.nanos(moment);
            var ids = new HashMap<String, Optional<SeriesId>>();
            return database.read(handle -> rows(handle.createQuery(COLUMNS + """
                    from answer_frame where place = :place and from_at <= :moment and to_at >= :since
                    order by number""").bind("place", place)
                    .bind("moment", moment.atOffset(ZoneOffset.UTC)).bind("since", since.atOffset(ZoneOffset.UTC)))
                    .flatMap(row -> row.body().samples().stream())
                    .filter(some -> some.at() >= from && some.at() <= until)
                    .flatMap(some -> ids.computeIfAbsent(some.name().about(),
                            about -> AnswerJson.read(about, SeriesId.class)).stream()
                            .map(id -> new Heard(id, AnswerFold.instant(some.at()),
                                    Series.of(some.seconds(), some.values(), some.seconds().length))))
                    .toList());
        }
    }

    private static <V> Optional<Reading<V>> understood(Reading<byte[]> reading, Topic<?, V> topic) {
        return switch (reading) {
            case Reading.Known<byte[]>(var text, var asOf) ->
                AnswerJson.<V>read(new String(text, StandardCharsets.UTF_8), topic.answer())
                        .map(value -> Reading.known(value, asOf));
            case Reading.Unknown<byte[]>(var failure, var at) -> Optional.of(Reading.unknown(failure, at));
        };
    }

    /// The frames from the last whole one that begins no later than a moment, or the first later one, to another moment.
    private static Stream<Row> since(Handle handle, String place, Instant first, Instant last) {
        return rows(handle.createQuery(COLUMNS + """
                from answer_frame where place = :place and from_at <= :last and number >= coalesce(
                    (select max(number) from answer_frame where place = :place and whole and from_at <= :first), 0)
                order by number""").bind("place", place).bind("first", first.atOffset(ZoneOffset.UTC))
                .bind("last", last.atOffset(ZoneOffset.UTC)));
    }

    /// Row by row: the frames of months do not fit into memory.
    private static Stream<Row> rows(Query query) {
        return query.map((row, _) -> Row.of(row)).stream();
    }

    @Override
    public List<TimeRange> watched(String place, TimeRange range) {
        List<TimeRange> frames = database.read(handle -> handle.createQuery("""
                select from_at, to_at from answer_frame where place = :place and from_at < :to and to_at >= :from
                order by from_at""").bind("place", place).bind("from", range.from().atOffset(ZoneOffset.UTC))
                .bind("to", range.to().atOffset(ZoneOffset.UTC))
                .map((row, _) -> new TimeRange(instant(row, "from_at"), instant(row, "to_at"))).list());
        var watched = new ArrayList<TimeRange>();
        for (TimeRange frame : frames) {
            Instant from = frame.from().isBefore(range.from()) ? range.from() : frame.from();
            Instant to = frame.to().isAfter(range.to()) ? range.to() : frame.to();
            if (!watched.isEmpty() && !from.isAfter(watched.getLast().to())) {
                TimeRange before = watched.removeLast();
                watched.add(new TimeRange(before.from(), to.isAfter(before.to()) ? to : before.to()));
            } else {
                watched.add(new TimeRange(from, to));
            }
        }
        return List.copyOf(watched);
    }

    @Override
    public <K, V> List<Told<K, V>> changes(Topic<K, V> topic, TimeRange range) {
        var fold = new AnswerFold(topic.name()::equals);
        var said = new HashMap<String, Object>();
        Map<String, Spoken> first = new LinkedHashMap<>();
        var later = new ArrayList<Spoken>();
        long from = AnswerFold.nanos(range.from());
        long until = AnswerFold.nanos(range.to());
        database.read(handle -> {
            since(handle, topic.place(), range.from(), range.to()).forEach(row -> row.body().lines().stream()
                    .filter(line -> line.at() < until).forEach(line -> fold.take(line).ifPresent(reading -> {
                        var spoken = new Spoken(line.name().about(), AnswerFold.instant(line.at()), reading);
                        boolean another = !spoken.says().equals(said.put(spoken.about(), spoken.says()));
                        if (line.at() < from) {
                            first.put(spoken.about(), spoken);
                        } else if (another) {
                            later.add(spoken);
                        }
                    })));
            return later;
        });
        return Stream.concat(first.values().stream(), later.stream()).sorted(Comparator.comparing(Spoken::at))
                .flatMap(one -> one.told(topic).stream()).toList();
    }

    /// An answer that nobody has understood yet.
    private record Spoken(String about, Instant at, Reading<byte[]> reading) {

        /// What two answers must share to say the same.
        Object says() {
            return switch (reading) {
                case Reading.Known<byte[]>(var text, var _) -> ByteBuffer.wrap(text);
                case Reading.Unknown<byte[]>(var failure, var _) -> failure.kind();
            };
        }

        <K, V> Optional<Told<K, V>> told(Topic<K, V> topic) {
            return AnswerJson.<K>read(about, topic.key())
                    .flatMap(key -> understood(reading, topic).map(one -> new Told<>(topic, key, at, one)));
        }
    }

    @Override
    public void tidy(Instant before) {
        Map<String, List<Row>> hours = new LinkedHashMap<>();
        database.<List<Row>>read(handle -> rows(handle.createQuery("""
                select number, place, session_at, from_at, to_at, whole, x'' as body
                from answer_frame where not whole and to_at < :before and to_at >= :since order by number""")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .bind("since", before.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))).toList())
                .forEach(row -> hours.computeIfAbsent(row.place() + " " + row.session() + " "
                        + row.from().getEpochSecond() / HOUR, _ -> new ArrayList<>()).add(row));
        hours.values().stream().flatMap(rows -> runs(rows).stream()).filter(run -> run.size() > 1)
                .forEach(this::join);
    }

    /// Those between which no whole one lies and no time is missing.
    private List<List<Row>> runs(List<Row> rows) {
        var runs = new ArrayList<List<Row>>();
        for (Row row : rows) {
            Optional<Row> last = runs.isEmpty() ? Optional.empty() : Optional.of(runs.getLast().getLast());
            if (last.filter(before -> before.to().equals(row.from()) && !isWholeBetween(before, row)).isEmpty()) {
                runs.add(new ArrayList<>());
            }
            runs.getLast().add(row);
        }
        return runs;
    }

    private boolean isWholeBetween(Row one, Row other) {
        return database.read(handle -> handle.createQuery("""
                select count(*) from answer_frame
                where place = :place and whole and number > :one and number < :other""")
                .bind("place", one.place()).bind("one", one.number()).bind("other", other.number())
                .mapTo(Integer.class).one()) > 0;
    }

    /// All of them in the row of the first, whose place in the order it has.
    private void join(List<Row> run) {
        Row first = run.getFirst();
        database.write(handle -> {
            List<FrameBody> bodies = handle.createQuery(COLUMNS + """
                    from answer_frame where number in (<numbers>) order by number""")
                    .bindList("numbers", run.stream().map(Row::number).toList()).map((row, _) -> Row.of(row).body())
                    .list();
            handle.createUpdate("delete from answer_frame where number in (<numbers>)")
                    .bindList("numbers", run.stream().skip(1).map(Row::number).toList()).execute();
            return handle.createUpdate("update answer_frame set to_at = :to, body = :body where number = :number")
                    .bind("to", run.getLast().to().atOffset(ZoneOffset.UTC))
                    .bind("body", FrameBody.joined(bodies).bytes(AnswerFold.nanos(first.from())))
                    .bind("number", first.number()).execute();
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> {
            for (String place : handle.createQuery("select distinct place from answer_frame").mapTo(String.class)
                    .list()) {
                forget(handle, place, before);
            }
            return before;
        });
    }

    /// What begins with the last whole frame before the first that is not over by then is still needed.
    private static void forget(Handle handle, String place, Instant before) {
        long needed = handle.createQuery("""
                select case when f.first is null then 9223372036854775807 else coalesce((
                    select max(w.number) from answer_frame w
                    where w.place = :place and w.whole and w.number <= f.first), f.first) end
                from (select min(number) as first from answer_frame
                    where place = :place and to_at >= :before) f""")
                .bind("place", place).bind("before", before.atOffset(ZoneOffset.UTC)).mapTo(Long.class).one();
        handle.createUpdate("delete from answer_frame where place = :place and number < :needed")
                .bind("place", place).bind("needed", needed).execute();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
