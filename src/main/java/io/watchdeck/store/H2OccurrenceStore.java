package io.watchdeck.store;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.OccurrenceStore;
import io.watchdeck.alarms.Status;
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
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each occurrence as it stands, and one for each change that is more than another value.
public final class H2OccurrenceStore implements OccurrenceStore {

    private static final String COLUMNS = "id, stack, kind, component, topic, raised_at, body ";

    private final Database database;

    public H2OccurrenceStore(Database database) {
        this.database = database;
    }

    /// How an occurrence stands, without the columns.
    ///
    /// @param since    since when nobody has it, or when it was over
    /// @param notified when somebody was last told of one that nobody has
    /// @param word     that holds, or the last that did
    private record Body(Finding now, Severity worst, OptionalDouble worstValue, Optional<Flapping> flapping,
            Standing standing, Optional<Instant> since, Optional<Instant> notified, Optional<Word> word) {

        static Body of(Occurrence one) {
            return switch (one.status()) {
                case Status.Open(var since, var notified) ->
                    of(one, Standing.open, Optional.of(since), Optional.of(notified));
                case Status.Acknowledged _ -> of(one, Standing.acknowledged, Optional.empty(), Optional.empty());
                case Status.Snoozed _ -> of(one, Standing.snoozed, Optional.empty(), Optional.empty());
                case Status.Resolved(var at, var _) ->
                    of(one, Standing.resolved, Optional.of(at), Optional.empty());
            };
        }

        private static Body of(Occurrence one, Standing standing, Optional<Instant> since,
                Optional<Instant> notified) {
            return new Body(one.now(), one.worst(), one.worstValue(), one.flapping(), standing, since, notified,
                    one.status().said());
        }

        Status status() {
            return switch (standing) {
                case open -> new Status.Open(since.orElseThrow(), notified.orElseThrow());
                case acknowledged -> new Status.Acknowledged(word.orElseThrow());
                case snoozed -> new Status.Snoozed(word.orElseThrow());
                case resolved -> new Status.Resolved(since.orElseThrow(), word);
            };
        }
    }

    /// The words of the JSON.
    private enum Standing {
        open, acknowledged, snoozed, resolved
    }

    @Override
    public void put(Collection<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.write(handle -> {
            putStates(handle, changes);
            return putChanges(handle, changes.stream().filter(change -> change.what() != What.MOVED).toList());
        });
    }

    private static void putStates(Handle handle, Collection<Change> changes) {
        PreparedBatch batch = handle.prepareBatch("""
                merge into occurrence key(id)
                values(:id, :stack, :kind, :component, :topic, :raised, :resolved, :body)""");
        changes.stream().map(Change::after).forEach(one -> batch.bind("id", one.id())
                .bind("stack", one.key().stack().value()).bind("kind", one.key().on().kind().name())
                .bind("component", one.key().on().name()).bind("topic", one.key().topic())
                .bind("raised", one.raised().atOffset(ZoneOffset.UTC))
                .bind("resolved", one.resolved().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("body", Json.text(Body.of(one))).add());
        batch.execute();
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
    public List<Change> changes(StackId stack, TimeRange range) {
        return database.read(handle -> handle.createQuery("""
                select o.id, o.stack, o.kind, o.component, o.topic, o.raised_at, c.body, c.happened_at, c.what, c.tells
                from occurrence_change c join occurrence o on o.id = c.occurrence
                where c.stack = :stack and c.happened_at >= :from and c.happened_at < :to
                order by c.happened_at, c.number""")
                .bind("stack", stack.value()).bind("from", range.from().atOffset(ZoneOffset.UTC))
                .bind("to", range.to().atOffset(ZoneOffset.UTC)).map((row, _) -> change(row)).list()).stream()
                .flatMap(Optional::stream).toList();
    }

    private static Optional<Change> change(ResultSet row) throws SQLException {
        Instant at = instant(row, "happened_at");
        What what = What.valueOf(row.getString("what"));
        boolean tells = row.getBoolean("tells");
        return occurrence(row).map(one -> new Change(at, what, tells, one));
    }

    private static Optional<Occurrence> occurrence(ResultSet row) throws SQLException {
        var key = new AlarmKey(new StackId(row.getString("stack")),
                new ComponentId(ComponentKind.valueOf(row.getString("kind")), row.getString("component")),
                row.getString("topic"));
        UUID id = row.getObject("id", UUID.class);
        Instant raised = instant(row, "raised_at");
        return Json.<Body>read(row.getString("body"), Body.class).map(body -> new Occurrence(id, key, raised,
                body.now(), body.worst(), body.worstValue(), body.status(), body.flapping()));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    @Override
    public Optional<Instant> judgedUntil(StackId stack) {
        return database.read(handle -> handle.createQuery("select until_at from stack_judged where stack = :stack")
                .bind("stack", stack.value()).map((row, _) -> instant(row, "until_at")).findOne());
    }

    @Override
    public void judged(StackId stack, Instant until) {
        database.write(handle -> handle.createUpdate("merge into stack_judged key(stack) values(:stack, :until)")
                .bind("stack", stack.value()).bind("until", until.atOffset(ZoneOffset.UTC)).execute());
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
