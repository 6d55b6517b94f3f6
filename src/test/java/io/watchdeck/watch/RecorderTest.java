package io.watchdeck.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.StateStore.Topic;
import io.watchdeck.watch.past.Frame;
import io.watchdeck.watch.past.Heard;
import io.watchdeck.watch.past.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecorderTest {

    private static final Topic<String, String> TOPIC = new Topic<>("here", "services", String.class, String.class);
    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");

    private final MutableClock clock = new MutableClock(Rig.NOW);
    private final Recorder recorder = new Recorder("here", clock);

    private void tell(String value) {
        recorder.told(TOPIC, "api", Reading.known(value, clock.instant()));
    }

    private List<Frame> takeAfter(Duration length) {
        clock.forward(length);
        return recorder.take(clock.instant());
    }

    private static Told<String, String> told(String value, Instant at, Optional<String> before) {
        return new Told<>(TOPIC, "api", at, Reading.known(value, at), before);
    }

    @Test
    void aSessionBeginsWithAllThatIsKnownAndGoesOnWithoutABreak() {
        recorder.begin(TOPIC, "web", List.of(Reading.known("kept", Rig.NOW.minusSeconds(3600))));
        tell("one");
        Frame first = takeAfter(Duration.ofSeconds(1)).getFirst();
        tell("one");
        Instant again = clock.instant();
        Frame second = takeAfter(Duration.ofSeconds(30)).getFirst();
        Frame third = takeAfter(Duration.ofSeconds(30)).getFirst();

        assertThat(first.whole()).isTrue();
        assertThat(first.told()).hasSize(2).contains(told("one", Rig.NOW, Optional.empty()));
        assertThat(second.told()).isEqualTo(List.of(told("one", again, Optional.of("one"))));
        assertThat(second.whole()).isFalse();
        assertThat(second.from()).isEqualTo(first.to());
        assertThat(third.from()).isEqualTo(second.to());
        assertThat(third.session()).isEqualTo(first.session());
    }

    @Test
    void afterSixHoursAllThatIsKnownIsSaidAgain() {
        tell("one");
        recorder.take(clock.instant());
        for (int minute = 1; minute < 360; minute++) {
            assertThat(takeAfter(Duration.ofMinutes(1))).singleElement().matches(frame -> !frame.whole());
        }
        List<Frame> frames = takeAfter(Duration.ofMinutes(1));

        assertThat(frames).extracting(Frame::whole).containsExactly(false, true);
        assertThat(frames.getLast().told()).isEqualTo(List.of(told("one", Rig.NOW, Optional.empty())));
        assertThat(frames.getLast().session()).isEqualTo(Rig.NOW);
        assertThat(takeAfter(Duration.ofMinutes(1))).hasSize(1);
    }

    @Test
    void aBreakEndsTheSessionWithWhatCameBefore() {
        recorder.take(clock.instant());
        clock.forward(Duration.ofSeconds(10));
        tell("one");
        Instant last = clock.instant();
        List<Frame> frames = takeAfter(Duration.ofHours(1));

        assertThat(frames).hasSize(2);
        assertThat(frames.getFirst().to()).isEqualTo(last);
        assertThat(frames.getLast().whole()).isTrue();
        assertThat(frames.getLast().session()).isEqualTo(clock.instant());
    }

    @Test
    void whatCouldNotBeWrittenIsNotBuiltUpon() {
        recorder.take(clock.instant());
        tell("one");
        recorder.take(clock.instant());
        recorder.lost();
        tell("two");

        assertThat(recorder.take(clock.instant())).singleElement().satisfies(frame -> {
            assertThat(frame.whole()).isTrue();
            assertThat(frame.told()).isEqualTo(List.of(told("two", Rig.NOW, Optional.empty())));
        });
    }

    @Test
    void anAnswerThatIsOldCameWhenItWasPutDown() {
        recorder.told(TOPIC, "api", Reading.known("bill", Rig.NOW.minusSeconds(7200)));
        recorder.take(clock.instant());
        recorder.told(TOPIC, "api", Reading.known("bill", Rig.NOW.minusSeconds(3600)));

        Told<?, ?> told = takeAfter(Duration.ofSeconds(30)).getFirst().told().getFirst();
        assertThat(told.at()).isEqualTo(Rig.NOW);
        assertThat(told.reading().at()).isEqualTo(Rig.NOW.minusSeconds(3600));
    }

    @Test
    void whatIsShownIsNotedWhereItIsAnotherAndWhenItIsGone() {
        recorder.take(clock.instant());
        recorder.shown(TOPIC, "api", "one", Rig.NOW);
        recorder.shown(TOPIC, "api", "one", Rig.NOW);
        recorder.only(TOPIC, List.of("api"), Rig.NOW);
        recorder.only(TOPIC, List.of(), Rig.NOW);
        recorder.only(TOPIC, List.of(), Rig.NOW);

        assertThat(takeAfter(Duration.ofSeconds(30)).getFirst().told()).isEqualTo(List.of(
                told("one", Rig.NOW, Optional.empty()), new Told<>(TOPIC, "api", Rig.NOW,
                        Reading.unknown(Failure.notKept(), Rig.NOW), Optional.of("one"))));
    }

    @Test
    void onlySamplesThatAreNewOrAnotherAreNoted() {
        recorder.take(clock.instant());
        Series before = Series.of(List.of(new Sample(Rig.NOW, 1), new Sample(Rig.NOW.plusSeconds(60), 2)));
        recorder.heard(CPU, before, before);
        recorder.heard(CPU, before, Series.of(List.of(new Sample(Rig.NOW, 1), new Sample(Rig.NOW.plusSeconds(60), 3),
                new Sample(Rig.NOW.plusSeconds(120), 4))));

        assertThat(takeAfter(Duration.ofSeconds(30)).getFirst().heard()).containsExactly(new Heard(CPU, Rig.NOW,
                Series.of(List.of(new Sample(Rig.NOW.plusSeconds(60), 3), new Sample(Rig.NOW.plusSeconds(120), 4)))));
    }
}
