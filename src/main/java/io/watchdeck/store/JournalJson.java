package io.watchdeck.store;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Journal entries as text. What an operation is, how a request was answered and what a sentence is about are of several
/// kinds, which the text names.
final class JournalJson {

    private static final Logger LOG = Logger.getLogger(JournalJson.class.getName());
    private static final JsonMapper MAPPER = mapper();

    private JournalJson() {}

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = Json.builder().addMixIn(Operation.class, Named.class)
                .addMixIn(Sent.class, Named.class).addModule(PhraseJson.module());
        builder.registerSubtypes(new NamedType(Operation.ForceDeployment.class, "forceDeployment"),
                new NamedType(Operation.RollBack.class, "rollBack"),
                new NamedType(Operation.StopDeployment.class, "stopDeployment"),
                new NamedType(Operation.Scale.class, "scale"),
                new NamedType(Operation.SpotWeight.class, "spotWeight"),
                new NamedType(Operation.StopTask.class, "stopTask"),
                new NamedType(Operation.Resubmit.class, "resubmit"),
                new NamedType(Operation.Redrive.class, "redrive"),
                new NamedType(Operation.CancelRedrive.class, "cancelRedrive"),
                new NamedType(Operation.Purge.class, "purge"),
                new NamedType(Sent.Taken.class, "taken"), new NamedType(Sent.Refused.class, "refused"),
                new NamedType(Sent.Lost.class, "lost"));
        // What an earlier version did not write of optional parts, lists and maps is empty.
        builder.disable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES);
        for (Class<?> several : List.of(List.class, Map.class)) {
            builder.withConfigOverride(several,
                    one -> one.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder.build();
    }

    /// Says in the text which kind it is.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Named {}

    static String text(JournalEntry entry) {
        try {
            return MAPPER.writeValueAsString(entry);
        } catch (JacksonException mistake) {
            throw new IllegalStateException(mistake);
        }
    }

    /// Empty for what another version of the program wrote and this one does not understand.
    static Optional<JournalEntry> read(String text) {
        try {
            return Optional.of(MAPPER.readValue(text, JournalEntry.class));
        } catch (JacksonException | IllegalArgumentException other) {
            LOG.log(Level.WARNING, "an entry of the journal that this version does not understand", other);
            return Optional.empty();
        }
    }
}
