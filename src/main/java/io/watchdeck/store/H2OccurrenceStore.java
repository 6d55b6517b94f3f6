package io.watchdeck.store;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Judged;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.Reunion.United;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each occurrence as it stands, and one for each change that is more than another value.
public final class H2OccurrenceStore implements OccurrenceStore {

    private static final String COLUMNS = "id, stack, kind, component, topic, raised_at, body ";
    private static final String CHANGES = """
            select o.id, o.stack, o.kind, o.component, o.topic, o.raised_at, c.body, c.happened_at, c.what, c.tells,
            c.number from occurrence_change c join occurrence o on o.id = c.occurrence
            """;

    private static final Logger LOG = Logger.getLogger(H2OccurrenceStore.class.getName());

    /// No stack is named so: its name is that of a file.
    private static final String IN_PART = "/in part";

    private final Database database;

    public H2OccurrenceStore(Database database) {
        this.database = database;
    }

    /// How an occurrence stands, without the columns.
    ///
    /// @param since    since when nobody has it, or when it was over
    /// @param notified when somebody was last told of one that nobody has
    /// @param word     that holds, or the last that did
    /// @param last     how one that is over was held in the end; earlier versions do not say, and it was acknowledged
    /// @param closed   why nothing can tell of it any more
    /// @param unknown  since when it is not known; earlier versions do not say
    /// @param had      who had it last; earlier versions do not say, and it is whoever the standing names
    private record Body(Finding now, Severity worst, OptionalDouble worstValue, Optional<Flapping> flapping,
            Standing standing, Optional<Instant> since, Optional<Instant> notified, Optional<Word> word,
            Optional<Standing> last, Optional<Why> closed, Optional<Instant> unknown, Optional<Had> had) {

        static Body of(Occurrence one) {
            return switch (one.status()) {
                case Status.Open(var since, var notified) ->
                    of(one, Standing.open, Optional.of(since), Optional.of(notified));
                case Status.Held held -> of(one, standing(held), Optional.empty(), Optional.empty());
                case Status.Resolved(var at, var _) ->
                    of(one, Standing.resolved, Optional.of(at), Optional.empty());
                case Status.Closed(var at, var _, var _) ->
                    of(one, Standing.closed, Optional.of(at), Optional.empty());
            };
        }

        private static Standing standing(Status.Held held) {
            return switch (held) {
                case Status.Acknowledged _ -> Standing.acknowledged;
                case Status.Snoozed _ -> Standing.snoozed;
            };
        }

        private static Body of(Occurrence one, Standing standing, Optional<Instant> since,
                Optional<Instant> notified) {
            return new Body(one.now(), one.worst(), one.worstValue(), one.flapping(), standing, since, notified,
                    one.status().said(), one.status() instanceof Status.Over over ? over.last().map(Body::standing)
                            : Optional.empty(),
                    one.status() instanceof Status.Closed end ? Optional.of(end.why()) : Optional.empty(),
                    one.unknownSince(), one.had());
        }

        Status status() {
            return switch (standing) {
                case open -> new Status.Open(since.orElseThrow(), notified.orElseThrow());
                case acknowledged -> new Status.Acknowledged(word.orElseThrow());
                case snoozed -> new Status.Snoozed(word.orElseThrow());
                case resolved -> new Status.Resolved(since.orElseThrow(), held());
                case closed -> new Status.Closed(since.orElseThrow(), closed.orElseThrow(), held());
            };
        }

        private Optional<Status.Held> held() {
            return word.map(one -> last.filter(how -> how == Standing.snoozed).isPresent() ? new Status.Snoozed(one)
                    : new Status.Acknowledged(one));
        }
    }

    /// The words of the JSON.
    private enum Standing {
        open, acknowledged, snoozed, resolved, closed
    }

    @Override
    public void put(Collection<Change> changes, Map<StackId, Judged> judged) {
        if (changes.isEmpty() && judged.isEmpty()) {
            return;
        }
        database.write(handle -> {
            putStates(handle, changes.stream().map(Change::after).toList());
            putJudged(handle, judged);
            return putChanges(handle, changes.stream().filter(change -> change.what() != What.MOVED).toList());
        });
    }

