package io.watchdeck.store;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.JournalStore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/// One row for each entry.
public final class H2JournalStore implements JournalStore {

    private final Database database;

    public H2JournalStore(Database database) {
        this.database = database;
    }

    @Override
    public void put(JournalEntry entry) {
        database.write(handle -> handle.createUpdate("""
                merge into journal key(id) values(:id, :stack, :begun, :over, :reminder, :body)""")
                .bind("id", entry.id()).bind("stack", entry.operation().stack().value())
                .bind("begun", entry.begun().atOffset(ZoneOffset.UTC)).bind("over", entry.isOver())
                .bind("reminder", entry.reminder().filter(one -> !one.settled()).map(Reminder::at)
                        .map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null))
                .bind("body", JournalJson.text(entry)).execute());
    }

    @Override
    public Optional<Phrase> lossy() {
        return database.inMemory();
    }

    @Override
    public Optional<JournalEntry> find(UUID id) {
        return database.read(handle -> entries(handle.createQuery("select body from journal where id = :id")
                .bind("id", id))).stream().findFirst();
    }

    @Override
    public List<JournalEntry> open() {
        return database.read(handle -> entries(handle.createQuery(
                "select body from journal where not over order by begun_at, id")));
    }

    @Override
    public List<JournalEntry> reminding() {
        return database.read(handle -> entries(handle.createQuery("""
                select body from journal where reminder_at is not null order by reminder_at, id""")));
    }

    @Override
    public List<JournalEntry> read(Set<StackId> stacks, TimeRange range, int most) {
        String those = stacks.isEmpty() ? "" : "and stack in (<stacks>) ";
        return database.read(handle -> {
            Query query = handle.createQuery("select body from journal where begun_at >= :from and begun_at < :to "
                    + those + "order by begun_at desc, id limit :most")
                    .bind("from", range.from().atOffset(ZoneOffset.UTC))
                    .bind("to", range.to().atOffset(ZoneOffset.UTC)).bind("most", most);
            return entries(stacks.isEmpty() ? query
                    : query.bindList("stacks", stacks.stream().map(StackId::value).toList()));
        });
    }

    private static List<JournalEntry> entries(Query query) {
        return query.mapTo(String.class).list().stream().map(JournalJson::read).flatMap(Optional::stream).toList();
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from journal where over and begun_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }
}
