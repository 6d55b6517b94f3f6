package io.watchdeck.stack;

import static io.watchdeck.stack.StackFiles.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// The JSON Schema that editors use says what the reader says.
class StackSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode schema = schema();
    private final JsonSchema validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(schema);

    static List<String> shipped() {
        return ShippedStacks.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEveryShippedFile(String name) {
        assertThat(validate(ShippedStacks.text(name))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Block.class)
    void hasExactlyTheKeysOfTheReader(Block block) {
        JsonNode definition = block == Block.STACK_FILE ? schema : schema.at("/$defs/" + block.schemaName());

        assertThat(definition.get("properties").fieldNames()).toIterable()
                .containsExactlyInAnyOrderElementsOf(block.keys());
        assertThat(texts(definition.path("required"))).containsExactlyInAnyOrderElementsOf(block.required());
        assertThat(definition.get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void everyBlockOfTheSchemaIsOneOfTheReader() {
        Stream<String> blocks = schema.get("$defs").properties().stream()
                .filter(entry -> entry.getValue().has("properties")).map(Map.Entry::getKey);

        assertThat(blocks).containsExactlyInAnyOrderElementsOf(Stream.of(Block.values())
                .filter(block -> block != Block.STACK_FILE).map(Block::schemaName).toList());
    }

    @Test
    void everyKeyIsDescribed() {
        for (Block block : Block.values()) {
            JsonNode definition = block == Block.STACK_FILE ? schema : schema.at("/$defs/" + block.schemaName());
            definition.get("properties").properties().forEach(entry -> {
                JsonNode referred = schema.at(entry.getValue().path("$ref").asText("#/none").substring(1));
                assertThat(entry.getValue().has("description") || referred.has("description"))
                        .as(block.schemaName() + "." + entry.getKey()).isTrue();
            });
        }
    }

    @Test
    void hasTheWordsOfTheReader() {
        assertThat(texts(schema.at("/properties/environment/enum"))).isEqualTo(Choices.ENVIRONMENT.words());
        assertThat(texts(schema.at("/$defs/severity/enum"))).isEqualTo(Choices.SEVERITY.words());
        assertThat(texts(schema.at("/$defs/database/properties/kind/enum"))).isEqualTo(Choices.DATABASE_KIND.words());
        assertThat(texts(schema.at("/$defs/rule/properties/missing/enum"))).isEqualTo(Choices.MISSING.words());
        assertThat(schema.at("/$defs/threshold/oneOf/1/pattern").asText())
                .contains("(" + String.join("|", LimitWord.words()) + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "servces: []",
            "account: \"123\"",
            "role: ops",
            "endpoint: localhost",
            "readOnly: yes",
            "profile: 12",
            "profile: ''",
            "caches:",
            "caches: [redis]",
            "caches: [{nodes: 1}]",
            "caches: [{id: a, nodes: two}]",
            "caches: [{id: a, nodes: 0}]",
            "caches: [{id: a, nodes: 1.5}]",
            "caches: [{id: 'arn:aws:elasticache:::a'}]",
            "logGroups: /ecs/api",
            "logGroups: [a, a]",
            "eventLog: [a]",
            "plan: {target: 2}",
            "plan: {total: -1}",
            "plan: {total: {from: 1}}",
            "plan: {total: 5, currency: dollar}",
            "plan: {lines: [{name: a}]}",
            "alarmSeverities: {a: fatal}",
            "rules: [{name: R, severity: notice, metric: service.cpu}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: 1, below: 2}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: high}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: -1}]",
            "rules: [{name: R, severity: fine, metric: service.cpu, above: 1}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: 1, period: 90}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: 1, period: soon}]",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: 1, missing: bad}]",
            "rules: [{name: R, severity: notice, metric: db.connections, above: 80 % of all}]"})
    void refusesWhatTheReaderRefuses(String line) {
        refused(GOOD + line + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4", "{interruptions: 4}", "{interruptionPercent: 101}",
            "{interruptionPercent: {from: 3}}", "{interruptionPercent: {from: -1, to: 2}}",
            "{interruptionPercent: many}", "{replacementSeconds: 1.5}", "{replacementSeconds: -1}"})
    void refusesWhatTheReaderRefusesOfSpot(String expected) {
        refused(GOOD.replace("name: api", "{name: api, spotExpected: " + expected + "}"));
    }

    private void refused(String text) {

        assertThat(validate(text)).isNotEmpty();
        assertThat(StackFiles.problems(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "account: 123456789012",
            "account: \"012345678901\"",
            "readOnly: true",
            "endpoint: http://localhost:5555",
            "caches: []",
            "queues: [{name: a, deadLetterQueue: b, pipe: c}]",
            "plan: {total: {from: 1, to: 2.5}, currency: EUR}",
            "rules: [{name: R, severity: notice, metric: service.cpu, above: 80 %, period: 1h, of: 3}]",
            "rules: [{name: R, severity: notice, metric: db.connections, above: 80% of maxConnections}]"})
    void takesWhatTheReaderTakes(String line) {
        String text = GOOD + line + "\n";

        assertThat(validate(text)).isEmpty();
        assertThat(StackFiles.problems(text)).isEmpty();
    }

    private Set<ValidationMessage> validate(String yaml) {
        LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
        return validator.validate(JSON.valueToTree(new Load(settings).loadFromString(yaml)));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode schema() {
        try (InputStream in = StackReader.class.getResourceAsStream("stack-file.schema.json")) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