    @Override
    public void unite(Collection<United> united) {
        if (united.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch changes =
                    handle.prepareBatch("update occurrence_change set occurrence = :stays where occurrence = :gone");
            PreparedBatch states = handle.prepareBatch("delete from occurrence where id = :gone");
            united.forEach(one -> one.gone().forEach(gone -> {
                changes.bind("stays", one.stays().id()).bind("gone", gone).add();
                states.bind("gone", gone).add();
            }));
            if (changes.size() > 0) {
                changes.execute();
                states.execute();
            }
            putStates(handle, united.stream().map(United::stays).toList());
            united.stream().filter(one -> !one.gone().isEmpty()).forEach(one -> raisedOnce(handle, one.stays().id()));
            return united;
        });
    }

    /// What several found is raised once all the same: where a later of them found it worse, it rose then.
    private static void raisedOnce(Handle handle, UUID id) {
        List<Raised> all = handle.createQuery(CHANGES + """
                where c.occurrence = :id and c.what = 'RAISED' order by c.happened_at, c.number""").bind("id", id)
                .map((row, _) -> new Raised(row.getLong("number"), change(row))).list();
        Severity worst = Severity.FINE;
        for (Raised one : all) {
            Severity found = one.change().map(change -> change.after().severity()).orElse(Severity.FINE);
            if (one != all.getFirst()) {
                handle.createUpdate(found.compareTo(worst) > 0
                        ? "update occurrence_change set what = 'ROSE' where number = :number"
                        : "delete from occurrence_change where number = :number").bind("number", one.number())
                        .execute();
            }
            worst = worst.worse(found);
        }
    }

    /// @param change empty where it cannot be understood
    private record Raised(long number, Optional<Change> change) {}

    @Override
    public boolean isStopgap() {
        return database.inMemory().isPresent();
    }

    private static void putStates(Handle handle, Collection<Occurrence> all) {
        if (all.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                merge into occurrence key(id)
                values(:id, :stack, :kind, :component, :topic, :raised, :resolved, :body)""");
        all.forEach(one -> batch.bind("id", one.id())
                .bind("stack", one.key().stack().value()).bind("kind", one.key().on().kind().name())
                .bind("component", one.key().on().name()).bind("topic", one.key().topic())
                .bind("raised", one.raised().atOffset(ZoneOffset.UTC))
                .bind("resolved", one.resolved().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("body", Json.text(Body.of(one))).add());
        batch.execute();
    }

    /// A stack of which not all has been judged stands under another name: a version that does not know of that begins
    /// with it anew.
    private static void putJudged(Handle handle, Map<StackId, Judged> judged) {
        PreparedBatch batch = handle.prepareBatch("merge into stack_judged key(stack) values(:stack, :until)");
        judged.forEach((stack, far) -> batch.bind("stack", far.whole() ? stack.value() : stack.value() + IN_PART)
                .bind("until", far.until().atOffset(ZoneOffset.UTC)).add());
        if (!judged.isEmpty()) {
            batch.execute();
        }
    }

    private static int[] putChanges(Handle handle, List<Change> changes) {
        PreparedBatch batch = handle.prepareBatch("""
                insert into occurrence_change(occurrence, stack, happened_at, what, tells, body)
                values(:id, :stack, :at, :what, :tells, :body)""");
        changes.forEach(change -> batch.bind("id", change.after().id())
                .bind("stack", change.after().key().stack().value()).bind("at", change.at().atOffset(ZoneOffset.UTC))
                .bind("what", change.what().name()).bind("tells", change.tells())
                .bind("body", Json.text(Body.of(change.after()))).add());
        return changes.isEmpty() ? new int[0] : batch.execute();
    }

    @Override
    public List<Occurrence> liveOrEndedAfter(Instant moment) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                from occurrence where resolved_at is null or resolved_at > :moment order by raised_at, id""")
                .bind("moment", moment.atOffset(ZoneOffset.UTC)).map((row, _) -> occurrence(row)).list()).stream()
                .flatMap(Optional::stream).toList();
    }

    @Override
    public List<Occurrence> of(StackId stack, TimeRange range) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                from occurrence where stack = :stack and raised_at < :to
                and (resolved_at is null or resolved_at >= :from) order by raised_at, id""")
                .bind("stack", stack.value()).bind("from", range.from().atOffset(ZoneOffset.UTC))
                .bind("to", range.to().atOffset(ZoneOffset.UTC)).map((row, _) -> occurrence(row)).list()).stream()
                .flatMap(Optional::stream).toList();
    }

    @Override
    public List<Occurrence> of(AlarmKey key, Instant since) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
                from occurrence where stack = :stack and kind = :kind and component = :component and topic = :topic
                and raised_at >= :since order by raised_at desc, id""")
                .bind("stack", key.stack().value()).bind("kind", key.on().kind().name())
                .bind("component", key.on().name()).bind("topic", key.topic())
                .bind("since", since.atOffset(ZoneOffset.UTC)).map((row, _) -> occurrence(row)).list()).stream()
                .flatMap(Optional::stream).toList();
    }

    @Override
    public List<Change> changes(UUID occurrence) {
        return database.read(handle -> handle.createQuery(CHANGES + """
                where c.occurrence = :occurrence
                order by c.happened_at, c.number""")
                .bind("occurrence", occurrence).map((row, _) -> change(row)).list()).stream()
                .flatMap(Optional::stream).toList();
    }

    private static Optional<Change> change(ResultSet row) throws SQLException {
        Instant at = instant(row, "happened_at");
        String what = row.getString("what");
        boolean tells = row.getBoolean("tells");
        return occurrence(row)
                .flatMap(one -> understood(one.id(), () -> new Change(at, What.valueOf(what), tells, one)));
    }

    private static Optional<Occurrence> occurrence(ResultSet row) throws SQLException {
        String stack = row.getString("stack");
        String kind = row.getString("kind");
        String component = row.getString("component");
        String topic = row.getString("topic");
        UUID id = row.getObject("id", UUID.class);
        Instant raised = instant(row, "raised_at");
        String text = row.getString("body");
        return understood(id, () -> {
            Body body = Json.<Body>grown(text, Body.class).orElseThrow();
            var known = new Occurrence(id,
                    new AlarmKey(new StackId(stack), new ComponentId(ComponentKind.valueOf(kind), component), topic),
                    raised, body.now(), body.worst(), body.worstValue(), body.status(), body.unknown(),
                    body.flapping());
            return body.had().isEmpty() ? known : known.had(body.had().get());
        });
    }

    /// One row that is damaged, or that a later version wrote, takes no other with it.
    private static <T> Optional<T> understood(UUID id, Supplier<T> row) {
        try {
            return Optional.of(row.get());
        } catch (NoSuchElementException | IllegalArgumentException wrong) {
            LOG.log(Level.WARNING, "History: left out what cannot be understood of the alarm " + id, wrong);
            return Optional.empty();
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public Optional<Judged> judged(StackId stack) {
        return database.read(handle -> handle.createQuery("""
                select stack, until_at from stack_judged where stack in (:whole, :part) order by stack""")
                .bind("whole", stack.value()).bind("part", stack.value() + IN_PART)
                .map((row, _) -> new Judged(instant(row, "until_at"), row.getString("stack").equals(stack.value())))
                .findFirst());
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> {
            handle.createUpdate("""
                    delete from occurrence_change where occurrence in
                    (select id from occurrence where resolved_at < :before)""")
                    .bind("before", before.atOffset(ZoneOffset.UTC)).execute();
            return handle.createUpdate("delete from occurrence where resolved_at < :before")
                    .bind("before", before.atOffset(ZoneOffset.UTC)).execute();
        });
    }
}
