package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.stack.ShippedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the commands print and how they end.
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void namesItsVersion() {
        Program.Result result = Program.run("--version");

        assertThat(result.code()).isZero();
        assertThat(result.out()).matches("watchdeck \\d+\\.\\d+\\.\\d+\\R");
    }

    @Test
    void anUnknownOptionIsToldAndIsNoStateOfAStack() {
        Program.Result result = Program.run("status", "--jsno");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--jsno");
    }

    @Test
    void statusOfTheSandboxSaysThatItIsSimulatedAndEndsWithTheWorstSeverity() {
        Program.Result result = Program.run("status", "--sandbox", "--json");

        JsonNode status = result.json();
        assertThat(status.get("sandbox").asBoolean()).isTrue();
        assertThat(status.get("stacks")).hasSize(6);
        assertThat(status.get("severity").asText()).isEqualTo("critical");
        assertThat(result.code()).isEqualTo(ExitCode.CRITICAL);
    }

    @Test
    void everyFigureThatIsNullHasAReason() {
        Program.Result result = Program.run("status", "--sandbox", "--json");

        JsonNode dev = result.stack("codemate-dev");
        assertThat(dev.get("databases").get(0).get("maxConnections").isNull()).isTrue();
        assertThat(result.failure("codemate-dev", "databases[codemate-db-dev].maxConnections")).isEqualTo("denied");
        assertThat(dev.get("services").get(0).get("interruptions").isNull()).isTrue();
        assertThat(result.failure("codemate-dev", "services[codemate-frontend-service].interruptions"))
                .isEqualTo("notKept");
    }

    @Test
    void statusShowsOnlyTheStacksThatAreNamed() {
        Program.Result result = Program.run("status", "--sandbox", "--json", "glimpse-prod");

        assertThat(result.json().get("stacks")).hasSize(1);
        assertThat(result.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aStackThatIsNotThereIsAMistakeOfTheCaller() {
        Program.Result result = Program.run("status", "--sandbox", "glmpse");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("glmpse").contains("glimpse-prod");
    }

    @Test
    void oneBadFileKeepsNoOtherStackFromBeingRead() throws IOException {
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        Files.writeString(folder.resolve("broken.yaml"), "stack: Broken\nservces: []\n");

        Program.Result result = Program.run("status", "--sandbox", "--json", "--stacks", folder.toString());

        assertThat(result.stack("glimpse-prod").get("severity").asText()).isEqualTo("fine");
        assertThat(result.json().get("problems").findValuesAsText("line")).contains("2");
        assertThat(result.err()).contains("broken.yaml:2:1").contains("services");
        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void checkPraisesGoodFilesAndPlacesEveryMistake() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), ShippedStacks.text("tiketi-prod"));
        Path bad = Files.writeString(folder.resolve("bad.yaml"),
                ShippedStacks.text("tiketi-prod").replace("above: 70", "above: 170"));

        Program.Result result = Program.run("check", good.toString(), bad.toString());

        assertThat(result.out()).contains("good.yaml: good");
        assertThat(result.err()).containsPattern("bad\\.yaml:\\d+:\\d+: .*170");
        assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        Program.Result result = Program.run("check", folder.resolve("none.yaml").toString());

        assertThat(result.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(result.err()).contains("none.yaml");
    }

    @Test
    void statusWithoutStacksEndsAsNotKnown() {
        Program.Result result = Program.start(folder, Map.of(), "status");

        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(result.err()).startsWith("no stacks").contains("--sandbox");
    }

    @Test
    void withoutADisplayTheConsoleSaysSoInOneLine() {
        Program.Result result = Program.start(folder, Map.of());

        assertThat(result.code()).isEqualTo(ExitCode.NO_DISPLAY);
        assertThat(result.err().lines()).singleElement().asString().contains("snapshot").contains("status");
    }

    @Test
    void snapshotRefusesWhatIsNotASize() {
        Program.Result result = Program.run("snapshot", "--out", folder.toString(), "--size", "wide");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("1440x900");
    }

    @Test
    void snapshotRefusesAStackThatIsNotThereAndAScaleThatMakesNoPicture() {
        Program.Result stack = Program.run("snapshot", "--sandbox", "--out", folder.toString(), "--stack", "glmpse");
        Program.Result scale = Program.run("snapshot", "--sandbox", "--out", folder.toString(), "--scale", "0");

        assertThat(stack.code()).isEqualTo(ExitCode.USAGE);
        assertThat(stack.err()).contains("glmpse").contains("glimpse-prod");
        assertThat(scale.code()).isEqualTo(ExitCode.USAGE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEndpointWithoutASchemeAndAWaitOfNothingAreMistakesOfTheCaller() {
        assertThat(Program.run("status", "--endpoint-url", "localhost:4566").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Program.run("status", "--endpoint-url", "http://127.0.0.1:1", "--timeout", "0").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void koreanSpeaksKorean() {
        Program.Result result = Program.run("status", "--sandbox", "--lang", "ko", "glimpse-prod");

        assertThat(result.out()).containsPattern("\\p{IsHangul}");
    }
}
