package io.watchdeck.watch.past;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.refresh.StateStore.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [AnswerStore] keeps.
public abstract class AnswerStoreContract {

    private static final Instant NOW = Instant.parse("2026-09-22T04:00:00.123456789Z");
    private static final String HERE = "eu-west-1 -";
    private static final Topic<String, Answer> TOPIC = new Topic<>(HERE, "services", String.class, Answer.class);
    private static final SeriesId CPU = new SeriesId(new StackId("shop"), "service.cpu", "api");

    /// As long as an ECS service with a hundred events.
    record Answer(int running, List<String> events) {

        static Answer of(int running) {
            var events = new ArrayList<String>();
            for (int i = 0; i < 100; i++) {
                events.add("(service 실행) event " + (running * 7919 + i) + " has reached a steady state.");
            }
            return new Answer(running, events);
        }
    }

    private AnswerStore store;

    /// Empty.
    protected abstract AnswerStore store();

    @BeforeEach
    void begin() {
        store = store();
    }

    private static Instant at(int seconds) {
        return NOW.plusSeconds(seconds);
    }

    private static Told<String, Answer> told(int second, int running, Optional<Answer> before) {
        return new Told<>(TOPIC, "api", at(second), Reading.known(Answer.of(running), at(second)), before);
    }

    private static Told<String, Answer> told(int second, Failure failure) {
        return new Told<>(TOPIC, "api", at(second), Reading.unknown(failure, at(second)));
    }

    private void frame(int from, int to, boolean whole, Told<?, ?>... told) {
        store.add(new Frame(HERE, NOW, at(from), at(to), whole, List.of(told), List.of()));
    }

    private Optional<List<Reading<Answer>>> known(int second) {
        return store.at(HERE, at(second)).map(known -> known.of(TOPIC).getOrDefault("api", List.of()));
    }

    private static List<Reading<Answer>> answer(int running, int second) {
        return List.of(Reading.known(Answer.of(running), at(second)));
    }

    /// Two running at the begin, said again, one from the 45th second on.
    private void minute() {
        frame(0, 0, true, told(0, 2, Optional.empty()));
        frame(0, 30, false, told(20, 2, Optional.of(Answer.of(2))));
        frame(30, 60, false, told(45, 1, Optional.of(Answer.of(2))));
    }

    @Test
    void anAnswerIsKnownFromWhenItCameAndAsOldAsWhenItWasSaidLast() {
        minute();

        assertThat(known(0)).contains(answer(2, 0));
        assertThat(known(19)).contains(answer(2, 0));
        assertThat(known(20)).contains(answer(2, 20));
        assertThat(known(44)).contains(answer(2, 20));
        assertThat(known(45)).contains(answer(1, 45));
        assertThat(known(60)).contains(answer(1, 45));
    }

    @Test
    void anAnswerThatCameLateIsNotKnownBefore() {
        frame(0, 0, true);
        frame(0, 30, false, new Told<>(TOPIC, "api", at(20), Reading.known(Answer.of(2), at(3))));

        assertThat(known(10)).contains(List.of());
        assertThat(known(20)).contains(answer(2, 3));
    }

    @Test
    void aFailureKeepsWhatWasKnownUnlessTheThingIsGone() {
        Failure denied = Failure.denied("ecs:DescribeServices").withDetail("no \"policy\"");
        Failure gone = Failure.notFound("service api", "shop");
        frame(0, 0, true, told(0, 2, Optional.empty()));
        frame(0, 60, false, told(10, denied), told(20, denied), told(30, 2, Optional.of(Answer.of(2))),
                told(40, gone));

        assertThat(known(25)).contains(List.of(answer(2, 0).getFirst(), Reading.unknown(denied, at(20))));
        assertThat(known(35)).contains(answer(2, 30));
        assertThat(known(45)).contains(List.of(Reading.unknown(gone, at(40))));
    }

    @Test
    void nothingIsKnownOfATimeInWhichNobodyLooked() {
        minute();
        store.add(new Frame(HERE, at(600), at(600), at(600), true, List.of(told(600, 3, Optional.empty())), List.of()));
        store.add(new Frame(HERE, at(600), at(600), at(630), false, List.of(), List.of()));

        assertThat(known(-1)).isEmpty();
        assertThat(known(61)).isEmpty();
        assertThat(known(599)).isEmpty();
        assertThat(known(631)).isEmpty();
        assertThat(known(620)).contains(answer(3, 600));
        assertThat(store.watched(HERE, new TimeRange(at(-100), at(1000)))).containsExactly(
                new TimeRange(at(0), at(60)), new TimeRange(at(600), at(630)));
        assertThat(store.watched(HERE, new TimeRange(at(10), at(20)))).containsExactly(new TimeRange(at(10), at(20)));
    }

    @Test
    void whatTheSessionBeforeKnewIsNotKnownInTheNext() {
        minute();
        store.add(new Frame(HERE, at(600), at(600), at(600), true, List.of(), List.of()));

        assertThat(known(600)).contains(List.of());
        assertThat(store.at(HERE, at(600)).orElseThrow().session()).isEqualTo(at(600));
    }

