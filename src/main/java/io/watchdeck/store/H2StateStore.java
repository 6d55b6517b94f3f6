package io.watchdeck.store;

import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each question, its answer as JSON.
public final class H2StateStore implements StateStore {

    private final Database database;

    public H2StateStore(Database database) {
        this.database = database;
    }

    @Override
    public <K, V> void keep(Topic<K, V> topic, Map<K, Reading.Known<V>> answers) {
        if (answers.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    merge into state key(place, topic, about) values(:place, :topic, :about, :asOf, :answer)""");
            answers.forEach((about, answer) -> batch.bind("place", topic.place()).bind("topic", topic.name())
                    .bind("about", Json.text(about)).bind("asOf", answer.asOf().atOffset(ZoneOffset.UTC))
                    .bind("answer", Json.text(answer.value())).add());
            return batch.execute();
        });
    }

    @Override
    public <K, V> Map<K, Reading.Known<V>> read(Topic<K, V> topic) {
        return database.read(handle -> {
            var known = new HashMap<K, Reading.Known<V>>();
            handle.createQuery("select about, as_of, answer from state where place = :place and topic = :topic")
                    .bind("place", topic.place()).bind("topic", topic.name())
                    .map((row, _) -> new Row(row.getString("about"),
                            row.getObject("as_of", OffsetDateTime.class).toInstant(), row.getString("answer")))
                    .forEach(row -> understood(topic, row, known));
            return known;
        });
    }

    @Override
    public void forget(Instant before) {
        database.write(handle -> handle.createUpdate("delete from state where as_of < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC)).execute());
    }

    private record Row(String about, Instant asOf, String answer) {}

    private static <K, V> void understood(Topic<K, V> topic, Row row, Map<K, Reading.Known<V>> known) {
        Optional<K> about = Json.read(row.about(), topic.key());
        Optional<V> answer = Json.read(row.answer(), topic.answer());
        about.ifPresent(key -> answer.ifPresent(value -> known.put(key, new Reading.Known<>(value, row.asOf()))));
    }
}
