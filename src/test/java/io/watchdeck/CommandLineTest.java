package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchdeck.stack.ShippedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({"staus, status", "snapshto, snapshot", "chekc, check"})
    void aMisspeltCommandIsToldWhatWasMeant(String typed, String meant) {
        Program.Result result = Program.run(typed);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("Did you mean '" + meant + "'?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bogus", "window", "--bogus"})
    void whatIsLikeNoCommandIsNotTakenForOne(String typed) {
        Program.Result result = Program.run(typed);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(typed, "--help").doesNotContain("Did you mean");
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
    }

    @Test
    void interruptionsAreCountedOverTheHourThatTheFirstLookCovers() {
        Program.Result result = Program.run("status", "--sandbox", "--json", "glimpse-prod");

        JsonNode interruptions = result.stack("glimpse-prod").get("services").get(0).get("interruptions");
        assertThat(interruptions.get("count").asInt()).isEqualTo(1);
        assertThat(Duration.between(Instant.parse(interruptions.get("from").asText()),
                Instant.parse(interruptions.get("to").asText()))).isEqualTo(Duration.ofHours(1));
        assertThat(interruptions.get("gaps")).isEmpty();
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
        assertThat(result.json().get("severity").asText()).isEqualTo("unknown");
        assertThat(result.json().get("verdict").asText()).isEqualTo("Not known: broken.yaml cannot be used");
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
    void checkHintsAtWhatADesignSaysAgainstItself() throws IOException {
        Path glimpse = Files.writeString(folder.resolve("glimpse.yaml"), ShippedStacks.text("glimpse-prod"));
        Path tiketi = Files.writeString(folder.resolve("tiketi.yaml"), ShippedStacks.text("tiketi-prod"));

        Program.Result result = Program.run("check", glimpse.toString(), tiketi.toString());

        assertThat(result.code()).isEqualTo(ExitCode.OK);
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains(
                "glimpse.yaml: hint: Autoscaling of glimpse-api may go down to 1 task, while 'Running tasks' alarms below 2.",
                "tiketi.yaml: hint: At night 1 task is to run, although the autoscaling range is 2–10.");
    }

    @Test
    void besideABadFileNothingIsFine() throws IOException {
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        Files.writeString(folder.resolve("broken.yaml"), "stack: Broken\n");

        Program.Result result = Program.run("status", "--sandbox", "--stacks", folder.toString());

        assertThat(result.out()).contains("Not known: broken.yaml cannot be used").contains("Not used: broken.yaml.")
                .doesNotContain("Everything is fine");
        assertThat(result.code()).isEqualTo(ExitCode.UNKNOWN);
    }

    @Test
    void aKnownTroubleOutweighsABadFile() throws IOException {
        Files.writeString(folder.resolve("sesami-prod.yaml"), ShippedStacks.text("sesami-prod"));
        Files.writeString(folder.resolve("broken.yaml"), "stack: Broken\n");

        Program.Result result = Program.run("status", "--sandbox", "--stacks", folder.toString());

        assertThat(result.out()).contains("Not fine: Sesami prod").contains("Not used: broken.yaml.");
        assertThat(result.code()).isEqualTo(ExitCode.CRITICAL);
    }

    @Test
    void withoutAGoodFileStatusEndsAsBadData() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "stack: Broken\n");
        Files.writeString(folder.resolve("other.yaml"), "");

        Program.Result text = Program.run("status", "--sandbox", "--stacks", folder.toString());
        Program.Result json = Program.run("status", "--sandbox", "--json", "--stacks", folder.toString(), "broken");

        assertThat(text.out()).contains("Not known: broken.yaml and 1 more file cannot be used");
        assertThat(text.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(json.json().get("severity").asText()).isEqualTo("unknown");
        assertThat(json.json().get("problems")).isNotEmpty();
        assertThat(json.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void aStackWhoseFileIsWrongIsNotKnownWhenItIsNamed() throws IOException {
        Files.writeString(folder.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));
        Files.writeString(folder.resolve("broken.yaml"), "stack: Broken\nservces: []\n");
        String stacks = folder.toString();

        Program.Result alone = Program.run("status", "--sandbox", "--stacks", stacks, "BROKEN");
        Program.Result both =
                Program.run("status", "--sandbox", "--json", "--stacks", stacks, "broken", "glimpse-prod");
        Program.Result picture = Program.run("snapshot", "--sandbox", "--stacks", stacks, "--stack", "broken", "--out",
                folder.resolve("out").toString());

        assertThat(alone.out()).contains("Not known: broken.yaml cannot be used", "has no 'environment'")
                .doesNotContain("glimpse");
        assertThat(alone.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(both.stack("glimpse-prod").get("severity").asText()).isEqualTo("fine");
        assertThat(both.stack("broken").get("verdict").asText()).contains("has no 'environment'");
        assertThat(both.code()).isEqualTo(ExitCode.UNKNOWN);
        assertThat(picture.err()).contains("broken.yaml:2:1").doesNotContain("There is no stack");
        assertThat(picture.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void aFolderThatIsNotThereHasItsOwnExitCode() {
        Program.Result result = Program.run("status", "--sandbox", "--stacks", folder.resolve("nope").toString());

        assertThat(result.err()).contains("There is no such folder.");
        assertThat(result.out()).contains("Not known: nope cannot be used");
        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
    }

    @Test
    void checkKnowsTheSettingsFileByItsName() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "theme: light\ncap: ten\n");

        Program.Result wrong = Program.run("check", settings.toString());
        assertThat(wrong.err()).contains("settings.yaml:2:6: 'cap' must be a number, but is the text 'ten'.");
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_DATA);

        Files.writeString(settings, "theme: light\n");
        assertThat(Program.run("check", settings.toString()).out()).contains("settings.yaml: good");
    }

    @Test
    void checkOfTheConfigurationFolderJudgesSettingsAsSettingsAndTheStacksInTheirFolder() throws IOException {
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "theme: light\n");
        Path stacks = Files.createDirectory(folder.resolve("stacks"));
        Files.writeString(stacks.resolve("glimpse.yaml"), ShippedStacks.text("glimpse-prod"));

        Program.Result good = Program.run("check", folder.toString());
        assertThat(good.err()).isEmpty();
        assertThat(good.out()).contains("settings.yaml: good", "glimpse.yaml: good");
        assertThat(good.code()).isZero();

        Files.writeString(settings, "theme: light\ncap: ten\n");
        Files.writeString(stacks.resolve("bad.yaml"), "stack: bad\n");
        Program.Result wrong = Program.run("check", folder.toString());
        assertThat(wrong.err()).contains("settings.yaml:2:6: 'cap' must be a number, but is the text 'ten'.",
                "bad.yaml");
        assertThat(wrong.out()).contains("glimpse.yaml: good");
        assertThat(wrong.code()).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void checkFindsTheSameStackInTwoFiles() throws IOException {
        for (String name : List.of("a", "b", "c")) {
            Files.writeString(folder.resolve(name + ".yaml"), ShippedStacks.text("glimpse-prod"));
        }

        Program.Result files = Program.run("check", folder.resolve("b.yaml").toString(),
                folder.resolve("c.yaml").toString());
        Program.Result all = Program.run("check", folder.toString(), folder.resolve("a.yaml").toString());

        assertThat(files.out().lines().filter(line -> !line.contains(": hint: "))).singleElement().asString()
                .endsWith("b.yaml: good");
        assertThat(files.err()).contains("c.yaml: This stack is already described by b.yaml");
        assertThat(files.code()).isEqualTo(ExitCode.BAD_DATA);
        assertThat(all.out().lines().filter(line -> !line.contains(": hint: "))).singleElement().asString()
                .endsWith("a.yaml: good");
        assertThat(all.err().lines()).hasSize(2).allMatch(line -> line.contains("already described by a.yaml"));
    }

    @Test
    void aFileThatIsNotThereIsToldUnlessAnotherIsWrong() throws IOException {
        String none = folder.resolve("none.yaml").toString();
        String bad = Files.writeString(folder.resolve("bad.yaml"), "stack: Bad\n").toString();
        String empty = Files.createDirectory(folder.resolve("empty")).toString();

        assertThat(Program.run("check", none).err()).contains("none.yaml: There is no such file.");
        assertThat(Program.run("check", none).code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(Program.run("check", empty).err()).contains("The folder holds no stack file.");
        assertThat(Program.run("check", empty).code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(Program.run("check", none, bad, empty).code()).isEqualTo(ExitCode.BAD_DATA);
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

    @ParameterizedTest
    @ValueSource(strings = {"foo", "localhost:4566", "//localhost", "ftp://localhost", "http://", "http://h:99999", ""})
    void anEndpointThatIsNoServerIsRefusedInWordsEvenInTheSandbox(String url) {
        Program.Result result = Program.run("status", "--sandbox", "--endpoint-url", url);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--endpoint-url", "http://localhost:4566").doesNotContain("Exception");
    }

    @Test
    void anEndpointOfTheEnvironmentThatIsNoServerIsRefusedToo() {
        Program.Result result = Program.start(folder, Map.of("AWS_ENDPOINT_URL", "foo"), "status", "--sandbox");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).startsWith("AWS_ENDPOINT_URL: 'foo'").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "3601", "99999999999", "soon"})
    void aWaitThatIsNoNumberOfSecondsIsRefusedEvenInTheSandbox(String seconds) {
        Program.Result result = Program.run("status", "--sandbox", "--timeout", seconds);

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--timeout").contains("'" + seconds + "'").contains("from 1 to 3600");
    }

    @Test
    void optionsBeforeTheCommandHoldForStatus() {
        Program.Result result = Program.run("--sandbox", "--lang", "ko", "status", "glimpse-prod");

        assertThat(result.out()).startsWith("샌드박스");
        assertThat(result.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void anOptionGivenTwiceHoldsAndTheNearerValueWins() {
        Program.Result result = Program.run("--sandbox", "--lang", "ko", "status", "--sandbox", "--lang", "en",
                "glimpse-prod");

        assertThat(result.out()).startsWith("Sandbox");
    }

    @Test
    void optionsBeforeTheCommandHoldForSnapshot() throws IOException {
        Path stacks = Files.createDirectory(folder.resolve("stacks"));
        Files.writeString(stacks.resolve("glimpse-prod.yaml"), ShippedStacks.text("glimpse-prod"));

        Program.Result result = Program.run("--sandbox", "--stacks", stacks.toString(), "snapshot", "--stack",
                "tiketi-prod", "--out", folder.toString());

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("There are: glimpse-prod");
    }

    @Test
    void optionsBeforeAndAfterTheCommandAreTakenByCheck() throws IOException {
        String good = Files.writeString(folder.resolve("good.yaml"), ShippedStacks.text("tiketi-prod")).toString();

        assertThat(Program.run("--lang", "ko", "--sandbox", "check", good).code()).isZero();
        assertThat(Program.run("check", "--lang", "ko", good).code()).isZero();
        assertThat(Program.run("--timeout", "0", "check", good).code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void statusSpeaksTheLanguageThatTheEnvironmentNames() {
        Program.Result result = Program.start(folder, Map.of("LANG", "ko_KR.UTF-8"), "--sandbox", "status",
                "glimpse-prod");

        assertThat(result.out()).startsWith("샌드박스");
    }

    @Test
    void theLinesOfTheCostNeverAddUpToMoreThanWasSpent() {
        JsonNode status = Program.run("status", "--sandbox", "--json").json();

        for (JsonNode stack : status.get("stacks")) {
            JsonNode cost = stack.get("cost");
            double spent = cost.get("monthToDate").asDouble();
            assertThat(sum(cost.get("lines"))).as(stack.get("stack").asText()).isLessThanOrEqualTo(spent + 0.01);
            assertThat(sum(cost.get("services"))).isCloseTo(spent, within(0.01));
        }
    }

    private static double sum(JsonNode amounts) {
        return amounts.valueStream().mapToDouble(amount -> amount.get("actual").asDouble()).sum();
    }

    @Test
    void statusTellsEverythingThatItJudgesBy() {
        String text = Program.run("status", "--sandbox").out();

        assertThat(text).containsPattern("sesami-job-queue +Batch: \\d+ running, \\d+ runnable, 3 failed in 24 h")
                .containsPattern("sesami-sqs-to-batch +Pipe RUNNING")
                .containsPattern("codemate-dev +Pipeline: Build Failed, for \\d+ min")
                .containsPattern("Cost +\\$\\d+\\.\\d\\d this month as of .*, forecast .*, plan \\$674\\.56");
        assertThat(text.lines().filter(line -> line.startsWith("  Oldest figure "))).hasSize(6);
    }

    @Test
    void statusTellsEachDenialOnceInWords() {
        Program.Result result = Program.run("status", "--sandbox", "codemate-dev");

        assertThat(result.out().lines().filter(line -> line.startsWith("  ?"))).containsExactly(
                "  ? Not permitted: rds:DescribeDBInstances (codemate-db-dev, database facts; codemate-db-dev,"
                        + " connection limit)");
        assertThat(result.out()).doesNotContain("[");
    }

    @Test
    void costIsNotAskedWithoutBeingAskedFor() throws IOException {
        Files.writeString(folder.resolve("tiketi.yaml"), ShippedStacks.text("tiketi-prod"));

        Program.Result result = Program.start(folder, Map.of("AWS_ACCESS_KEY_ID", "key", "AWS_SECRET_ACCESS_KEY",
                "secret"), "--timeout", "1", "--endpoint-url", "http://127.0.0.1:1", "status", "--stacks",
                folder.toString());

        assertThat(result.out()).containsPattern("Cost +not asked: .*, plan \\$350\\.00");
    }

    /// What is said of a rule or an alarm never contradicts its state.
    @Test
    void noConditionClaimsATroubleThatItDoesNotHave() {
        JsonNode status = Program.run("status", "--sandbox", "--json").json();

        var claims = new ArrayList<String>();
        status.get("stacks").forEach(stack -> stack.get("alarms").forEach(alarm -> {
            boolean claim = alarm.get("says").asText().matches(
                    "Deployment of \\S+ failed|Pipeline \\S+ failed|.* is in ALARM|.*, was .*");
            if (claim && !alarm.get("state").asText().equals("ALARM")) {
                claims.add(alarm.get("says").asText());
            }
        }));
        assertThat(claims).isEmpty();
        assertThat(status.findValuesAsText("says")).contains("No deployment of glimpse-api failed",
                "Pipeline codemate-prod has not failed",
                "glimpse-running-tasks-low is OK, alarm when Running tasks below 2")
                .anyMatch(says -> says.startsWith(
                        "Dead letters above 0, was "));
    }

    @Test
    void koreanSpeaksKorean() {
        Program.Result result = Program.run("status", "--sandbox", "--lang", "ko", "glimpse-prod");

        assertThat(result.out()).containsPattern("\\p{IsHangul}");
    }
}
