package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.Pins;
import io.watchdeck.report.ReportFormat;
import io.watchdeck.report.Reports;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.words.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ReportViewModelTest {

    private static final StackFile STACK = Snapshots.glimpse().file();
    private static final TimeRange DAY = TimeRange.last(Duration.ofDays(1), NOW.plusMillis(300));

    private record Asked(String name, Supplier<byte[]> content, Consumer<Saved> told) {}

    private final List<Asked> filed = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private final ReportViewModel model = model(Optional.of(this::make));

    private byte[] make(TimeRange range, List<StackId> stacks, ReportFormat format, Words words) {
        made.add(range + " " + stacks + " " + format);
        return "report".getBytes(StandardCharsets.UTF_8);
    }

    private ReportViewModel model(Optional<Reports> reports) {
        return new ReportViewModel(StoryArchive.WORDS, new HandingOver(Pins.none(), reports,
                (name, content, told) -> filed.add(new Asked(name, content, told))), Runnable::run);
    }

    private ReportLine line() {
        return model.lineProperty().get().orElseThrow();
    }

    @Test
    void itIsMadeOfTheTimeAndTheStackThatAreShownOnceAFileIsChosen() {
        model.export(ReportFormat.HTML, STACK, DAY, NOW);

        assertThat(filed).singleElement().extracting(Asked::name)
                .isEqualTo("hand-over-glimpse-prod-2026-09-21-to-2026-09-22.html");
        assertThat(made).as("before a file is chosen").isEmpty();
        assertThat(model.lineProperty().get()).as("a person who chooses none is told nothing").isEmpty();

        assertThat(filed.getFirst().content().get()).asString().isEqualTo("report");

        Instant from = NOW.minus(Duration.ofDays(1)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        assertThat(made).containsExactly(new TimeRange(from, from.plus(Duration.ofDays(1))) + " " + List.of(GLIMPSE)
                + " " + ReportFormat.HTML);
    }

    @Test
    void itIsToldThatItIsMadeAndWhereItIs() {
        model.export(ReportFormat.MARKDOWN, STACK, DAY, NOW);
        filed.getFirst().content().get();
        assertThat(line().kind()).isEqualTo(ReportLine.Kind.MAKING);
        assertThat(line().text()).startsWith("Making the hand-over report of Glimpse, ");
        assertThat(model.close()).as("while it is made").isFalse();

        model.export(ReportFormat.HTML, STACK, DAY, NOW);
        assertThat(filed).as("one at a time").hasSize(1);

        Path file = Path.of("/reports/monday.md");
        filed.getFirst().told().accept(new Saved(file, Optional.empty()));
        assertThat(line()).isEqualTo(new ReportLine(ReportLine.Kind.SAVED, "Saved to " + file, Optional.of(file)));
        assertThat(model.close()).isTrue();
        assertThat(model.lineProperty().get()).isEmpty();
    }

    @Test
    void whyThereIsNoneIsTold() {
        model.export(ReportFormat.MARKDOWN, STACK, DAY, NOW);
        filed.getFirst().told().accept(new Saved(Path.of("/reports/monday.md"),
                Optional.of(Phrase.of("ui.unsaved.denied"))));

        assertThat(line()).isEqualTo(new ReportLine(ReportLine.Kind.FAILED,
                "There is no hand-over report monday.md: no permission to write there", Optional.empty()));
        assertThat(model.close()).isTrue();
    }

    @Test
    void withoutAHistoryThereIsNothingToReport() {
        ReportViewModel nothing = model(Optional.empty());

        nothing.export(ReportFormat.HTML, STACK, DAY, NOW);

        assertThat(filed).isEmpty();
        assertThat(nothing.lineProperty().get().orElseThrow().text()).contains("keeps no history");
    }

    @Test
    void whatIsNoMomentIsToldWithWhatIsOneAndGoesByItself() {
        model.refuse("soon ");
        assertThat(line().kind()).isEqualTo(ReportLine.Kind.REFUSED);
        assertThat(line().text()).startsWith("“soon” is no such moment. A time of the day shown, such as 22:17");

        model.tick(TimelineStory.NOW);
        model.tick(TimelineStory.NOW.plusSeconds(19));
        assertThat(model.lineProperty().get()).isPresent();

        model.tick(TimelineStory.NOW.plusSeconds(20));
        assertThat(model.lineProperty().get()).isEmpty();
    }
}
