package io.watchdeck.ui.alarms;

import static io.watchdeck.ui.alarms.AlarmMoments.CONNECTIONS;
import static io.watchdeck.ui.alarms.AlarmMoments.CPU;
import static io.watchdeck.ui.alarms.AlarmMoments.DEAD_LETTERS;
import static io.watchdeck.ui.alarms.AlarmMoments.ERRORS;
import static io.watchdeck.ui.alarms.AlarmMoments.HIT_RATE;
import static io.watchdeck.ui.alarms.AlarmMoments.MISSING;
import static io.watchdeck.ui.alarms.AlarmMoments.NOTED;
import static io.watchdeck.ui.alarms.AlarmMoments.NOW;
import static io.watchdeck.ui.alarms.AlarmMoments.PIPELINE;
import static io.watchdeck.ui.alarms.AlarmMoments.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Occurrence.Flapping;
import io.watchdeck.alarms.Saying;
import io.watchdeck.alarms.Status;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.FakeAlarmDesk;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.watch.AlarmDesk.Said;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AlarmsViewModelTest {

    private final FakeAlarmDesk desk = new FakeAlarmDesk();
    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final AlarmsViewModel model = new AlarmsViewModel(words, desk);

    @Test
    void groupsByWhoHasThemTheWorstFirstAndOfThoseTheNewest() {
        show(AlarmMoments.moment());

        assertThat(heads()).containsExactly("OPEN, nobody has it 7 oldest 1 d 4 h",
                "ACKNOWLEDGED, somebody has it 2 both end 14:30", "SNOOZED 1 ends 23 Sep 08:42",
                "RESOLVED in 24 h 2 ");
        assertThat(ids()).startsWith(DEAD_LETTERS, MISSING, PIPELINE, HIT_RATE)
                .endsWith(CONNECTIONS, ERRORS, CPU, RESOLVED, NOTED);
    }

    /// What is over is no trouble any more, however bad it was.
    @Test
    void whatIsOverIsListedByWhenItEnded() {
        List<Occurrence> over = AlarmMoments.troubles(Snapshots.tiketi()).stream()
                .filter(one -> one.id().equals(ERRORS) || one.id().equals(HIT_RATE))
                .map(one -> AlarmMoments.with(one, new Status.Resolved(
                        NOW.minusSeconds(one.id().equals(ERRORS) ? 60 : 30), Optional.empty())))
                .toList();
        show(AlarmMoments.over(stack(AlarmMoments.with(Snapshots.tiketi(), List.of())), over));

        assertThat(facts(ERRORS).severity()).isGreaterThan(facts(HIT_RATE).severity());
        assertThat(ids()).containsExactly(HIT_RATE, ERRORS);
    }

    @Test
    void aWordThatHasHeldForMoreThanADayIsListedByItsAgeAndSaysSo() {
        show(AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(HIT_RATE) ? acknowledged(26 * 60)
                : one.id().equals(ERRORS) ? acknowledged(50 * 60)
                : one.id().equals(CONNECTIONS) ? acknowledged(5) : one.status()));

        assertThat(ids().subList(7, 10)).containsExactly(ERRORS, HIT_RATE, CONNECTIONS);
        assertThat(heads().get(1)).endsWith("2 older than 24 h, oldest 2 d 2 h");
        assertThat(model.text().note(facts(ERRORS), NOW)).isEqualTo("2 d 2 h ago: checking");
        assertThat(model.text().note(facts(CONNECTIONS), NOW)).isEqualTo("checking");
    }

    @Test
    void tellsValueAndLimitInTheUnitOfTheMetric() {
        show(AlarmMoments.moment());

        assertThat(said(DEAD_LETTERS)).containsExactly("Dead letters near destruction", "22 h left", "limit 24 h");
        assertThat(said(CONNECTIONS)).containsExactly("RDS connections", "92 of 100", "limit 90");
        assertThat(said(MISSING)).containsExactly("Running below desired", "2 of 3", "tasks");
        assertThat(said(PIPELINE)).containsExactly("Pipeline failed", "failed", "");
        assertThat(said(NOTED)).containsExactly("ECS CPU", "86%", "worst");
    }

    @Test
    void tellsWhoHasItUntilWhenAndHowItEnded() {
        show(AlarmMoments.moment());

        assertThat(who(DEAD_LETTERS)).containsExactly("", "");
        assertThat(who(ERRORS)).containsExactly("jmin until 14:30", "old tasks draining, watching");
        assertThat(who(CPU)).containsExactly("sora until 23 Sep 08:42", "review in the morning");
        assertThat(who(RESOLVED)).containsExactly("back to OK 11:10", "nobody acknowledged");
        assertThat(who(NOTED)).containsExactly("back to OK 07:52", "hana, 07:47 to 07:52: scaled out by itself");
        assertThat(model.text().age(facts(NOTED), NOW)).isEqualTo("for 12 min");
    }

    @Test
    void whatComesAndGoesIsOneRowWithItsCount() {
        Occurrence first = AlarmMoments.troubles(Snapshots.bowwow()).getFirst();
        List<Occurrence> over = new ArrayList<>();
        UUID row = AlarmMoments.id("flap-1");
        for (int number = 1; number <= 3; number++) {
            Instant raised = NOW.minus(Duration.ofMinutes(14 - 4 * number));
            over.add(AlarmMoments.flapping(first, AlarmMoments.id("flap-" + number), raised,
                    new Status.Resolved(raised.plusSeconds(60), Optional.empty()),
                    number < 3 ? Optional.empty() : Optional.of(new Flapping(row, number))));
        }
        Occurrence last = AlarmMoments.flapping(first, AlarmMoments.id("flap-4"), NOW.minusSeconds(30),
                new Status.Open(NOW, NOW), Optional.of(new Flapping(row, 4)));
        show(AlarmMoments.over(stack(AlarmMoments.with(Snapshots.bowwow(), List.of(last))), over));

        assertThat(ids()).containsExactly(last.id());
        assertThat(model.text().age(facts(last.id()), NOW)).isEqualTo("4 times");
        assertThat(model.text().moments(facts(last.id()), NOW)).endsWith("\n4 times, flapping, 30 s");
    }

    @Test
    void countsFollowFiltersAndAGroupCanBeChosen() {
        show(AlarmMoments.moment());

        model.filter("stack:tiketi");
        assertThat(model.countsProperty().get()).containsEntry(AlarmGroup.OPEN, 1)
                .containsEntry(AlarmGroup.ACKNOWLEDGED, 2).containsEntry(AlarmGroup.SNOOZED, 1)
                .containsEntry(AlarmGroup.RESOLVED, 1);

        model.only(Optional.of(AlarmGroup.ACKNOWLEDGED));
        assertThat(ids()).containsExactly(CONNECTIONS, ERRORS);
        assertThat(model.countsProperty().get()).containsEntry(AlarmGroup.OPEN, 1);

        assertThat(model.clearFilters()).isTrue();
        assertThat(ids()).hasSize(5).as("what is typed stays");
    }

    @Test
    void filtersMineSeverityAndSource() {
        show(AlarmMoments.moment());

        model.filter(AlarmFilter.none().withMine(true));
        assertThat(ids()).containsExactly(CONNECTIONS, CPU);

        model.filter(AlarmFilter.none().withSeverities(Set.of(Severity.CRITICAL)));
        assertThat(ids()).containsExactly(DEAD_LETTERS, CONNECTIONS, ERRORS);

        model.filter(AlarmFilter.none().withSources(Set.of(Source.CLOUDWATCH)));
        assertThat(ids()).containsExactly(RESOLVED, NOTED);

        model.filter("!tiketi who:hana");
        model.filter(model.filterProperty().get().withSources(Set.of()));
        assertThat(ids()).containsExactly(NOTED);
    }

    @Test
    void theScopeOfTheWindowLimitsTheList() {
        show(AlarmMoments.moment());

        model.limitTo(environment -> environment == Environment.DEVELOPMENT);

        assertThat(ids()).containsExactly(PIPELINE);
    }

    @Test
    void filteringTakesWhatItHidesOutOfTheSelectionAndSaysSo() {
        show(AlarmMoments.moment());
        model.mark(DEAD_LETTERS);
        model.mark(ERRORS);

        model.filter("stack:tiketi");

        assertThat(marked()).containsExactly(ERRORS);
        assertThat(model.toldProperty().get()).isEqualTo("1 alarm is no longer selected: hidden now.");
        model.filter("");
        assertThat(marked()).containsExactly(ERRORS);
    }

    @Test
    void foldingAGroupTakesItOutOfTheSelectionToo() {
        show(AlarmMoments.moment());
        model.markListed();
        assertThat(marked()).hasSize(10);

        model.fold(AlarmGroup.OPEN);

        assertThat(marked()).containsExactly(CONNECTIONS, ERRORS, CPU);
        assertThat(heads().getFirst()).startsWith("OPEN, nobody has it 7");
        model.fold(AlarmGroup.OPEN);
        assertThat(ids()).hasSize(12);
    }

    @Test
    void selectingAllTakesWhatIsListedAndNotOver() {
        show(AlarmMoments.moment());
        model.filter("stack:tiketi");

        model.markListed();

        assertThat(marked()).containsExactlyInAnyOrder(HIT_RATE, CONNECTIONS, ERRORS, CPU);
        assertThat(model.allMarkedProperty().get()).isTrue();
        model.markListed();
        assertThat(marked()).isEmpty();
    }

    @Test
    void whatIsOverCannotBeMarked() {
        show(AlarmMoments.moment());

        model.mark(RESOLVED);

        assertThat(marked()).isEmpty();
    }

    @Test
    void whatIsOverMeanwhileLeavesTheSelection() {
        show(AlarmMoments.moment());
        model.mark(DEAD_LETTERS);

        show(AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(DEAD_LETTERS)
                ? new Status.Resolved(NOW, Optional.empty()) : one.status()));

        assertThat(marked()).isEmpty();
        assertThat(model.toldProperty().get()).isEqualTo("1 selected alarm is over.");
    }

    @Test
    void aWordIsMeantForWhatIsMarkedElseForWhatIsSelected() {
        show(AlarmMoments.moment());
        model.select(PIPELINE);
        assertThat(model.meant()).extracting(AlarmFacts::id).containsExactly(PIPELINE);

        model.mark(DEAD_LETTERS);
        assertThat(model.meant()).extracting(AlarmFacts::id).containsExactly(DEAD_LETTERS);

        model.unmarkAll();
        model.filter("stack:tiketi");
        assertThat(model.meant()).as("what is selected is hidden").isEmpty();
        model.select(RESOLVED);
        assertThat(model.meant()).as("what is selected is over").isEmpty();
    }

    @Test
    void saysWhatCameOfAWord() {
        show(AlarmMoments.moment());
        model.mark(DEAD_LETTERS);
        model.mark(PIPELINE);
        model.mark(HIT_RATE);
        desk.answers(saying -> new Said(List.of(facts(DEAD_LETTERS).occurrence(), facts(PIPELINE).occurrence()),
                List.of(HIT_RATE), false));

        model.say(new Saying.Acknowledge(Set.of(DEAD_LETTERS, PIPELINE, HIT_RATE), Optional.empty(), "on it"));

        assertThat(desk.sayings()).hasSize(1);
        assertThat(model.toldProperty().get()).isEqualTo("2 acknowledged, 1 was over already");
        assertThat(marked()).isEmpty();
    }

    @Test
    void saysThatAWordIsOnlyInMemory() {
        show(AlarmMoments.moment());
        desk.answers(saying -> new Said(List.of(facts(PIPELINE).occurrence()), List.of(), true));

        model.say(new Saying.Snooze(Set.of(PIPELINE), NOW.plusSeconds(60), ""));

        assertThat(model.toldProperty().get())
                .isEqualTo("1 snoozed. Kept in memory only: lost when Watchdeck ends.");
    }

    @Test
    void afterAWordTheNextOfTheGroupIsSelectedAndNotWhereTheRowWent() {
        show(AlarmMoments.moment());
        List<UUID> open = ids().subList(0, 7);
        model.select(open.get(1));

        model.sayAndGoOn(acknowledge(open.get(1)));
        assertThat(model.selectedProperty().get()).map(AlarmFacts::id).contains(open.get(2));
        show(acknowledged(open.get(1)));
        assertThat(model.selectedProperty().get()).map(AlarmFacts::id).contains(open.get(2));

        model.select(open.getLast());
        model.sayAndGoOn(acknowledge(open.getLast()));
        assertThat(model.selectedProperty().get()).as("the one above the last").map(AlarmFacts::id)
                .contains(open.get(5));
    }

    @Test
    void afterAWordOnSeveralTheNextOneThatIsLeftIsSelected() {
        show(AlarmMoments.moment());
        List<UUID> open = ids().subList(0, 7);
        model.select(open.get(1));

        model.sayAndGoOn(acknowledge(open.get(1), open.get(2), open.get(3)));
        assertThat(model.selectedProperty().get()).map(AlarmFacts::id).contains(open.get(4));

        model.sayAndGoOn(acknowledge(open.get(5)));
        assertThat(model.selectedProperty().get()).as("no word on the selected one").map(AlarmFacts::id)
                .contains(open.get(4));
    }

    @Test
    void aWordThatLeavesItsAlarmInTheGroupOrIsGivenInItsDetailsMovesNothing() {
        show(AlarmMoments.moment());
        model.select(ERRORS);
        desk.answers(_ -> new Said(List.of(facts(ERRORS).occurrence()), List.of(), false));
        model.sayAndGoOn(acknowledge(ERRORS));
        assertThat(model.selectedProperty().get()).as("held before and after").map(AlarmFacts::id).contains(ERRORS);

        model.select(PIPELINE);
        model.say(acknowledge(PIPELINE));
        assertThat(model.selectedProperty().get()).as("read in its details").map(AlarmFacts::id).contains(PIPELINE);
    }

    @Test
    void whereNoneOfTheGroupIsLeftTheSelectedOneStays() {
        show(AlarmMoments.moment());
        model.filter("pipeline");
        model.select(PIPELINE);

        model.sayAndGoOn(acknowledge(PIPELINE));

        assertThat(model.selectedProperty().get()).map(AlarmFacts::id).contains(PIPELINE);
    }

    @Test
    void anAlarmThatComesAgainIsNotMarkedAsItWasBefore() {
        show(AlarmMoments.came(HIT_RATE, 3, false));
        model.mark(AlarmMoments.time(HIT_RATE, 3));
        assertThat(marked()).containsExactly(AlarmMoments.time(HIT_RATE, 3));

        show(AlarmMoments.came(HIT_RATE, 4, false));

        assertThat(marked()).isEmpty();
        assertThat(((AlarmLine.Alarm) model.line(AlarmMoments.time(HIT_RATE, 4)).orElseThrow().facts()).marked())
                .isFalse();
        assertThat(model.toldProperty().get()).isEqualTo("1 selected alarm is over.");
    }

    @Test
    void inAnotherLanguageTheListGoesOnWhereItWas() {
        Occurrence old = facts(AlarmMoments.moment(), RESOLVED);
        Instant raised = NOW.minus(Duration.ofDays(40));
        Occurrence before = AlarmMoments.flapping(old, AlarmMoments.id("long ago"), raised,
                new Status.Resolved(raised.plusSeconds(600), Optional.empty()), Optional.empty());
        desk.keepsResolved(List.of(old, before));
        show(AlarmMoments.moment());
        model.showEarlier();
        model.filter("!codemate");
        model.filter(model.filterProperty().get().withSources(Set.of(Source.RULE, Source.CLOUDWATCH)));
        model.fold(AlarmGroup.SNOOZED);
        model.mark(ERRORS);
        model.select(before.id());
        var korean = new AlarmsViewModel(new Words(Locale.KOREAN, Snapshots.ZONE), desk);

        korean.goOn(model);

        assertThat(korean.lines().stream().map(Row::key)).containsExactlyElementsOf(
                model.lines().stream().map(Row::key).toList());
        assertThat(korean.selectedProperty().get()).map(AlarmFacts::id).contains(before.id());
        assertThat(korean.markedProperty().get()).extracting(AlarmFacts::id).containsExactly(ERRORS);
        assertThat(korean.filterProperty().get()).isEqualTo(model.filterProperty().get());
        korean.show(AlarmMoments.moment(), NOW);
        assertThat(korean.line(before.id())).as("90 days are still shown").isPresent();
        assertThat(korean.line(PIPELINE)).isEmpty();
    }

    @Test
    void showsAllThatWasOverInNinetyDays() {
        Occurrence old = facts(AlarmMoments.moment(), RESOLVED);
        Instant raised = NOW.minus(Duration.ofDays(40));
        Occurrence before = AlarmMoments.flapping(old, AlarmMoments.id("long ago"), raised,
                new Status.Resolved(raised.plusSeconds(600), Optional.empty()), Optional.empty());
        desk.keepsResolved(List.of(old, before));
        show(AlarmMoments.moment());
        assertThat(ids()).doesNotContain(before.id());

        model.showEarlier();
        assertThat(ids()).endsWith(RESOLVED, NOTED, before.id());
        assertThat(heads().getLast()).startsWith("RESOLVED in 90 days 3");

        desk.keepsResolved(List.of());
        show(AlarmMoments.over(AlarmMoments.moment(), List.of()));
        model.only(Optional.of(AlarmGroup.RESOLVED));
        assertThat(model.emptyTextProperty().get()).isEqualTo("No alarm has ended in the last 90 days.");
        model.only(Optional.empty());

        model.showEarlier();
        assertThat(ids()).doesNotContain(before.id());
        model.only(Optional.of(AlarmGroup.RESOLVED));
        assertThat(model.emptyTextProperty().get()).isEqualTo("No alarm has ended in the last 24 h.");
    }

    @Test
    void rowsStayTheSameFromOneSnapshotToTheNext() {
        show(AlarmMoments.moment());
        Row<AlarmLine.Key, AlarmLine> before = model.line(DEAD_LETTERS).orElseThrow();
        model.select(DEAD_LETTERS);

        model.show(AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(DEAD_LETTERS)
                ? acknowledged(1) : one.status()), NOW.plusSeconds(30));

        assertThat(model.line(DEAD_LETTERS)).containsSame(before);
        assertThat(((AlarmLine.Alarm) before.facts()).facts().group()).isEqualTo(AlarmGroup.ACKNOWLEDGED);
        assertThat(model.selectedProperty().get()).map(AlarmFacts::group).contains(AlarmGroup.ACKNOWLEDGED);
    }

    @Test
    void saysWhyTheListIsEmpty() {
        show(Snapshots.of(List.of(Snapshots.glimpse())));
        assertThat(model.emptyTextProperty().get()).startsWith("No open alarms. One rule or CloudWatch alarm checked");

        show(AlarmMoments.moment());
        assertThat(model.emptyTextProperty().get()).isEmpty();
        model.filter("nothing like it");
        assertThat(model.emptyTextProperty().get()).isEqualTo("No alarm matches. Esc clears the filter.");

        model.filter("");
        show(Snapshots.of(List.of(Snapshots.glimpse())));
        model.only(Optional.of(AlarmGroup.SNOOZED));
        assertThat(model.emptyTextProperty().get()).isEqualTo("No alarm is snoozed.");

        model.only(Optional.empty());
        show(Snapshots.never(Failure.denied("ecs:DescribeServices")));
        assertThat(model.emptyTextProperty().get())
                .isEqualTo("Not known: no rule and no CloudWatch alarm could be checked.");
        assertThat(model.countsProperty().get()).as("not known is not 0").isEmpty();
        assertThat(model.lines()).extracting(Row::facts).asInstanceOf(list(AlarmLine.Head.class))
                .allSatisfy(head -> assertThat(head.count()).isEmpty());

        show(Snapshots.of(List.of()));
        assertThat(model.emptyTextProperty().get()).startsWith("No stacks yet");
    }

    @Test
    void beforeTheFirstSnapshotNoNumberIsSaid() {
        model.limitTo(_ -> true);

        assertThat(model.countsProperty().get()).isEmpty();
    }

    @Test
    void noNumberOfOpenOnesIsSaidWhereNotAllCouldBeChecked() {
        StackSnapshot glimpse = Snapshots.glimpse();
        Condition known = glimpse.conditions().getFirst();
        var unknown = new Condition("another", known.source(), known.on(), known.metric(), known.severity(),
                Condition.State.UNKNOWN, known.value(), known.threshold(), known.compared(), known.since(),
                known.sentence());

        show(stack(glimpse));
        assertThat(model.countsProperty().get()).containsEntry(AlarmGroup.OPEN, 0);

        show(stack(OtherMoments.judged(glimpse, List.of(known, unknown))));
        assertThat(model.countsProperty().get()).doesNotContainKey(AlarmGroup.OPEN)
                .containsEntry(AlarmGroup.ACKNOWLEDGED, 0);
        model.only(Optional.of(AlarmGroup.OPEN));
        assertThat(model.emptyTextProperty().get()).endsWith("One more is not known.");
    }

    @Test
    void exportsWhatIsListed() {
        show(AlarmMoments.moment());
        model.filter("stack:sesami severity:critical");

        assertThat(model.csv().rows()).hasSize(1);
        assertThat(model.csv().rows().getFirst()).contains(DEAD_LETTERS.toString(), "open", "critical", "sesami-prod",
                "sesami-analysis-jobs", "rule", "queue.deadLetterHoursLeft", "22", "24");
    }

    @Test
    void findsTheNewestAlarmOfAPlace() {
        show(AlarmMoments.moment());

        assertThat(model.find(new StackId("tiketi-prod"), Optional.of("tiketi-db"))).contains(CONNECTIONS);
        assertThat(model.find(new StackId("glimpse-prod"), Optional.empty())).isEmpty();
        assertThat(model.worst()).contains(DEAD_LETTERS);
    }

    private static Saying acknowledge(UUID... these) {
        return new Saying.Acknowledge(Set.of(these), Optional.empty(), "");
    }

    private static WatchSnapshot acknowledged(UUID id) {
        return AlarmMoments.with(Snapshots.moment(), one -> one.id().equals(id) ? acknowledged(1) : one.status());
    }

    private static Status acknowledged(int minutesAgo) {
        return AlarmMoments.acknowledged("sora", minutesAgo, 60, "checking");
    }

    private static WatchSnapshot stack(StackSnapshot one) {
        return Snapshots.of(List.of(one));
    }

    private void show(WatchSnapshot snapshot) {
        model.show(snapshot, NOW);
    }

    private List<UUID> ids() {
        return model.lines().stream().map(Row::key).filter(AlarmLine.Key.OfAlarm.class::isInstance)
                .map(key -> ((AlarmLine.Key.OfAlarm) key).id()).toList();
    }

    private List<String> heads() {
        return model.lines().stream().map(Row::facts).filter(AlarmLine.Head.class::isInstance)
                .map(AlarmLine.Head.class::cast)
                .map(head -> head.title() + " " + head.count().orElseThrow() + " " + head.right()).toList();
    }

    private AlarmFacts facts(UUID id) {
        return ((AlarmLine.Alarm) model.line(id).orElseThrow().facts()).facts();
    }

    private static Occurrence facts(WatchSnapshot snapshot, UUID id) {
        return snapshot.resolved().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    private List<String> said(UUID id) {
        return List.of(model.text().title(facts(id)), model.text().value(facts(id)), model.text().below(facts(id)));
    }

    private List<String> who(UUID id) {
        return List.of(model.text().who(facts(id), NOW), model.text().note(facts(id), NOW));
    }

    private List<UUID> marked() {
        return model.markedProperty().get().stream().map(AlarmFacts::id).toList();
    }
}
