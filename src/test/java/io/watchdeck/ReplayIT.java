package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// An incident that one console watched until it was killed, shown again by another: at five moments every leaf of what the
/// screens and `status --json` showed is the same.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What differs, and why.
    private static final Map<String, String> DIFFERS = Map.of(
            "screens nextRead", "no reading comes next in the past",
            "screens nextRead.is", "no reading comes next in the past");

    @TempDir
    private Path folder;

    @Test
    void anIncidentIsShownAgainByAnotherConsoleAsItWas() throws Exception {
        List<String> moments = record();
        assertThat(moments).hasSize(5);
        var line = new ArrayList<>(List.of("show", folder.resolve("data").toString(),
                folder.resolve("shown").toString()));
        line.addAll(moments);
        Process console = start(line);
        console.getOutputStream().close();
        assertThat(console.waitFor()).isZero();

        for (String moment : moments) {
            Map<String, String> before = leaves("watched", moment);
            Map<String, String> again = leaves("shown", moment);
            assertThat(before).as("leaves").hasSizeGreaterThan(3_000);
            assertThat(differences(before, again)).as("at " + moment).isEmpty();
        }
        assertTellsTheIncident(moments);
    }

    /// That there was something to be shown again.
    private void assertTellsTheIncident(List<String> moments) throws IOException {
        assertThat(leaves("shown", moments.get(0))).containsEntry("status stacks[glimpse-prod].severity", "fine");
        assertThat(leaves("shown", moments.get(1))).containsEntry("status stacks[tiketi-prod].severity", "critical");
        assertThat(leaves("shown", moments.get(2)).values()).as("acknowledged").contains("Acknowledged",
                "rolling back");
        assertThat(leaves("shown", moments.get(3)).values()).contains("SpotInterruption");
        assertThat(leaves("watched", moments.get(4))).isNotEqualTo(leaves("watched", moments.get(3)));
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> again) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(again.keySet());
        return paths.stream().filter(path -> !DIFFERS.containsKey(path))
                .filter(path -> !before.getOrDefault(path, "absent").equals(again.getOrDefault(path, "absent")))
                .map(path -> path + ": was " + shortened(before.getOrDefault(path, "absent")) + ", is "
                        + shortened(again.getOrDefault(path, "absent")))
                .toList();
    }

    private static String shortened(String leaf) {
        return leaf.length() < 300 ? leaf : leaf.substring(0, 120) + "…" + leaf.substring(leaf.length() - 120);
    }

    private Map<String, String> leaves(String which, String moment) throws IOException {
        return JSON.readValue(Files.readString(folder.resolve(which).resolve(moment.replace(':', '-') + ".json")),
                new TypeReference<TreeMap<String, String>>() {});
    }

    /// @return the moments
    private List<String> record() throws IOException, InterruptedException {
        Process console = start(List.of("record", folder.resolve("data").toString(),
                folder.resolve("watched").toString()));
        var moments = new ArrayList<String>();
        BufferedReader says = console.inputReader();
        for (String line = says.readLine(); line != null && !line.equals("recorded"); line = says.readLine()) {
            moments.add(line);
        }
        assertThat(console.toHandle().destroyForcibly()).isTrue();
        assertThat(console.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
        return moments;
    }

    private static Process start(List<String> arguments) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                PastConsole.class.getName()));
        line.addAll(arguments);
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }
}
