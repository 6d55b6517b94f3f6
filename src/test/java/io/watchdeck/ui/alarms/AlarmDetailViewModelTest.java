package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.DEAD_LETTERS;
import static io.watchdeck.ui.alarms.AlarmMoments.ERRORS;
import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.NOTED;
import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static io.watchdeck.ui.alarms.AlarmMoments.RESOLVED;
import static io.watchdeck.ui.alarms.AlarmMoments.came;
import static io.watchdeck.ui.alarms.AlarmMoments.time;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.watchdeck.alarms.Change;
import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.FakeAlarmDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmDetailViewModelTest {

    private final FakeAlarmDesk desk = new FakeAlarmDesk();
    private final List<HistoryQuery> asked = new ArrayList<>();
    private final AlarmDetailViewModel model =
            new AlarmDetailViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE), desk, (query, answer) -> {
                asked.add(query);
                answer.accept(Past.of(Pasts.of(query), Map.of()));
            });

    @Test
    void whatIsReadIsTheSameWhileAnAlarmGoesAndComesAgainAndAnotherForAnotherRow() {
        show(came(HIT_RATE, 3, false), time(HIT_RATE, 3));
        Optional<UUID> reading = model.reading();
        show(came(HIT_RATE, 4, false), time(HIT_RATE, 4));
        assertThat(model.reading()).isEqualTo(reading).isPresent();

        show(DEAD_LETTERS);
        assertThat(model.reading()).isPresent().isNotEqualTo(reading);
    }

    @Test
    void whatWasBegunInAnotherLanguageIsThereAgain() {
        show(DEAD_LETTERS);
        model.form().choose(WordChoice.DAY);
        model.form().noteProperty().set("half a thought");
        var korean = new AlarmDetailViewModel(new Words(Locale.KOREAN, Snapshots.ZONE), desk, (_, _) -> {});

        korean.goOn(model);
        korean.show(Optional.of(alarm(AlarmMoments.moment(), DEAD_LETTERS)), NOW);

        assertThat(korean.form().noteProperty().get()).isEqualTo("half a thought");
        assertThat(korean.form().choiceProperty().get()).isEqualTo(WordChoice.DAY);
    }

    @Test
    void tellsSinceWhenNobodyHasItAndWhoWatches() {
        show(DEAD_LETTERS);

        DetailFacts facts = facts();
        assertThat(facts.standing()).isEqualTo("since 11:42, nobody has had it for 2 h");
        assertThat(facts.state()).isEqualTo("OPEN");
        assertThat(facts.owned()).isFalse();
        assertThat(facts.sources()).containsExactly(new DetailFacts.SourceLine(false, "", "critical below 24 h",
                "In alarm since 11:42, as of 13:42.\nEvery 1 min while Watchdeck runs; AWS tells nobody."));
        assertThat(facts.deadline()).isEqualTo("Oldest message destroyed by 23 Sep 11:42.");
        assertThat(facts.held()).isEmpty();
    }

    @Test
    void allThresholdsOfOneTroubleAreTold() {
        var stack = Snapshots.twiceTold();
        var alarms = new StackAlarms(stack);
        var worst = AlarmMoments.troubles(stack).stream()
                .filter(one -> one.key().topic().startsWith("queue.deadLetterHoursLeft")).findFirst().orElseThrow();

        model.show(Optional.of(AlarmFacts.of(worst, alarms)), NOW);

        assertThat(facts().sources()).extracting(DetailFacts.SourceLine::says)
                .containsExactly("critical below 24 h, warning below 72 h");
    }

    @Test
    void tellsWhoseWordHoldsAndThatANewOneTakesItsPlace() {
        show(ERRORS);

        assertThat(facts().held()).isEqualTo("jmin until 14:30, given 13:30. A new word takes its place.\n"
                + "old tasks draining, watching");
        assertThat(facts().owned()).isTrue();
        assertThat(facts().age()).isPresent();
    }

    @Test
    void noWordIsTakenOnWhatIsOver() {
        show(RESOLVED);

        assertThat(facts().live()).isFalse();
        assertThat(facts().standing()).isEqualTo("11:06 to 11:10, for 4 min");
        assertThat(model.form().alarms()).isEmpty();
    }

    @Test
    void drawsTheMetricFromHalfAnHourBeforeWithItsLimitAndShadesTheAlarm() {
        show(DEAD_LETTERS);

        ChartData chart = model.chartProperty().get();
        assertThat(chart.range().length()).isGreaterThanOrEqualTo(Duration.ofHours(3));
        assertThat(chart.range().from()).isBeforeOrEqualTo(NOW.minus(Duration.ofMinutes(150)));
        assertThat(chart.plots().getFirst().limit()).map(ChartData.Level::text).contains("alarm at 24 h");
        assertThat(chart.lanes().getFirst().spans().getFirst().range())
                .isEqualTo(new TimeRange(NOW.minus(Duration.ofMinutes(120)), NOW));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().series()).extracting(series -> series.metric())
                .containsExactly("queue.deadLetterHoursLeft");
    }

    @Test
    void whatIsOverIsDrawnWhereItWas() {
        show(NOTED);

        ChartData chart = model.chartProperty().get();
        assertThat(chart.range().to()).isBefore(NOW.minus(Duration.ofHours(3)));
        assertThat(chart.lanes().getFirst().spans().getFirst().range().length()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void listsItsEpisodesAndWhatHappenedThisTime() {
        WatchSnapshot moment = AlarmMoments.moment();
        desk.keepsEpisodes(key -> Pasts.episodes(alarm(moment, DEAD_LETTERS).occurrence()));
        desk.keepsChanges(one -> List.of(new Change(one.raised(), What.RAISED, true, one),
                new Change(one.raised().plusSeconds(60), What.MOVED, false, one),
                new Change(one.raised().plusSeconds(120), What.ACKNOWLEDGED, false,
                        AlarmMoments.with(one, AlarmMoments.acknowledged("jmin", 10, 48, "looking"))),
                new Change(one.raised().plusSeconds(180), What.WORD_ENDED, true, one)));

        show(DEAD_LETTERS);

        assertThat(model.countedProperty().get()).isEqualTo("2 in 90 d");
        assertThat(model.episodes()).extracting(Row::facts).extracting(EpisodeLine::from, EpisodeLine::lasted,
                EpisodeLine::worst, EpisodeLine::who).containsExactly(
                        org.assertj.core.groups.Tuple.tuple("11:42", "2 h", "22 h", "nobody yet"),
                        org.assertj.core.groups.Tuple.tuple("18 Aug 11:42", "45 min", "22 h",
                                "hana, 18 Aug 11:52 to 12:27: redrove 6, passed"));
        assertThat(model.changesProperty().get()).extracting(ChangeLine::said).containsExactly("raised, critical",
                "jmin acknowledged, until 14:30: looking", "its time ended: open again, notified");
        assertThat(model.csv().header()).isEqualTo(EpisodeLine.CSV_HEADER);
        assertThat(model.csv().rows().getFirst()).contains("open", "2026-09-22T02:42:12Z", "");
        assertThat(model.csv().rows().getLast()).contains("resolved", "2026-08-18T02:42:12Z", "2026-08-18T03:27:12Z",
                "hana", "2026-08-18T02:52:12Z", "redrove 6, passed");
    }

    @Test
    void nagsInARowAreOneLineWithTheirNumberAndTheLastTime() {
        desk.keepsChanges(one -> List.of(new Change(one.raised(), What.RAISED, true, one), nag(one, 15), nag(one, 30),
                new Change(one.raised().plusSeconds(31 * 60), What.MOVED, false, one), nag(one, 45),
                new Change(one.raised().plusSeconds(50 * 60), What.ROSE, true, one), nag(one, 65)));

        show(DEAD_LETTERS);

        assertThat(model.changesProperty().get()).extracting(ChangeLine::time, ChangeLine::said).containsExactly(
                tuple("11:42", "raised, critical"),
                tuple("11:57", "still nobody, notified again 3 times, last 12:27"),
                tuple("12:32", "rose to critical, notified"), tuple("12:47", "still nobody, notified again"));
    }

    private static Change nag(Occurrence one, int minutes) {
        return new Change(one.raised().plus(Duration.ofMinutes(minutes)), What.NAGGED, true, one);
    }

    @Test
    void aSnapshotNeverResetsAFormInUse() {
        show(DEAD_LETTERS);
        model.form().choose(WordChoice.HOUR);
        model.form().noteProperty().set("see OPS-311");

        model.show(Optional.of(alarm(AlarmMoments.moment(), DEAD_LETTERS)), NOW.plusSeconds(60));
        assertThat(model.form().noteProperty().get()).isEqualTo("see OPS-311");

        show(ERRORS);
        assertThat(model.form().noteProperty().get()).isEmpty();
        assertThat(model.form().choiceProperty().get()).isEqualTo(WordChoice.FOUR_HOURS);
        show(DEAD_LETTERS);
        assertThat(model.form().noteProperty().get()).isEqualTo("see OPS-311");
        assertThat(model.form().choiceProperty().get()).isEqualTo(WordChoice.HOUR);

        model.said();
        assertThat(model.form().noteProperty().get()).isEmpty();
    }

    @Test
    void aDraftGoesWithItsAlarmToTheNextTimeThatItComesAndSaysSo() {
        show(came(HIT_RATE, 3, false), time(HIT_RATE, 3));
        model.form().noteProperty().set("half a tho");
        assertThat(model.wordProperty().get()).isEqualTo(new WordFacts(true, false, "Acknowledge as sora", "", ""));

        show(came(HIT_RATE, 3, true), time(HIT_RATE, 3));
        assertThat(model.wordProperty().get()).isEqualTo(new WordFacts(true, true, "Acknowledge as sora", "",
                "It is over: there is nothing to take up. What you typed stays here in case it comes again."));
        assertThat(model.form().alarms()).isEmpty();

        show(came(HIT_RATE, 4, false), time(HIT_RATE, 4));
        assertThat(model.form().noteProperty().get()).isEqualTo("half a tho");
        assertThat(model.wordProperty().get()).isEqualTo(new WordFacts(true, false, "Acknowledge as sora", "",
                "It was over and came again, 13:39. Your word will be on this new occurrence."));
        assertThat(model.form().saying(NOW).on()).containsExactly(time(HIT_RATE, 4));

        model.said();
        assertThat(model.wordProperty().get().moved()).isEmpty();
    }

    @Test
    void aDraftThatWasLeftIsTakenUpAtTheNextTimeThatItsAlarmComes() {
        show(came(HIT_RATE, 1, false), time(HIT_RATE, 1));
        model.form().choose(WordChoice.HOUR);
        show(ERRORS);

        show(came(HIT_RATE, 1, true), time(HIT_RATE, 1));
        assertThat(model.wordProperty().get().shown()).isFalse();
        show(ERRORS);

        show(came(HIT_RATE, 2, false), time(HIT_RATE, 2));
        assertThat(model.form().choiceProperty().get()).isEqualTo(WordChoice.HOUR);
        assertThat(model.wordProperty().get().moved()).contains("came again, 13:33");
    }

    @Test
    void nothingTypedIsNothingToTellOf() {
        show(came(HIT_RATE, 3, false), time(HIT_RATE, 3));
        show(came(HIT_RATE, 3, true), time(HIT_RATE, 3));
        assertThat(model.wordProperty().get().shown()).isFalse();

        show(came(HIT_RATE, 4, false), time(HIT_RATE, 4));
        assertThat(model.wordProperty().get()).isEqualTo(new WordFacts(true, false, "Acknowledge as sora", "", ""));
    }

    @Test
    void agesAndTheNameGoOnBetweenTwoSnapshots() {
        show(DEAD_LETTERS);

        desk.person("minji");
        model.tick(NOW.plusSeconds(600));

        assertThat(facts().standing()).isEqualTo("since 11:42, nobody has had it for 2 h 10 min");
        assertThat(model.wordProperty().get().title()).isEqualTo("Acknowledge as minji");
    }

    @Test
    void asksForTheHistoryAgainWhenItsStateChangesOnly() {
        var questions = new ArrayList<UUID>();
        desk.keepsChanges(one -> {
            questions.add(one.id());
            return List.of();
        });
        show(DEAD_LETTERS);
        model.show(Optional.of(alarm(AlarmMoments.moment(), DEAD_LETTERS)), NOW.plusSeconds(10));
        assertThat(questions).hasSize(1);

        AlarmFacts held = AlarmFacts.of(AlarmMoments.with(alarm(AlarmMoments.moment(), DEAD_LETTERS).occurrence(),
                new Status.Acknowledged(AlarmMoments.word("sora", 0, Optional.empty(), ""))),
                new StackAlarms(Snapshots.sesami()));
        model.show(Optional.of(held), NOW.plusSeconds(20));
        assertThat(questions).hasSize(2);
    }

    private void show(UUID id) {
        show(AlarmMoments.moment(), id);
    }

    private void show(WatchSnapshot snapshot, UUID id) {
        model.show(Optional.of(alarm(snapshot, id)), NOW);
    }

    private static AlarmFacts alarm(WatchSnapshot snapshot, UUID id) {
        return new AlarmCollection().of(snapshot, List.of(), NOW).stream().filter(one -> one.id().equals(id))
                .findFirst().orElseThrow();
    }

    private DetailFacts facts() {
        return model.factsProperty().get().orElseThrow();
    }
}
