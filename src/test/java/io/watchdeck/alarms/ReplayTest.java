package io.watchdeck.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.Change.What;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.alarms.Condition.State;
import io.watchdeck.alarms.Status.Open;
import io.watchdeck.alarms.Status.Resolved;
import io.watchdeck.model.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// What became of occurrences while nobody looked.
class ReplayTest {

    private static final Instant NOON = Instant.parse("2026-09-22T12:00:00Z");
    private static final Instant BACK = NOON.plus(Duration.ofHours(10));
    private static final int NIGHTS = 1_500;
    private static final int MINUTES = 240;

    private final AtomicLong names = new AtomicLong();
    private final Occurrences occurrences = with(List.of());

    @Test
    void whatCameAndWentHasItsTrueTimesAndTellsNobody() {
        List<Change> changes = replay(ok(0), bad(3), ok(9));

        assertThat(changes).extracting(Change::what).containsExactly(What.RAISED, What.RESOLVED);
        assertThat(changes).noneMatch(Change::tells);
        assertThat(changes.getLast().after().raised()).isEqualTo(at(3));
        assertThat(changes.getLast().after().resolved()).contains(at(9));
        assertThat(occurrences.live()).isEmpty();
    }

    @Test
    void whatIsStillOpenIsToldOnceAndNow() {
        List<Change> changes = replay(ok(0), bad(3), ok(9), critical(5, State.OK), bad(40), critical(50, State.ALARM));

        assertThat(changes).extracting(Change::what)
                .containsExactly(What.RAISED, What.RESOLVED, What.RAISED, What.ROSE);
        assertThat(changes).extracting(Change::tells).containsExactly(false, false, false, true);
        assertThat(occurrences.live()).singleElement().satisfies(one -> {
            assertThat(one.raised()).isEqualTo(at(40));
            assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(one.status()).isEqualTo(new Open(at(40), BACK));
        });
        assertThat(changes.getLast().after()).isEqualTo(occurrences.live().getFirst());
        assertThat(occurrences.elapsed(BACK, _ -> true)).as("not told twice").isEmpty();
    }

    @Test
    void whatWasOpenBeforeEndsAtItsTrueTime() {
        Occurrence before = judged(0, rule(State.ALARM, 70)).getFirst().after();

        assertThat(replay(bad(10), ok(30))).singleElement().satisfies(change -> {
            assertThat(change.what()).isEqualTo(What.RESOLVED);
            assertThat(change.after().id()).isEqualTo(before.id());
            assertThat(change.after().resolved()).contains(at(30));
        });
    }

    @Test
    void whatWasOpenBeforeAndStillIsStaysAsItIs() {
        judged(0, rule(State.ALARM, 70));
        List<Occurrence> before = occurrences.live();

        assertThat(replay(bad(10))).isEmpty();
        assertThat(occurrences.live()).isEqualTo(before);
    }

    @Test
    void whatIsNotKnownEndsNothing() {
        judged(0, rule(State.ALARM, 70));

        assertThat(replay(unknown(10))).extracting(Change::what).containsExactly(What.MOVED);
        assertThat(occurrences.live()).extracting(Occurrence::unknownSince).containsExactly(Optional.of(at(10)));
        assertThat(replay(unknown(10), ok(20), unknown(30), bad(40))).extracting(Change::what)
                .containsExactly(What.RESOLVED, What.RAISED);
    }

    @Test
    void theSameTurnsAgainChangeNothing() {
        ConditionTurn[] turns = {ok(0), bad(3), ok(9), bad(40), since(45, 40, 95), ok(60), since(65, 62, 70)};

        assertThat(replay(turns)).isNotEmpty();
        List<Occurrence> before = occurrences.live();

        assertThat(replay(turns)).isEmpty();
        assertThat(occurrences.live()).isEqualTo(before);
        assertThat(replay(Arrays.copyOf(turns, 6))).as("before what is known").isEmpty();
    }

    @Test
    void aTroubleIsOverWhenAllThatWatchItAreOk() {
        judged(0, rule(State.ALARM, 70));

        assertThat(replay(ok(10), alarm(10, State.ALARM), alarm(25, State.OK)))
                .extracting(change -> change.after().resolved()).containsExactly(Optional.empty(),
                        Optional.of(at(25)));
    }

    @Test
    void aTroubleIsJudgedOnceAllThatWatchItAreHeard() {
        judged(0, rule(State.ALARM, 70), cloud(State.ALARM, at(0)));

        assertThat(replay(alarm(10, State.OK), bad(11))).isEmpty();
    }

