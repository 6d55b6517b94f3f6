package io.watchdeck.ui.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.alarms.AlarmName;
import io.watchdeck.alarms.Comparison;
import io.watchdeck.alarms.Comparison.Relation;
import io.watchdeck.alarms.Condition;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Finding;
import io.watchdeck.alarms.Had;
import io.watchdeck.alarms.Occurrence;
import io.watchdeck.alarms.Status;
import io.watchdeck.alarms.Word;
import io.watchdeck.metrics.Figure;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Freshness;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.OtherMoments;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Ruled;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a row says of an alarm, whichever of its sources tells of it.
class AlarmTextTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final ComponentId DB = new ComponentId(ComponentKind.DATABASE, "tiketi-db");
    private static final StackSnapshot TIKETI = Snapshots.tiketi();
    private static final Status OPEN = new Status.Open(NOW.minusSeconds(600), NOW.minusSeconds(600));

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final AlarmText text = new AlarmText(words);

    @Test
    void aRowIsNamedAfterWhatFoundItAndKeepsItsSourceWhicheverOfThemIsFresh() {
        for (Source found : Source.values()) {
            for (State rule : State.values()) {
                for (State alarm : State.values()) {
                    AlarmFacts one = facts(found, List.of(condition(Source.RULE, "Connections", rule),
                            condition(Source.CLOUDWATCH, "tiketi-rds", alarm)), OPEN);

                    assertThat(text.title(one)).as("%s %s %s", found, rule, alarm)
                            .isEqualTo(words.say(AlarmName.of(one.occurrence().now())))
                            .isEqualTo(found == Source.RULE ? "Connections" : "RDS connections");
                    assertThat(text.columns(one).get("alarm")).as("found by any of its names")
                            .contains("Connections", "tiketi-rds");
                    assertThat(one.cloud()).isFalse();
                }
            }
        }
    }

    @Test
    void whatOnlyCloudWatchWatchesIsNamedByItsMetricAndIsOfCloudWatch() {
        AlarmFacts one = facts(Source.CLOUDWATCH, List.of(condition(Source.CLOUDWATCH, "tiketi-rds", State.ALARM)),
                OPEN);

        assertThat(text.title(one)).isEqualTo("RDS connections");
        assertThat(one.cloud()).isTrue();
    }

    @Test
    void whatBothTellOfIsFoundUnderEither() {
        AlarmFacts one = facts(Source.RULE, List.of(condition(Source.RULE, "Connections", State.ALARM),
                condition(Source.CLOUDWATCH, "tiketi-rds", State.ALARM)), OPEN);

        assertThat(text.columns(one).get("source")).isEqualTo("rule cloudwatch aws");
        assertThat(one.isToldBy(Source.CLOUDWATCH)).isTrue();
    }

    @Test
    void anAlarmWithoutAValueSaysSo() {
        AlarmFacts cloud = with(facts(Source.CLOUDWATCH,
                List.of(condition(Source.CLOUDWATCH, "tiketi-rds", State.ALARM)), OPEN), OptionalDouble.empty());
        AlarmFacts rule = with(facts(Source.RULE, List.of(condition(Source.RULE, "Connections", State.ALARM)), OPEN),
                OptionalDouble.empty());

        assertThat(text.value(cloud)).isEqualTo("value not told");
        assertThat(text.value(rule)).isEqualTo("no data");
    }

    @Test
    void theLastValueOfWhatIsNotKnownIsMutedAndHasItsAge() {
        AlarmFacts known = facts(Source.RULE, List.of(condition(Source.RULE, "Connections", State.ALARM)), OPEN);
        AlarmFacts lost = lost(known, TIKETI.asOf().minus(Duration.ofMinutes(12)));

        assertThat(text.tone(known, NOW)).isEqualTo(Tone.CRITICAL);
        assertThat(text.below(known)).startsWith("limit ");
        assertThat(text.tone(lost, NOW)).isEqualTo(Tone.MUTED);
        assertThat(text.lineTone(lost, NOW)).isEqualTo(Tone.MUTED);
        assertThat(text.below(lost)).isEqualTo("known 12 min ago");
    }

    @Test
    void aValueThatCouldNotBeReadAgainHasItsAgeAndIsMutedOnceItIsStale() {
        AlarmFacts one = facts(Source.RULE, List.of(condition(Source.RULE, "Connections", State.ALARM)), OPEN);
        Instant late = NOW.plus(Duration.ofMinutes(4));
        Instant stale = NOW.plus(Duration.ofMinutes(40));

        assertThat(text.late(one, NOW)).isEmpty();
        assertThat(text.late(one, late)).hasValueSatisfying(age -> {
            assertThat(age.freshness()).isEqualTo(Freshness.LATE);
            assertThat(age.text()).startsWith("4 min");
            assertThat(text.spoken(one, late)).endsWith("value " + age.text() + " old");
        });
        assertThat(text.tone(one, late)).isEqualTo(Tone.CRITICAL);
        assertThat(text.late(one, stale)).hasValueSatisfying(age -> assertThat(age.freshness())
                .isEqualTo(Freshness.STALE));
        assertThat(text.tone(one, stale)).isEqualTo(Tone.MUTED);
        assertThat(text.lineTone(one, stale)).isEqualTo(Tone.MUTED);
    }

    @ParameterizedTest
    @CsvSource({"QUEUE, queue.oldestAge", "TARGET_GROUP, tg.requestsPerTarget", "CACHE, cache.misses"})
    void whatCloudWatchTellsIsAsOldAsItsMetricHoweverFreshItsComponent(ComponentKind kind, String metric) {
        StackSnapshot sesami = Snapshots.sesami();
        var on = new ComponentId(kind, sesami.queues().getFirst().spec().name());
        var figure = new Figure(MetricCatalogue.standard().get(metric), new Panel<>(
                new Loadable.Ready<>(900.0, NOW.minus(Duration.ofMinutes(20))), Duration.ofMinutes(2)), Series.empty());
        AlarmFacts one = on(with(sesami, List.of(new Ruled(on, figure))), on, metric);
        AlarmFacts unknown = on(with(sesami, List.of()), on, metric);

        assertThat(text.late(one, NOW)).hasValueSatisfying(age -> {
            assertThat(age.freshness()).isEqualTo(Freshness.STALE);
            assertThat(age.text()).startsWith("20 min");
        });
        assertThat(text.read(unknown, NOW)).as("no age is better than one of something else").isEmpty();
    }

    @Test
    void whatTheConsoleCountsIsAsOldAsItsComponent() {
        StackSnapshot sesami = Snapshots.sesami();
        var on = new ComponentId(ComponentKind.QUEUE, sesami.queues().getFirst().spec().name());
        AlarmFacts one = on(sesami, on, "queue.deadLetters");

        assertThat(text.read(one, NOW)).hasValueSatisfying(age -> assertThat(age.text()).isEqualTo("12 s"));
    }

    private static StackSnapshot with(StackSnapshot stack, List<Ruled> ruled) {
        return new StackSnapshot(stack.file(), stack.asOf(), stack.identity(), stack.services(), stack.loadBalancers(),
                stack.databases(), stack.caches(), stack.queues(), stack.batchQueues(), stack.pipes(),
                stack.pipelines(), stack.cost(), stack.budgets(), stack.alarms(), stack.conditions(), stack.verdict(),
                stack.gaps(), stack.occurrences(), ruled);
    }

    private static AlarmFacts on(StackSnapshot stack, ComponentId on, String metric) {
        var condition = new Condition("Slow", Source.RULE, on, Optional.of(metric), Severity.WARNING, State.ALARM,
                OptionalDouble.of(900), OptionalDouble.of(600), Optional.empty(), Optional.empty(),
                Phrase.of("condition.limit", "Slow", "900", "600"));
        var one = new Occurrence(UUID.randomUUID(), AlarmKey.of(stack.file().id(), condition), NOW.minusSeconds(600),
                Finding.of(condition), Severity.WARNING, condition.value(), OPEN, Optional.empty());
        return AlarmFacts.of(one, new StackAlarms(stack));
    }

    @Test
    void anAlarmOfCloudWatchIsAsOldAsTheListOfAlarms() {
        AlarmFacts one = facts(Source.CLOUDWATCH, List.of(condition(Source.CLOUDWATCH, "tiketi-rds", State.ALARM)),
                OPEN, "service.missing");

        assertThat(text.late(one, NOW)).isEmpty();
        assertThat(text.late(one, NOW.plus(Duration.ofMinutes(40)))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"21.9, 21 h 54 min", "22, 22 h", "24, 24 h", "72, 72 h", "25.5, 1 d 1 h"})
    void hoursAreSaidAsEverywhereButForThoseOfALimit(double hours, String said) {
        AlarmFacts one = facts(Source.RULE, List.of(), OPEN, "queue.deadLetterHoursLeft");

        assertThat(text.amount(one, hours)).isEqualTo(said);
    }

    @Test
    void whoHadItIsSaidOnceItIsOverAndOnceItIsOpenAgain() {
        Word word = new Word("sora", NOW.minusSeconds(3000), Optional.of(NOW.minusSeconds(1200)), "old tasks",
                Severity.CRITICAL);
        Had had = new Had(word, word.until());
        Occurrence over = facts(Source.RULE, List.of(), new Status.Resolved(NOW, Optional.empty())).occurrence()
                .had(had);
        Occurrence again = facts(Source.RULE, List.of(), OPEN).occurrence().had(had);

        assertThat(text.owner(over, NOW)).isEqualTo("sora, 12:52 to 13:22: old tasks");
        assertThat(text.owner(again, NOW)).isEqualTo("nobody now; before sora, 12:52 to 13:22: old tasks");
        assertThat(text.note(new AlarmFacts(over, AlarmGroup.RESOLVED, new StackAlarms(TIKETI), 1), NOW))
                .isEqualTo("sora, 12:52 to 13:22: old tasks");
        assertThat(AlarmText.words(over)).containsExactly("sora", word.at().toString(),
                word.until().orElseThrow().toString(), "old tasks");
    }

    @Test
    void aSnoozeIsNobodysAndSaysWhoseItWas() {
        Word word = new Word("hana", NOW.minusSeconds(60), Optional.of(NOW.plusSeconds(60)), "later",
                Severity.CRITICAL);
        Occurrence over = facts(Source.RULE, List.of(),
                new Status.Resolved(NOW, Optional.of(new Status.Snoozed(word)))).occurrence();

        assertThat(text.owner(over, NOW)).isEqualTo("snoozed by hana: later");
        assertThat(text.owner(facts(Source.RULE, List.of(), new Status.Resolved(NOW, Optional.empty())).occurrence(),
                NOW)).isEqualTo("nobody acknowledged");
    }

    @Test
    void aRowWithoutALineSaysWhy() {
        assertThat(text.noSeries(facts(Source.RULE, List.of(), OPEN, "queue.deadLetters"))).isEqualTo("in the details");
        assertThat(text.noSeries(facts(Source.CLOUDWATCH, List.of(), OPEN, "none of ours"))).isEqualTo("no metric");
        assertThat(text.noSeries(facts(Source.RULE, List.of(), OPEN))).isEqualTo("no data");
        assertThat(text.whyNoSeries(facts(Source.RULE, List.of(), OPEN))).contains("no data points");
    }

    @Test
    void ourOwnRulesAreNamedInTheLanguageOfTheWindowAndThoseOfAFileAsItNamesThem() {
        var korean = new Words(Locale.KOREAN, Snapshots.ZONE);

        for (var said : Map.of("budget:monthly", "예산: monthly", "cost-of-day:Amazon RDS", "하루 비용: Amazon RDS",
                "Team budget", "Team budget").entrySet()) {
            AlarmFacts one = facts(List.of(money(said.getKey())), said.getKey());

            assertThat(new AlarmText(korean).title(one)).isEqualTo(said.getValue());
            assertThat(new DetailText(korean).of(one, Duration.ofMinutes(1), NOW).sources())
                    .extracting(DetailFacts.SourceLine::name).as("what the title does not say").containsExactly("");
        }
    }

    private static AlarmFacts facts(List<Condition> conditions, String found) {
        Condition finder = conditions.stream().filter(one -> one.name().equals(found)).findFirst().orElseThrow();
        var one = new Occurrence(UUID.randomUUID(), AlarmKey.of(TIKETI.file().id(), finder), NOW.minusSeconds(600),
                Finding.of(finder), Severity.NOTICE, finder.value(), OPEN, Optional.empty());
        return AlarmFacts.of(one, new StackAlarms(OtherMoments.judged(TIKETI, conditions)));
    }

    private static Condition money(String name) {
        return new Condition(name, Source.RULE, new ComponentId(ComponentKind.STACK, TIKETI.file().name()),
                Optional.empty(), Severity.NOTICE, State.ALARM, OptionalDouble.of(200), OptionalDouble.of(198),
                Optional.empty(), Optional.empty(), Phrase.of("condition.limit", name, "200", "198"));
    }

    private static AlarmFacts facts(Source found, List<Condition> conditions, Status status) {
        return facts(found, conditions, status, "db.connections");
    }

    private static AlarmFacts facts(Source found, List<Condition> conditions, Status status, String metric) {
        var finding = new Finding(Severity.CRITICAL, found, found == Source.RULE ? "Connections" : "tiketi-rds",
                Optional.of(metric), OptionalDouble.of(93), OptionalDouble.of(90), Optional.of(Relation.ABOVE));
        var one = new Occurrence(UUID.randomUUID(), new AlarmKey(TIKETI.file().id(), DB, metric + " above"),
                NOW.minusSeconds(600), finding, Severity.CRITICAL, finding.value(), status, Optional.empty());
        return AlarmFacts.of(one, new StackAlarms(OtherMoments.judged(TIKETI, conditions)));
    }

    private static AlarmFacts with(AlarmFacts facts, OptionalDouble value) {
        Occurrence one = facts.occurrence();
        Finding now = one.now();
        return AlarmFacts.of(new Occurrence(one.id(), one.key(), one.raised(), new Finding(now.severity(),
                now.source(), now.name(), now.metric(), value, now.threshold(), now.relation()), one.worst(), value,
                one.status(), Optional.empty()), facts.stack());
    }

    private static AlarmFacts lost(AlarmFacts facts, Instant since) {
        Occurrence one = facts.occurrence();
        return AlarmFacts.of(new Occurrence(one.id(), one.key(), one.raised(), one.now(), one.worst(),
                one.worstValue(), one.status(), Optional.of(since), Optional.empty()), facts.stack());
    }

    private static Condition condition(Source source, String name, State state) {
        return new Condition(name, source, DB, Optional.of("db.connections"), Severity.CRITICAL, state,
                OptionalDouble.of(93), OptionalDouble.of(90),
                Optional.of(new Comparison(Relation.ABOVE, "Maximum", Duration.ofMinutes(5), true)), Optional.empty(),
                Phrase.of("condition.ok"));
    }
}