    @Test
    void placesAreKeptApart() {
        minute();

        assertThat(store.places()).containsExactly(HERE);
        assertThat(store.at("us-east-1 -", at(10))).isEmpty();
        assertThat(store.watched("us-east-1 -", new TimeRange(at(0), at(60)))).isEmpty();
    }

    @Test
    void whatAnotherVersionWroteIsLeftOut() {
        var other = new Topic<>(HERE, "services", String.class, String.class);
        frame(0, 0, true, new Told<>(other, "api", at(0), Reading.known("2 of 2", at(0))),
                new Told<>(TOPIC, "web", at(0), Reading.known(Answer.of(1), at(0))));

        assertThat(store.at(HERE, at(0)).orElseThrow().of(TOPIC)).containsEntry("web", answer(1, 0))
                .containsEntry("api", List.of());
    }

    @Test
    void samplesAreKnownFromWhenTheyCame() {
        Series early = Series.of(List.of(new Sample(at(-100), 0.1), new Sample(at(-40), 1e-300)));
        Series late = Series.of(List.of(new Sample(at(-100), -7), new Sample(at(-40), 12_345_678_901.0),
                new Sample(at(20), Double.MIN_VALUE)));
        store.add(new Frame(HERE, NOW, at(0), at(0), true, List.of(), List.of()));
        store.add(new Frame(HERE, NOW, at(0), at(60), false, List.of(),
                List.of(new Heard(CPU, at(10), early), new Heard(CPU, at(50), late))));

        assertThat(store.at(HERE, at(49)).orElseThrow().heard(at(0))).containsExactly(new Heard(CPU, at(10), early));
        assertThat(store.at(HERE, at(60)).orElseThrow().heard(at(0))).containsExactly(new Heard(CPU, at(10), early),
                new Heard(CPU, at(50), late));
        assertThat(store.at(HERE, at(60)).orElseThrow().heard(at(11))).containsExactly(new Heard(CPU, at(50), late));
    }

    @Test
    void changesAreWhatWasKnownAtTheBeginAndWhatSaidSomethingElse() {
        Failure denied = Failure.denied("ecs:DescribeServices");
        minute();
        frame(60, 90, false, told(70, denied), told(80, denied), told(85, 1, Optional.of(Answer.of(1))));

        List<Told<String, Answer>> changes = store.changes(TOPIC, new TimeRange(at(30), at(90)));

        assertThat(changes).extracting(Told::at).containsExactly(at(20), at(45), at(70), at(85));
        assertThat(changes.get(1).reading()).isEqualTo(answer(1, 45).getFirst());
        assertThat(changes.get(2).reading()).isEqualTo(Reading.unknown(denied, at(70)));
        assertThat(store.changes(TOPIC, new TimeRange(at(30), at(45)))).as("before its end").hasSize(1);
        assertThat(store.changes(new Topic<>(HERE, "tasks", String.class, Answer.class),
                new TimeRange(at(0), at(90)))).isEmpty();
    }

    @Test
    void framesOfAnHourThatIsOverSayTheSameTogether() {
        minute();
        frame(60, 60, true, told(45, 1, Optional.empty()));
        frame(60, 90, false, told(70, 4, Optional.of(Answer.of(1))));
        frame(90, 120, false, told(100, 4, Optional.of(Answer.of(4))));
        store.add(new Frame(HERE, NOW, at(120), at(150), false, List.of(),
                List.of(new Heard(CPU, at(130), Series.of(List.of(new Sample(at(60), 5)))))));
        List<Optional<List<Reading<Answer>>>> before = everySecond();
        List<Told<String, Answer>> changes = store.changes(TOPIC, new TimeRange(at(0), at(200)));

        store.tidy(at(151));
        store.tidy(at(152));

        assertThat(everySecond()).isEqualTo(before);
        assertThat(store.changes(TOPIC, new TimeRange(at(0), at(200)))).isEqualTo(changes);
        assertThat(store.at(HERE, at(150)).orElseThrow().heard(at(0))).hasSize(1);
        assertThat(store.watched(HERE, new TimeRange(at(0), at(200)))).containsExactly(new TimeRange(at(0), at(150)));
    }

    private List<Optional<List<Reading<Answer>>>> everySecond() {
        var all = new ArrayList<Optional<List<Reading<Answer>>>>();
        for (int second = -2; second < 160; second++) {
            all.add(known(second));
        }
        return all;
    }

    @Test
    void whatIsOldIsForgottenButForWhatLaterMomentsNeed() {
        minute();
        Duration day = Duration.ofDays(1);
        Instant later = NOW.plus(day);
        store.add(new Frame(HERE, NOW, later, later, true,
                List.of(new Told<>(TOPIC, "api", later, Reading.known(Answer.of(5), later))), List.of()));
        store.add(new Frame(HERE, NOW, later, later.plusSeconds(60), false, List.of(), List.of()));

        store.forget(at(40));
        assertThat(known(50)).as("needs the first frame").contains(answer(1, 45));

        store.forget(later.plusSeconds(30));
        assertThat(known(50)).isEmpty();
        assertThat(store.at(HERE, later.plusSeconds(40)).orElseThrow().of(TOPIC))
                .containsEntry("api", List.of(Reading.known(Answer.of(5), later)));

        store.forget(later.plus(day));
        assertThat(store.places()).isEqualTo(Set.of());
    }
}
