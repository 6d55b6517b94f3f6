package io.watchdeck.ui.timeline;

import static io.watchdeck.ui.timeline.TimelineStory.GLIMPSE;
import static io.watchdeck.ui.timeline.TimelineStory.LOSS;
import static io.watchdeck.ui.timeline.TimelineStory.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.TailWish;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorLogViewModelTest {

    private static final StackId BOWWOW = new StackId("bowwow-prod");

    private final CursorLogViewModel model = new CursorLogViewModel(StoryArchive.WORDS);

    @BeforeEach
    void show() {
        model.show(Snapshots.glimpse(), Optional.empty(), NOW);
    }

    private static StackSnapshot bowwow() {
        return Snapshots.moment().stacks().stream().filter(one -> one.file().id().equals(BOWWOW)).findFirst()
                .orElseThrow();
    }

    @Test
    void nothingIsReadBeforeSomebodyUnfoldsIt() {
        model.rest(Optional.of(LOSS));

        assertThat(model.inspection()).isEmpty();
    }

    @Test
    void unfoldedItIsReadAroundWhereTheCursorRestsAndFollowedAtNow() {
        model.tail().open(true);
        assertThat(model.inspection()).contains(
                new Inspection(GLIMPSE, "glimpse-api", Optional.of(TailWish.everything())));

        model.rest(Optional.of(LOSS));
        assertThat(model.inspection()).contains(
                new Inspection(GLIMPSE, "glimpse-api", Optional.of(TailWish.everything().around(LOSS))));

        model.rest(Optional.empty());
        assertThat(model.inspection().flatMap(Inspection::tail)).contains(TailWish.everything());
    }

    @Test
    void itFollowsTheServiceOfTheEventUntilAPersonChoosesOne() {
        model.show(bowwow(), Optional.empty(), NOW);
        var names = model.servicesProperty().get();
        assertThat(names).hasSizeGreaterThan(1);
        assertThat(model.serviceProperty().get()).contains(names.getFirst());

        model.event(names.getLast());
        assertThat(model.serviceProperty().get()).contains(names.getLast());
        model.event("of another stack");
        assertThat(model.serviceProperty().get()).contains(names.getLast());

        model.choose(names.getFirst());
        model.event(names.getLast());
        assertThat(model.serviceProperty().get()).contains(names.getFirst());

        model.show(Snapshots.glimpse(), Optional.empty(), NOW);
        assertThat(model.serviceProperty().get()).contains("glimpse-api");
    }

    @Test
    void anotherLanguageGoesOnWhereItWas() {
        model.tail().open(true);
        model.rest(Optional.of(LOSS));
        var next = new CursorLogViewModel(StoryArchive.WORDS);

        next.goOn(model);

        assertThat(next.inspection()).isEqualTo(model.inspection());
    }
}
