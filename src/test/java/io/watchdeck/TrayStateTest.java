package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.TrayState.Shown;
import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.desktop.Tray;
import io.watchdeck.ui.FakeWatch;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrayStateTest {

    private static final StackSnapshot SESAMI = Snapshots.moment().stacks().getFirst();
    private static final WatchSnapshot ALONE = Snapshots.of(List.of(SESAMI));

    private final FakeWatch watch = new FakeWatch(held());
    private final List<Seen> icons = new ArrayList<>();
    private final TrayState tray = new TrayState(watch, new Words(Locale.ENGLISH, Snapshots.ZONE), () -> {
        var icon = new Seen();
        icons.add(icon);
        return Optional.of(icon);
    }, Runnable::run);

    /// One for each trouble of the stack.
    private static List<Occurrence> all(Status status) {
        return SESAMI.verdict().troubles().stream().map(condition -> {
            Finding finding = Finding.of(condition);
            return new Occurrence(UUID.nameUUIDFromBytes(condition.name().getBytes()),
                    AlarmKey.of(SESAMI.file().id(), condition), Snapshots.NOW, finding, finding.severity(),
                    finding.value(), status, Optional.empty());
        }).toList();
    }

    private static Shown shown(List<Occurrence> live) {
        return Shown.of(Snapshots.with(ALONE, SESAMI, live), new Words(Locale.ENGLISH, Snapshots.ZONE));
    }

    @Test
    void saysHowManyNobodyHas() {
        assertThat(shown(all(new Status.Open(Snapshots.NOW, Snapshots.NOW)))).isEqualTo(new Shown(
                Tray.Look.CRITICAL, "Watchdeck: Not fine: Sesami prod needs someone now, 3 alarms need someone"));
    }

    @Test
    void whatSomebodyHasIsNotUrgent() {
        var word = new Word("jmin", Snapshots.NOW, Optional.empty(), "", SESAMI.verdict().severity());

        assertThat(shown(all(new Status.Acknowledged(word)))).isEqualTo(new Shown(Tray.Look.FINE,
                "Watchdeck: Not fine: Sesami prod needs someone now"));
        assertThat(shown(List.of()).look()).as("not judged yet: nobody can have it").isEqualTo(Tray.Look.CRITICAL);
    }

    @Test
    void saysHowThingsAreAsSoonAsItIsWishedForAndGoesWhenItIsNot() {
        assertThat(icons).as("off unless it is wished for").isEmpty();

        tray.wish(true);
        assertThat(icons).hasSize(1);
        assertThat(icons.getFirst().shown).containsExactly("FINE Watchdeck: Not fine: Sesami prod needs someone now");

        tray.wish(false);
        assertThat(icons.getFirst().closed).isTrue();
        watch.publish(open());
        assertThat(icons.getFirst().shown).hasSize(1);

        tray.wish(true);
        assertThat(icons).hasSize(2);
        assertThat(icons.getLast().shown).singleElement().asString().endsWith("3 alarms need someone");
    }

    @Test
    void saysWhatHasChangedOnceAndInTheLanguageOfTheWindow() {
        tray.wish(true);
        watch.publish(open());
        watch.publish(open());
        assertThat(icons.getFirst().shown).hasSize(2).last().asString().startsWith("CRITICAL");

        tray.say(new Words(Locale.KOREAN, Snapshots.ZONE));
        assertThat(icons.getFirst().shown).hasSize(3).last().asString().contains("경보");
        assertThat(icons).hasSize(1);
    }

    @Test
    void whereTheDesktopHasNoPlaceForItNobodyIsAskedAgain() {
        var asked = new AtomicInteger();
        var nowhere = new TrayState(watch, new Words(Locale.ENGLISH, Snapshots.ZONE), () -> {
            asked.incrementAndGet();
            return Optional.empty();
        }, Runnable::run);

        nowhere.wish(true);
        watch.publish(open());

        assertThat(asked).hasValue(1);
    }

    @Test
    void closesItsIconAndFollowsNothingAnyMore() {
        tray.wish(true);

        tray.close();

        assertThat(icons.getFirst().closed).isTrue();
        assertThat(watch.listeners()).isZero();
    }

    private static WatchSnapshot open() {
        return Snapshots.with(ALONE, SESAMI, all(new Status.Open(Snapshots.NOW, Snapshots.NOW)));
    }

    private static WatchSnapshot held() {
        return Snapshots.with(ALONE, SESAMI, all(new Status.Acknowledged(new Word("jmin", Snapshots.NOW,
                Optional.empty(), "", SESAMI.verdict().severity()))));
    }

    private static final class Seen implements TrayState.Icon {

        private final List<String> shown = new ArrayList<>();
        private boolean closed;

        @Override
        public void show(Tray.Look look, String text) {
            shown.add(look + " " + text);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
