package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Status.Closed;
import io.watchdeck.alarms.Status.Closed.Why;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// An alarm that nobody can tell of any more, and one that nobody can tell of just now.
class EndedAlarmTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private static final WatchSnapshot MOMENT = AlarmMoments.moment();

    @Test
    void whatIsClosedDoesNotSayThatItIsOk() {
        AlarmFacts gone = closed(Why.NO_LONGER_EXISTS);
        AlarmFacts removed = closed(Why.NOT_WATCHED);

        assertThat(gone.group()).isEqualTo(AlarmGroup.RESOLVED);
        assertThat(new AlarmText(WORDS).who(gone, NOW)).isEqualTo("no longer exists, 13:41");
        assertThat(new AlarmText(WORDS).who(removed, NOW)).isEqualTo("rule removed, 13:41");
        assertThat(standing(gone)).contains("no longer exists").doesNotContain("back to OK");
        assertThat(standing(removed)).contains("rule removed from the stack file");
    }

    @Test
    void theHistorySaysWhyItEnded() {
        assertThat(said(closed(Why.NO_LONGER_EXISTS)))
                .isEqualTo("no longer exists: closed, whether it is OK is not known");
        assertThat(said(closed(Why.NOT_WATCHED)))
                .isEqualTo("rule removed from the stack file: closed, whether it is OK is not known");
    }

    @Test
    void whatIsNotKnownSaysSinceWhen() {
        assertThat(standing(facts(open(), Optional.of(NOW.minusSeconds(600)), open().status())))
                .endsWith("not known since 13:32");
        assertThat(standing(facts(open(), Optional.empty(), open().status()))).doesNotContain("not known");
    }

    private static String said(AlarmFacts one) {
        return ChangeLine.of(List.of(new Change(NOW, What.CLOSED, false, one.occurrence())), WORDS, NOW).getFirst()
                .said();
    }

    private static String standing(AlarmFacts one) {
        return new DetailText(WORDS).of(one, MOMENT.every(), NOW).standing();
    }

    private static AlarmFacts closed(Why why) {
        return facts(open(), Optional.empty(), new Closed(NOW.minusSeconds(60), why, Optional.empty()));
    }

    private static Occurrence open() {
        return MOMENT.stacks().getFirst().occurrences().getFirst();
    }

    private static AlarmFacts facts(Occurrence one, Optional<Instant> unknown, Status status) {
        return AlarmFacts.of(new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(), one.worstValue(),
                status, unknown, Optional.empty()), new StackAlarms(MOMENT.stacks().getFirst()));
    }
}
