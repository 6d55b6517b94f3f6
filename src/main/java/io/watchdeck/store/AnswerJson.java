package io.watchdeck.store;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.watchdeck.alarms.Status;
import io.watchdeck.stack.Threshold;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Type;
import java.util.Optional;

/// Answers about the cloud as text, and what else decides how a stack was shown: its file, its alarms, why something was not
/// known. Where a part is of several kinds the text names which.
final class AnswerJson {

    private static final Logger LOG = System.getLogger(AnswerJson.class.getName());
    private static final JsonMapper MAPPER = mapper();
    private static final ObjectReader GROWN = MAPPER.reader()
            .without(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .with(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private AnswerJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = Json.builder().addModule(PhraseJson.module())
                .addMixIn(Threshold.class, Named.class).addMixIn(Status.class, Named.class);
        builder.registerSubtypes(new NamedType(Threshold.Absolute.class, "absolute"),
                new NamedType(Threshold.PercentOf.class, "percentOf"), new NamedType(Status.Open.class, "open"),
                new NamedType(Status.Acknowledged.class, "acknowledged"),
                new NamedType(Status.Snoozed.class, "snoozed"), new NamedType(Status.Resolved.class, "resolved"),
                new NamedType(Status.Closed.class, "closed"));
        return builder.build();
    }

    /// Says in the text which kind it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    static String text(Type type, Object value) {
        try {
            return MAPPER.writerFor(MAPPER.getTypeFactory().constructType(type)).writeValueAsString(value);
        } catch (JacksonException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// What an earlier version did not write of the optional parts is empty; all is where this one does not understand it.
    static <T> Optional<T> read(String text, Type type) {
        try {
            return Optional.ofNullable(
                    GROWN.forType(MAPPER.getTypeFactory().constructType(type)).<T>readValue(text));
        } catch (JacksonException | IllegalArgumentException other) {
            LOG.log(Level.DEBUG, "another version's " + type.getTypeName(), other);
            return Optional.empty();
        }
    }
}
