package io.watchdeck.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StackFilesViewModelTest {

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);

    private List<StackLine> lines(boolean readOnly, WatchSnapshot snapshot) {
        var model = new StackFilesViewModel(words, readOnly, id -> id.value().startsWith("tiketi")
                ? Optional.of(Path.of("/stacks", id + ".yaml")) : Optional.empty());
        model.show(snapshot);
        return model.linesProperty().get();
    }

    private static WatchSnapshot with(List<FileProblem> problems) {
        WatchSnapshot now = Snapshots.moment();
        return new WatchSnapshot(now.asOf(), now.stacks(), now.severity(), now.headline(), now.second(),
                now.completeness(), now.counts(), now.meter(), problems, now.refreshing(), now.lastRead(),
                now.nextRead(), now.every(), false, now.inspected(), now.notices(), now.resolved());
    }

    @Test
    void everyStackIsListedByNameWithItsFileAndAccount() {
        List<StackLine> lines = lines(false, with(List.of()));

        assertThat(lines).hasSize(Snapshots.moment().stacks().size()).extracting(StackLine::name).isSorted();
        StackLine tiketi = lines.stream().filter(line -> line.name().equals("Tiketi")).findFirst().orElseThrow();
        assertThat(tiketi.file()).contains(Path.of("/stacks/tiketi-prod.yaml"));
        assertThat(tiketi.states().getFirst()).isEqualTo("Watched");
        assertThat(lines).filteredOn(line -> line.file().isEmpty()).isNotEmpty().allSatisfy(
                line -> assertThat(line.place()).isEqualTo("Comes with Watchdeck, without a file of its own"));
    }

    @Test
    void aWrongFileComesFirstWithEveryMistakeAndItsPlace() {
        List<StackLine> lines = lines(false, with(List.of(
                new FileProblem("/stacks/shop.yaml", 12, 5, "Unknown key 'servces'.", "Did you mean 'services'?"),
                new FileProblem("/stacks/shop.yaml", 20, 3, "'region' has no value.", ""))));

        assertThat(lines.getFirst()).isEqualTo(new StackLine("shop.yaml", Optional.empty(),
                Optional.of(Path.of("/stacks/shop.yaml")), Path.of("/stacks/shop.yaml").toString(), "", Tone.WARNING,
                List.of("Line 12, column 5: Unknown key 'servces'. Did you mean 'services'?",
                        "Line 20, column 3: 'region' has no value.")));
    }

    @Test
    void thatTheLastGoodVersionOfAWrongFileIsInUseIsSaid() {
        List<StackLine> lines = lines(false, with(List.of(new FileProblem("/stacks/tiketi-prod.yaml", 3, 1,
                "Unknown key 'nmae'.", "").whileCovered())));

        assertThat(lines.getFirst().states()).containsExactly("Line 3, column 1: Unknown key 'nmae'.",
                "Its last good version is in use");
    }

    @Test
    void aConsoleThatChangesNothingSaysSoOfEveryStack() {
        assertThat(lines(true, with(List.of()))).allSatisfy(line -> assertThat(line.states())
                .contains("Read-only: Watchdeck was started with --read-only"));
        assertThat(lines(false, with(List.of()))).noneMatch(line -> line.states().stream()
                .anyMatch(state -> state.contains("--read-only")));
    }

    @Test
    void stacksOfTheSandboxAreSimulated() {
        assertThat(lines(false, Snapshots.sandbox())).filteredOn(line -> line.environment().isPresent()).isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.states().getFirst()).isEqualTo("Simulated by the sandbox"));
    }
}
