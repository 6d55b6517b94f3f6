package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.HandOver.Pin;
import io.watchdeck.ui.kit.LaneData;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PinsViewModelTest {

    private static final TimeRange WEEK = TimeRange.last(Duration.ofDays(7), NOW);
    private static final StackId OTHER = new StackId("tiketi-prod");

    private final FakePins keeper = new FakePins();
    private int drawn;
    private PinsViewModel model = model();

    private PinsViewModel model() {
        return new PinsViewModel(StoryArchive.WORDS, keeper, keeper::read, () -> drawn++);
    }

    @BeforeEach
    void show() {
        model.show(GLIMPSE, WEEK);
    }

    private List<String> notes() {
        return model.linesProperty().get().stream().map(PinLine::note).toList();
    }

    @Test
    void aPinIsListedDrawnAndKeptWithWhoPinnedIt() {
        model.pin(LOSS.plusMillis(400), "look here");

        assertThat(model.linesProperty().get()).singleElement().satisfies(line -> {
            assertThat(line.time()).isEqualTo("Mon 21 Sep 22:17:40");
            assertThat(line.person()).isEqualTo("sora");
        });
        assertThat(model.marks()).containsExactly(new LaneData.Pin(LOSS, "look here"));
        assertThat(model.countedProperty().get()).isEqualTo("1 pin");
        assertThat(keeper.kept).containsExactly(new Pin(LOSS, Optional.of(GLIMPSE), "sora", "look here"));
        assertThat(drawn).isOne();
    }

    @Test
    void aMomentIsPinnedOnce() {
        model.pin(LOSS, "look here");
        model.pin(LOSS, "again");

        assertThat(notes()).containsExactly("look here");
    }

    @Test
    void aNoteCanBeChangedAndAPinTakenAway() {
        model.pin(LOSS, "");
        model.pin(LOSS.minusSeconds(60), "before");
        model.note(LOSS, " the third this week ");

        assertThat(notes()).as("in order of time").containsExactly("before", "the third this week");
        assertThat(keeper.kept).extracting(Pin::text).containsExactly("before", "the third this week");

        model.remove(LOSS);

        assertThat(notes()).containsExactly("before");
        assertThat(keeper.kept).extracting(Pin::text).containsExactly("before");
    }

    @Test
    void onlyThoseOfTheStackAndTheTimeAreShown() {
        model.pin(LOSS, "here");
        model.pin(NOW.minus(Duration.ofDays(9)), "long ago");
        assertThat(notes()).containsExactly("here");

        model.show(OTHER, WEEK);
        assertThat(notes()).isEmpty();
        model.pin(LOSS, "there");
        assertThat(notes()).containsExactly("there");

        model.show(GLIMPSE, TimeRange.last(Duration.ofDays(30), NOW));
        assertThat(notes()).containsExactly("long ago", "here");
    }

    @Test
    void whatIsPinnedBeforeTheOthersAreReadStaysBesideThem() {
        keeper.hold();
        model = model();
        model.show(GLIMPSE, WEEK);
        var early = new Pin(LOSS.minusSeconds(60), Optional.of(GLIMPSE), "jmin", "kept");
        var same = new Pin(LOSS, Optional.of(GLIMPSE), "jmin", "old");
        model.pin(LOSS, "new");

        keeper.answer(List.of(early, same));

        assertThat(notes()).containsExactly("kept", "new");
    }
}
