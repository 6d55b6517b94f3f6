package io.watchdeck.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.watchdeck.model.Reading;
import io.watchdeck.refresh.StateStore;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.statement.PreparedBatch;

/// One row for each question, its answer as JSON.
public final class H2StateStore implements StateStore {

    private static final Logger LOG = Logger.getLogger(H2StateStore.class.getName());
    /// Fields only: what a record tells beside them follows from them.
    private static final JsonMapper JSON = JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule())
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES).build();

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
                    .bind("about", text(about)).bind("asOf", answer.asOf().atOffset(ZoneOffset.UTC))
                    .bind("answer", text(answer.value())).add());
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
        try {
            K about = JSON.readValue(row.about(), topic.key());
            Optional<V> answer = Optional
                    .ofNullable(JSON.readValue(row.answer(), JSON.getTypeFactory().constructType(topic.answer())));
            answer.ifPresent(value -> known.put(about, new Reading.Known<>(value, row.asOf())));
        } catch (JacksonException | IllegalArgumentException other) {
            LOG.log(Level.FINE, "another version's " + topic.name(), other);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JacksonException mistake) {
            throw new IllegalStateException(mistake);
        }
    }
}
