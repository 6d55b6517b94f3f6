package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.watchdeck.LeafComparison.Excuse;
import io.watchdeck.LeafComparison.Form;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The comparison with the emulator finds what it is there for.
class LeafComparisonTest {

    private static final Excuse SAYS = new Excuse("stacks[*].says", Form.WORDS, "words", "");

    private final LeafComparison comparison = new LeafComparison(List.of(SAYS), Instant.parse("2026-09-22T04:00:00Z"),
            Instant.parse("2026-09-22T04:01:00Z"));

    @Test
    void whatIsExpectedIsFine() {
        assertThat(complaints("""
                {"asOf": "2026-09-22T04:00:30.123456789Z",
                 "begin": "2026-09-22T03:00:30Z",
                 "stacks": [{"name": "a", "since": "2026-09-22T03:00:00.123Z", "cpu": 62, "says": "hot", "tasks": []},
                            {"name": "b", "since": null, "cpu": 0.1, "says": "cold", "tasks": ["t"]}]}
                """, """
                {"asOf": "@run", "begin": "@hourBeforeRun",
                 "stacks": [{"name": "b", "since": null, "cpu": 0.10000000000000001, "says": "@any", "tasks": ["t"]},
                            {"name": "a", "since": "2026-09-22T03:00:00.123000Z", "cpu": 62.0, "says": "@any",
                             "tasks": []}]}
                """)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"cpu: 61 | cpu: 62 | stacks[a].cpu is 61, expected 62",
            "cpu: null | cpu: 0 | stacks[a].cpu is null, expected 0",
            "cpu: 0 | cpu: null | stacks[a].cpu is 0, expected null",
            "cpu: '62' | cpu: 62 | stacks[a].cpu is \"62\", expected 62",
            "cpu: 1, more: 2 | cpu: 1 | stacks[a].more is compared with nothing",
            "cpu: 1 | cpu: '@any' | stacks[a].cpu is compared with nothing",
            "cpu: 1 | cpu: 1, more: 2 | stacks[a].more is not printed, expected 2",
            "at: '2026-09-22T03:59:59Z' | at: '@run' | stacks[a].at is \"2026-09-22T03:59:59Z\", expected \"@run\"",
            "at: '2026-09-22T04:01:01Z' | at: '@run' | stacks[a].at is \"2026-09-22T04:01:01Z\", expected \"@run\"",
            "at: '2026-09-22T03:01:01Z' | at: '@hourBeforeRun' | stacks[a].at is \"2026-09-22T03:01:01Z\", expected \"@hourBeforeRun\"",
            "at: '2026-09-22T04:00:30Z' | at: '@hourBeforeRun' | stacks[a].at is \"2026-09-22T04:00:30Z\", expected \"@hourBeforeRun\"",
            "at: null | at: '@run' | stacks[a].at is null, expected \"@run\"",
            "says: null | says: '@any' | stacks[a].says is null, no WORDS",
            "says: 'x' | says: 'x' | stacks[a].says is excused though it could be compared with Optional[\"x\"]",
            "tasks: [] | tasks: ['t'] | stacks[a].tasks is compared with nothing"})
    void whatIsNotIsTold(String shown, String expected, String complaint) {
        assertThat(complaints(stack(shown), stack(expected))).first().isEqualTo(complaint);
    }

    @Test
    void anExcuseForNothingIsWrong() {
        assertThat(complaints("{\"stacks\": [{\"name\": \"a\"}]}", "{\"stacks\": [{\"name\": \"a\"}]}"))
                .containsExactly("nothing is called stacks[*].says");
    }

    private static String stack(String leaves) {
        String says = leaves.contains("says") ? "" : ", says: '@any'";
        return "{stacks: [{name: 'a', " + leaves + says + "}]}";
    }

    private List<String> complaints(String shown, String expected) {
        JsonMapper json = JsonMapper.builder().enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES)
                .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES).build();
        try {
            return comparison.complaints(json.readTree(shown), json.readTree(expected));
        } catch (JsonProcessingException wrong) {
            throw new AssertionError(wrong);
        }
    }
}
