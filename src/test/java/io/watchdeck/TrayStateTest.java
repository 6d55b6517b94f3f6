package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.TrayState.Shown;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.desktop.Tray;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrayStateTest {

    private static final WatchSnapshot MOMENT = Snapshots.moment();
    private static final StackSnapshot SESAMI = MOMENT.stacks().getFirst();

    private static Occurrence worst(Status status) {
        Condition condition = SESAMI.verdict().open().getFirst();
        Finding finding = Finding.of(condition);
        return new Occurrence(new UUID(0, 1), AlarmKey.of(SESAMI.file().id(), condition), Snapshots.NOW, finding,
                finding.severity(), finding.value(), status, Optional.empty());
    }

    private static Shown shown(List<Occurrence> live) {
        return Shown.of(Snapshots.with(MOMENT, SESAMI, live), new Words(Locale.ENGLISH, Snapshots.ZONE));
    }

    @Test
    void saysHowManyNobodyHas() {
        assertThat(shown(List.of(worst(new Status.Open(Snapshots.NOW, Snapshots.NOW))))).isEqualTo(new Shown(
                Tray.Look.CRITICAL, "Watchdeck: Not fine: Sesami prod needs someone now, 1 alarm needs someone"));
    }

    @Test
    void whatSomebodyHasIsNotUrgent() {
        var word = new Word("jmin", Snapshots.NOW, Optional.empty(), "", SESAMI.verdict().severity());

        assertThat(shown(List.of(worst(new Status.Acknowledged(word)))).look()).isEqualTo(Tray.Look.FINE);
        assertThat(shown(List.of()).text()).isEqualTo("Watchdeck: Not fine: Sesami prod needs someone now");
    }
}