    @Test
    void whatAnAlarmFoundIsNotOverBecauseARuleIsOk() {
        judged(0, rule(State.OK, 20), cloud(State.ALARM, at(0)));

        assertThat(replay(ok(10))).as("nobody knows of the alarm").isEmpty();
        assertThat(replay(ok(10), alarm(10, State.UNKNOWN))).extracting(Change::what).containsExactly(What.MOVED);
        assertThat(replay(ok(20), alarm(20, State.ALARM), alarm(30, State.OK))).extracting(Change::what)
                .containsExactly(What.MOVED, What.RESOLVED);
    }

    @Test
    void whatNothingWatchesAnyMoreIsLeftToWhoLooksAgain() {
        judged(0, rule(State.ALARM, 70));

        assertThat(replay(critical(10, State.OK))).as("the warning is no more").isEmpty();
        assertThat(occurrences.live()).hasSize(1);
    }

    @Test
    void aWordThatEndedMeanwhileEndsAtItsTimeAndIsToldNow() {
        UUID id = judged(0, rule(State.ALARM, 70)).getFirst().after().id();
        occurrences.take(id, new AlarmEvent.Acknowledged(Episodes.word("sora", at(1), at(20))));

        List<Change> changes = replay(bad(10), since(40, 0, 80));

        assertThat(changes).extracting(Change::what).containsExactly(What.WORD_ENDED, What.MOVED);
        assertThat(changes.getFirst().at()).isEqualTo(at(20));
        assertThat(changes).extracting(Change::tells).containsExactly(true, false);
        assertThat(occurrences.live()).extracting(Occurrence::status).containsExactly(new Open(at(20), BACK));
    }

    @Test
    void aWordThatHoldsIsKept() {
        UUID id = judged(0, rule(State.ALARM, 70)).getFirst().after().id();
        Word word = Episodes.word("sora", at(1), BACK.plusSeconds(60));
        occurrences.take(id, new AlarmEvent.Acknowledged(word));

        assertThat(replay(bad(10), critical(10, State.OK), ok(30)))
                .extracting(change -> change.after().status())
                .containsExactly(new Resolved(at(30), Optional.of(new Status.Acknowledged(word))));
    }

    @Test
    void otherTroublesStayAsTheyAre() {
        judged(0, rule(State.ALARM, 70));
        Condition other = new Condition("memory", Source.RULE, Episodes.API, Optional.of("service.memory"),
                Severity.WARNING, State.OK, OptionalDouble.of(1), OptionalDouble.of(2), Optional.empty(),
                Optional.empty(), rule(State.OK, 1).sentence());

        assertThat(replay(new ConditionTurn(at(10), other))).isEmpty();
        assertThat(occurrences.live()).hasSize(1);
    }

    /// What an occurrence came to, but for its name and whom it told.
    private record Came(Instant raised, Severity worst, OptionalDouble worstValue, Severity severity,
            Optional<Instant> over, Optional<Word> word, OptionalInt number) {

        static Came of(Occurrence one) {
            return new Came(one.raised(), one.worst(), one.worstValue(), one.severity(), one.resolved(),
                    one.status().said(), one.flapping().map(row -> OptionalInt.of(row.number()))
                            .orElse(OptionalInt.empty()));
        }
    }

    /// A night without anybody, once looked at each minute and once afterwards.
    @Test
    void itIsWhatJudgingAtEachMinuteMakes() {
        int raised = 0;
        int flapped = 0;
        for (int seed = 0; seed < NIGHTS; seed++) {
            RandomGenerator random = RandomGeneratorFactory.of("Xoroshiro128PlusPlus").create(seed);
            List<Condition[]> night = night(random);
            Occurrences watched = with(List.of());
            Occurrences replayed = with(List.of());
            evening(random, night, watched, replayed);

            List<Came> live = came(minuteByMinute(watched, night), watched);
            List<Came> later = came(replayed.replay(Episodes.STACK, turns(night), BACK), replayed);

            assertThat(later).as("night %s", seed).isEqualTo(live);
            raised += live.size();
            flapped += (int) live.stream().filter(one -> one.number().isPresent()).count();
        }
        assertThat(raised).isGreaterThan(NIGHTS * 2);
        assertThat(flapped).isGreaterThan(NIGHTS / 5);
    }

    /// What was found and said before the night.
    private static void evening(RandomGenerator random, List<Condition[]> night, Occurrences... both) {
        boolean said = random.nextBoolean();
        Optional<Instant> until = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(at(5 + random.nextInt(60)));
        for (Occurrences one : both) {
            one.judge(Episodes.STACK, List.of(night.getFirst()), Episodes.HEARD, at(0));
            one.live().stream().filter(_ -> said).forEach(live -> one.take(live.id(), new AlarmEvent.Acknowledged(
                    new Word("sora", at(0), until, "", live.severity()))));
        }
    }

