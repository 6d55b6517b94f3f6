package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.TrayState.Shown;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.overview.OverviewViewModel;
import io.watchdeck.ui.shell.ShellViewModel;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// However many alarms need someone: the rail, the notification area, the overview and `status --json` say the same.
class OneCountTest {

    private static final Words WORDS = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private static final Instant NOW = Snapshots.NOW;
    private static final StackSnapshot SESAMI = Snapshots.sesami();
    private static final List<Condition> TROUBLES = SESAMI.verdict().troubles();
    private static final Status OPEN = new Status.Open(NOW, NOW);
    private static final Status HELD =
            new Status.Acknowledged(new Word("jmin", NOW, Optional.empty(), "", Severity.CRITICAL));

    @Test
    void whatSomebodyHasCountsNowhere() {
        assertCount(Snapshots.with(alone(SESAMI), SESAMI, all(HELD)), 0);
    }

    @Test
    void whatNobodyHasCountsEverywhere() {
        assertCount(Snapshots.with(alone(SESAMI), SESAMI, all(OPEN)), TROUBLES.size());
    }

    @Test
    void whatIsNotJudgedYetCountsAsNobodyCanHaveIt() {
        assertCount(alone(SESAMI), TROUBLES.size());
        assertCount(Snapshots.with(alone(SESAMI), SESAMI, all(HELD).subList(0, 1)), TROUBLES.size() - 1);
    }

    @Test
    void whatIsOpenCountsWhileNobodyKnowsHowItIs() {
        StackSnapshot dark =
                OtherMoments.judged(SESAMI, SESAMI.conditions().stream().map(OneCountTest::unknown).toList());

        assertCount(Snapshots.with(alone(dark), dark, all(OPEN)), TROUBLES.size());
    }

    @Test
    void whatIsOpenCountsWhereItsRuleIsNoMore() {
        StackSnapshot bare = OtherMoments.judged(SESAMI, List.of());

        assertCount(Snapshots.with(alone(bare), bare, all(OPEN)), TROUBLES.size());
    }

    @Test
    void aNoticeWakesNobody() {
        Occurrence one = all(OPEN).getFirst();
        var mild = new Finding(Severity.NOTICE, one.now().source(), one.now().name(), one.now().metric(),
                one.now().value(), one.now().threshold(), one.now().relation());
        StackSnapshot bare = OtherMoments.judged(SESAMI, List.of());

        assertCount(Snapshots.with(alone(bare), bare, List.of(new Occurrence(one.id(), one.key(), one.raised(), mild,
                Severity.CRITICAL, one.worstValue(), OPEN, Optional.empty()))), 0);
    }

    private static WatchSnapshot alone(StackSnapshot stack) {
        return Snapshots.of(List.of(stack));
    }

    private static List<Occurrence> all(Status status) {
        var all = new ArrayList<Occurrence>();
        for (Condition one : TROUBLES) {
            Finding finding = Finding.of(one);
            all.add(new Occurrence(new UUID(0, all.size()), AlarmKey.of(SESAMI.file().id(), one), NOW, finding,
                    finding.severity(), finding.value(), status, Optional.empty()));
        }
        return all;
    }

    private static Condition unknown(Condition one) {
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(),
                Condition.State.UNKNOWN, one.value(), one.threshold(), one.compared(), Optional.empty(),
                one.sentence());
    }

    private static void assertCount(WatchSnapshot snapshot, int count) {
        var overview = new OverviewViewModel(WORDS);
        overview.show(snapshot, NOW);
        var shell = new ShellViewModel(new FakeWatch(snapshot), WORDS, NOW, "/stacks");

        assertThat(overview.openCsv().rows()).as("the strip of the overview").hasSize(count);
        assertThat(shell.openAlarmsProperty().get()).as("the rail").isEqualTo(count);
        assertThat(Shown.of(snapshot, WORDS).text()).as("the notification area")
                .endsWith(count == 0 ? "now" : count == 1 ? ", 1 alarm needs someone" : count + " alarms need someone");
        assertThat(StatusDocument.of(snapshot).get("openAlarms").asInt()).as("status").isEqualTo(count);
        assertThat(StatusDocument.of(snapshot).get("stacks").get(0).get("openAlarms").asInt()).isEqualTo(count);
    }
}
