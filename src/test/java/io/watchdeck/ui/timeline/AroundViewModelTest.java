package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.LedgerQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AroundViewModelTest {

    private final StoryArchive archive = new StoryArchive();
    private final AroundViewModel model = new AroundViewModel(StoryArchive.WORDS, archive);

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
    void anAlarmOfCloudWatchIsToldWithItsOwnNameOnce() {
        EventLine low = model.row("low " + LOSS).orElseThrow().facts();

        assertThat(low.sentence()).isEqualTo("Running tasks on glimpse-api");
        assertThat(low.details()).isEqualTo("CloudWatch alarm: glimpse-running-tasks-low");
        assertThat(model.row("word").orElseThrow().facts().details()).as("before the note")
                .startsWith("CloudWatch alarm: glimpse-running-tasks-low\n").contains("Spot, replaced.");
        assertThat(model.csv().rows()).as("also in the table")
                .anySatisfy(row -> assertThat(row).contains("CloudWatch alarm: glimpse-running-tasks-low"));
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
        model.know(Optional.empty(), List.of(new Unwatched(TimelineStory.UNWATCHED, false)));
        model.move(TimelineStory.UNWATCHED.from().plusSeconds(3600));

        assertThat(model.emptyTextProperty().get())
                .startsWith("What ECS told is not known from Sat 23:10 to Sun 08:05");
    }

    @Test
    void beforeTheFirstLookItSaysOnlyUntilWhen() {
        model.know(Optional.empty(), List.of(new Unwatched(TimelineStory.UNWATCHED, true)));
        model.move(TimelineStory.UNWATCHED.from().plusSeconds(3600));

        assertThat(model.emptyTextProperty().get()).startsWith("What ECS told is not known before Sun 08:05");
    }

    @Test
    void anInterruptionIsToldWithItsNoticeAndItsStop() {
        String id = "stopped " + LOSS;
        assertThat(model.row(id).orElseThrow().facts().sentence()).as("of which the ledger knows nothing yet")
                .endsWith("Spot took a task back in ap-northeast-2c (stopped)");

        archive.ledger(new LedgerQuestion(Set.of(TimelineStory.GLIMPSE), TimeRange.last(Duration.ofDays(7), NOW),
                Optional.empty(), 100), answer -> model.know(Optional.of(answer), List.of()));

        assertThat(model.row(id).orElseThrow().facts().sentence())
                .endsWith("(notice 22:15:42, stopped 22:17:40)");
    }

    @Test
    void whatIsRefusedIsMissingAndSaidToBe() {
        assertThat(model.unreadProperty().get()).isEmpty();

        archive.unread = List.of(Failure.denied("rds:DescribeEvents"), Failure.denied("rds:DescribeEvents"));
        model.show(Snapshots.glimpse(), LOSS, NOW);
        assertThat(model.unreadProperty().get()).isEqualTo("Missing here: Denied rds:DescribeEvents");

        archive.unread = List.of();
        model.show(Snapshots.never(Failure.denied("ecs:DescribeServices")).stacks().getFirst(), LOSS, NOW);
        assertThat(model.unreadProperty().get()).startsWith("Missing here: Denied ecs:DescribeServices");
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