    private static List<Change> minuteByMinute(Occurrences occurrences, List<Condition[]> night) {
        var changes = new ArrayList<Change>();
        for (int minute = 0; minute < night.size(); minute++) {
            occurrences.forgetQuiet(at(minute), _ -> true);
            changes.addAll(occurrences.elapsed(at(minute), _ -> true));
            changes.addAll(occurrences.judge(Episodes.STACK, List.of(night.get(minute)), Episodes.HEARD, at(minute)));
        }
        return changes;
    }

    private static List<Came> came(List<Change> changes, Occurrences occurrences) {
        Map<UUID, Occurrence> last = new HashMap<>();
        occurrences.live().forEach(one -> last.put(one.id(), one));
        changes.forEach(change -> last.put(change.after().id(), change.after()));
        return last.values().stream().map(Came::of)
                .sorted(Comparator.comparing(Came::raised).thenComparing(Came::toString)).toList();
    }

    /// Of each minute what a warning, a critical rule and an alarm say of the same trouble.
    private static List<Condition[]> night(RandomGenerator random) {
        var night = new ArrayList<Condition[]>();
        State[] states = {State.OK, State.OK, State.OK};
        int[] since = new int[states.length];
        int rest = 2 + random.nextInt(20);
        int calm = random.nextInt(8);
        for (int minute = 0; minute < MINUTES; minute++) {
            for (int i = 0; i < states.length; i++) {
                if (random.nextInt(rest) == 0) {
                    int drawn = random.nextInt(6 + calm);
                    State next = drawn < 2 ? State.ALARM : drawn == 2 ? State.UNKNOWN : State.OK;
                    since[i] = next == states[i] ? since[i] : minute;
                    states[i] = next;
                }
            }
            // A rule may find that what it finds now began some minutes ago.
            night.add(new Condition[] {
                    rule(Severity.WARNING, states[0], since[0], Math.max(0, since[0] - 2)),
                    rule(Severity.CRITICAL, states[1], since[1], since[1]),
                    Episodes.alarm(Severity.WARNING, states[2], at(since[2]))});
        }
        return night;
    }

    private static Condition rule(Severity severity, State state, int turned, int since) {
        Condition one = Episodes.rule(severity, state, 60 + turned * 7 % 40);
        return new Condition(one.name(), one.source(), one.on(), one.metric(), one.severity(), state, one.value(),
                one.threshold(), one.compared(), state == State.ALARM ? Optional.of(at(since)) : Optional.empty(),
                one.sentence());
    }

    private static List<ConditionTurn> turns(List<Condition[]> night) {
        var turns = new ArrayList<ConditionTurn>();
        for (int minute = 0; minute < night.size(); minute++) {
            for (int i = 0; i < night.get(minute).length; i++) {
                Condition now = night.get(minute)[i];
                if (minute == 0 || now.state() != night.get(minute - 1)[i].state()) {
                    turns.add(new ConditionTurn(at(minute), now));
                }
            }
        }
        return turns;
    }

    private List<Change> judged(int minute, Condition... conditions) {
        return occurrences.judge(Episodes.STACK, List.of(conditions), Episodes.HEARD, at(minute));
    }

    /// In order of time.
    private List<Change> replay(ConditionTurn... turns) {
        return occurrences.replay(Episodes.STACK,
                Arrays.stream(turns).sorted(Comparator.comparing(ConditionTurn::at)).toList(), BACK);
    }

    private static ConditionTurn ok(int minute) {
        return new ConditionTurn(at(minute), rule(State.OK, 40));
    }

    private static ConditionTurn bad(int minute) {
        return new ConditionTurn(at(minute), rule(State.ALARM, 70));
    }

    private static ConditionTurn unknown(int minute) {
        return new ConditionTurn(at(minute), rule(State.UNKNOWN, 0));
    }

    /// Found later than it began.
    private static ConditionTurn since(int minute, int since, double cpu) {
        Condition one = rule(State.ALARM, cpu);
        return new ConditionTurn(at(minute), new Condition(one.name(), one.source(), one.on(), one.metric(),
                one.severity(), one.state(), one.value(), one.threshold(), one.compared(), Optional.of(at(since)),
                one.sentence()));
    }

    private static ConditionTurn critical(int minute, State state) {
        return new ConditionTurn(at(minute), Episodes.rule(Severity.CRITICAL, state, 95));
    }

    private static ConditionTurn alarm(int minute, State state) {
        return new ConditionTurn(at(minute), cloud(state, at(minute)));
    }

    private static Condition rule(State state, double cpu) {
        return Episodes.rule(Severity.WARNING, state, cpu);
    }

    private static Condition cloud(State state, Instant since) {
        return Episodes.alarm(Severity.WARNING, state, since);
    }

    private Occurrences with(List<Occurrence> kept) {
        return new Occurrences(new Lifecycle(Optional.empty()), () -> new UUID(1, names.incrementAndGet()), kept);
    }

    private static Instant at(int minute) {
        return NOON.plus(Duration.ofMinutes(minute));
    }
}
