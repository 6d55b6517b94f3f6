package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AroundViewModelTest {

    private final AroundViewModel model = new AroundViewModel(StoryArchive.WORDS, new StoryArchive());

    @BeforeEach
    void show() {
        model.show(Snapshots.glimpse(), LOSS, NOW);
    }

    @Test
    void eventsStandInOrderWithTheirDistanceFromTheCursor() {
        assertThat(model.rows()).extracting(Row::facts).extracting(EventLine::offset).containsExactly("−1 min 59 s",
                "cursor", "+4 s", "+20 s", "+41 s", "+1 min 25 s", "+2 min 20 s");
        assertThat(model.headProperty().get()).isEqualTo("22:07 to 22:27, 7 events");
    }

    @Test
    void theEventAtTheCursorIsSelected() {
        assertThat(model.selectedProperty().get()).contains("stopped " + LOSS);

        model.move(LOSS.plusSeconds(3));

        assertThat(model.selectedProperty().get()).isEmpty();
    }

    @Test
    void aShorterTimeListsLess() {
        model.choose(Near.MINUTES);

        assertThat(model.rows()).hasSize(6);
    }

    @Test
    void whereNothingHappenedItSaysFromWhenToWhen() {
        model.move(LOSS.minusSeconds(7200));

        assertThat(model.rows()).isEmpty();
        assertThat(model.emptyTextProperty().get())
                .isEqualTo("Nothing is known to have happened from Mon 20:07 to Mon 20:27.");
    }

    @Test
    void aTaskIsReachedByItsArnAndOnItsStack() {
        assertThat(model.reference().flatMap(one -> one.arn()).orElseThrow()).contains(":task/glimpse/2b91e4c0");
        assertThat(model.place()).contains(Place.of(TimelineStory.GLIMPSE, "glimpse-api"));
    }

    @Test
    void anAlarmLeadsToItsScreen() {
        assertThat(model.instant("low " + LOSS)).contains(LOSS.plusSeconds(20));
        assertThat(model.place()).contains(Place.of(TimelineStory.GLIMPSE, TimelineStory.LOW));
        assertThat(model.place().map(Place::screen)).isEqualTo(Optional.of(Screen.ALARMS));
    }

    @Test
    void anOperationLeadsToItsEntryInActivity() {
        model.move(TimelineStory.ROLLED_BACK);

        String entry = TimelineStory.ROLL_BACK.toString();
        var activity = new Place(Screen.ACTIVITY, Optional.of(TimelineStory.GLIMPSE), Optional.of(entry),
                Optional.empty());
        assertThat(model.place()).contains(activity);
        assertThat(model.place("worked")).as("its verdict too").contains(activity);
        assertThat(model.rows()).extracting(Row::facts).filteredOn(line -> !line.leads().isEmpty())
                .extracting(EventLine::id).contains("rolled", "worked").doesNotContain("deployed 30");
    }

    @Test
    void theTableAsTextHasWhatIsListed() {
        assertThat(model.csv().rows()).hasSize(7);
        assertThat(model.csv().rows().get(1)).contains("glimpse-prod", "glimpse-api", "ECS task",
                "Your Spot Task was interrupted.");
        assertThat(model.text().orElseThrow()).contains("Spot took a task back", "Your Spot Task was interrupted.");
    }

    @Test
    void whereNobodyWatchedItSaysThatInstead() {
        model.unwatched(List.of(TimelineStory.UNWATCHED));
        model.move(TimelineStory.UNWATCHED.from().plusSeconds(3600));

        assertThat(model.emptyTextProperty().get()).startsWith("Nobody watched from Sat 23:10 to Sun 08:05");
    }

    @Test
    void whatAListSelectsWhileRowsGoNoPersonHasSelected() {
        var moved = new ArrayList<Optional<Instant>>();
        model.rows().addListener((ListChangeListener<Row<String, EventLine>>) _ -> moved
                .add(model.instant(model.rows().getFirst().key())));

        model.move(LOSS.minusSeconds(500));

        assertThat(model.rows()).as("fewer than before").hasSize(6);
        assertThat(moved).isNotEmpty().allMatch(Optional::isEmpty);
    }
}
