package io.watchdeck.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Records as text in a column.
final class Json {

    private static final Logger LOG = Logger.getLogger(Json.class.getName());
    private static final JsonMapper MAPPER = builder().build();

    private Json() {}

    /// Of what reads and writes fields alone: what a record tells beside them follows from them.
    static JsonMapper.Builder builder() {
        return JsonMapper.builder().addModules(new Jdk8Module(), new JavaTimeModule())
                .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);
    }

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JacksonException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// The same for a record that has grown: what an earlier version did not write of its optional parts is empty.
    static <T> Optional<T> grown(String text, Type type) {
        return read(MAPPER.reader().without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES), text, type);
    }

    /// Empty for what another version of the program wrote and this one does not understand.
    static <T> Optional<T> read(String text, Type type) {
        return read(MAPPER.reader(), text, type);
    }

    private static <T> Optional<T> read(ObjectReader reader, String text, Type type) {
        try {
            return Optional.ofNullable(
                    reader.forType(MAPPER.getTypeFactory().constructType(type)).<T>readValue(text));
        } catch (JacksonException | IllegalArgumentException other) {
            LOG.log(Level.FINE, "another version's " + type.getTypeName(), other);
            return Optional.empty();
        }
    }
}
