package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Saying;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.alarms.WordFormViewModel.Kind;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordFormViewModelTest {

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final WordFormViewModel acknowledge = new WordFormViewModel(words, Kind.ACKNOWLEDGE);
    private final WordFormViewModel snooze = new WordFormViewModel(words, Kind.SNOOZE);

    @Test
    void namesTheMomentAtWhichTheWordEnds() {
        acknowledge.about(of(Snapshots.bowwow()), NOW);

        assertThat(acknowledge.endsProperty().get()).isEqualTo("Until 17:42, then it opens again and notifies.");
        assertThat(acknowledge.actionProperty().get()).isEqualTo("Acknowledge for 4 h");
        assertThat(acknowledge.warningProperty().get()).isEmpty();

        acknowledge.choose(WordChoice.UNTIL_OK);
        assertThat(acknowledge.endsProperty().get()).startsWith("Until it is OK.");
        assertThat(acknowledge.actionProperty().get()).isEqualTo("Acknowledge until OK");
    }

    @Test
    void flagsWhatOutlastsTheDeadline() {
        acknowledge.about(of(Snapshots.sesami()), NOW);

        assertThat(acknowledge.tooLongProperty().get()).containsExactly(WordChoice.DAY);
        assertThat(acknowledge.warningProperty().get())
                .isEqualTo("24 h would end after the oldest message is destroyed, 23 Sep 11:42.");
    }

    @Test
    void saysExactlyTheAlarmsItIsAbout() {
        List<AlarmFacts> these = of(Snapshots.sesami());
        acknowledge.about(these, NOW);
        acknowledge.noteProperty().set(" redrive at 15:00 ");
        acknowledge.choose(WordChoice.HALF_HOUR);

        Instant later = NOW.plusSeconds(20);
        assertThat(acknowledge.saying(later)).isEqualTo(new Saying.Acknowledge(
                Set.of(these.get(0).id(), these.get(1).id(), these.get(2).id()),
                Optional.of(later.plus(Duration.ofMinutes(30))), "redrive at 15:00"));
    }

    @Test
    void aSnoozeAlwaysEnds() {
        List<AlarmFacts> these = of(Snapshots.bowwow());
        snooze.about(these, NOW);
        assertThat(snooze.choices()).doesNotContain(WordChoice.UNTIL_OK);
        assertThat(snooze.actionProperty().get()).isEqualTo("Snooze for 1 h");

        snooze.choose(WordChoice.TOMORROW);

        assertThat(snooze.actionProperty().get()).isEqualTo("Snooze until 23 Sep 09:00");
        assertThat(snooze.saying(NOW)).isEqualTo(new Saying.Snooze(Set.of(these.getFirst().id()),
                Instant.parse("2026-09-23T00:00:00Z"), ""));
    }

    @Test
    void whatIsChosenAndTypedStaysWhileTimePasses() {
        acknowledge.about(of(Snapshots.bowwow()), NOW);
        acknowledge.choose(WordChoice.EIGHT_HOURS);
        acknowledge.noteProperty().set("looking");

        acknowledge.about(of(Snapshots.bowwow()), NOW.plusSeconds(120));
        acknowledge.tick(NOW.plusSeconds(180));

        assertThat(acknowledge.choiceProperty().get()).isEqualTo(WordChoice.EIGHT_HOURS);
        assertThat(acknowledge.noteProperty().get()).isEqualTo("looking");
        assertThat(acknowledge.endsProperty().get()).startsWith("Until 21:45");
    }

    private static List<AlarmFacts> of(StackSnapshot stack) {
        List<Occurrence> all = AlarmMoments.troubles(stack);
        var alarms = new StackAlarms(stack);
        return all.stream().map(one -> AlarmFacts.of(one, alarms)).toList();
    }
}
