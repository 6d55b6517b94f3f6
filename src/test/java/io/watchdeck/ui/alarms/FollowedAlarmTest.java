package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static io.watchdeck.ui.alarms.AlarmMoments.RESOLVED;
import static io.watchdeck.ui.alarms.AlarmMoments.came;
import static io.watchdeck.ui.alarms.AlarmMoments.time;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.FakeAlarmDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The details that are looked at, while their alarm goes and comes again.
class FollowedAlarmTest {

    private final AlarmsViewModel model =
            new AlarmsViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), new FakeAlarmDesk());

    @Test
    void theNextTimeThatTakesTheRowOfAFlappingAlarmIsShownInstead() {
        show(came(HIT_RATE, 3, false));
        model.select(time(HIT_RATE, 3));

        show(came(HIT_RATE, 3, true));
        assertThat(selected()).as("between two times").contains(time(HIT_RATE, 3));

        show(came(HIT_RATE, 4, false));
        assertThat(model.line(time(HIT_RATE, 3))).isEmpty();
        assertThat(selected()).contains(time(HIT_RATE, 4));

        show(came(HIT_RATE, 5, true));
        assertThat(selected()).as("two times within one snapshot").contains(time(HIT_RATE, 5));
    }

    @Test
    void anAlarmThatWasChosenWhileItLivedIsFollowedBeforeItFlaps() {
        show(came(HIT_RATE, 1, false));
        model.select(time(HIT_RATE, 1));

        show(came(HIT_RATE, 2, false));

        assertThat(model.line(time(HIT_RATE, 1))).as("a row of its own").isPresent();
        assertThat(selected()).contains(time(HIT_RATE, 2));
    }

    @Test
    void oneThatWasOverWhenItWasChosenStaysUntilItsRowIsTaken() {
        show(came(HIT_RATE, 1, true));
        model.select(time(HIT_RATE, 1));

        show(came(HIT_RATE, 2, false));
        assertThat(selected()).contains(time(HIT_RATE, 1));

        show(came(HIT_RATE, 3, false));
        assertThat(selected()).contains(time(HIT_RATE, 3));
    }

    @Test
    void whatAFilterHidesStaysSelectedAndWhatIsNotKnownAnyMoreDoesNot() {
        show(AlarmMoments.moment());
        model.select(RESOLVED);

        model.filter("nothing like it");
        assertThat(selected()).contains(RESOLVED);

        show(AlarmMoments.over(AlarmMoments.moment(), List.of()));
        assertThat(selected()).isEmpty();
    }

    @Test
    void theAlarmsOfADialogAreFollowedToo() {
        show(came(HIT_RATE, 3, false));
        model.select(time(HIT_RATE, 3));
        List<AlarmFacts> asked = model.meant();

        show(came(HIT_RATE, 4, false));
        assertThat(model.newest(asked)).extracting(AlarmFacts::id).containsExactly(time(HIT_RATE, 4));

        show(Snapshots.of(List.of()));
        assertThat(model.newest(asked)).as("what is not known any more").isEqualTo(asked);
    }

    private void show(WatchSnapshot snapshot) {
        model.show(snapshot, NOW);
    }

    private Optional<UUID> selected() {
        return model.selectedProperty().get().map(AlarmFacts::id);
    }
}
