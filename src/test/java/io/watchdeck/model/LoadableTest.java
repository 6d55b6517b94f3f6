package io.watchdeck.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Loadable.Failed;
import io.watchdeck.model.Loadable.Loading;
import io.watchdeck.model.Loadable.Ready;
import io.watchdeck.model.Loadable.Stale;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

class LoadableTest {

    private static final Instant T1 = Instant.parse("2026-09-22T04:41:00Z");
    private static final Instant T2 = Instant.parse("2026-09-22T04:42:00Z");
    private static final Failure BEFORE = Failure.unreachable("before");

    private static final Loadable<String> LOADING = Loadable.loading();
    private static final Loadable<String> READY = new Ready<>("old", T1);
    private static final Loadable<String> STALE = new Stale<>("old", T1, BEFORE);
    private static final Loadable<String> FAILED = new Failed<>(BEFORE, T1);

    static Stream<Loadable<String>> everyState() {
        return Stream.of(LOADING, READY, STALE, FAILED);
    }

    /// Every state met by every kind of failure.
    static Stream<Arguments> everyFailure() {
        return everyState().flatMap(state -> EnumSet.allOf(Kind.class).stream().map(kind -> Arguments.of(state, kind)));
    }

    @ParameterizedTest
    @MethodSource("everyState")
    void anAnswerIsReadyWhateverWasBefore(Loadable<String> before) {
        assertThat(before.then(Reading.known("new", T2))).isEqualTo(new Ready<>("new", T2));
    }

    @ParameterizedTest
    @MethodSource("everyFailure")
    void aFailureKeepsTheOldValueOnlyWhereItStillSpeaksOfTheThing(Loadable<String> before, Kind kind) {
        Failure failure = failure(kind);
        boolean stillTrue = EnumSet.of(Kind.EXPIRED, Kind.DENIED, Kind.THROTTLED, Kind.UNREACHABLE, Kind.CAPPED,
                Kind.UNEXPECTED)
                .contains(kind);
        boolean hasValue = before == READY || before == STALE;

        assertThat(before.then(Reading.unknown(failure, T2))).isEqualTo(stillTrue && hasValue
                ? new Stale<>("old", T1, failure) : new Failed<>(failure, T2));
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"NOT_FOUND", "WRONG_ACCOUNT", "NOT_KEPT", "ABSENT"}, mode = Mode.INCLUDE)
    void whatIsGoneStaysGoneThoughALaterTryFailsForAnotherReason(Kind kind) {
        Loadable<String> gone = READY.then(Reading.unknown(failure(kind), T2));

        assertThat(gone.then(Reading.unknown(BEFORE, T2)).latest()).isEmpty();
    }

    @Test
    void aReadingBecomesAState() {
        assertThat(Loadable.of(Reading.known("new", T2))).isEqualTo(new Ready<>("new", T2));
        assertThat(Loadable.of(Reading.unknown(BEFORE, T2))).isEqualTo(new Failed<>(BEFORE, T2));
    }

    @Test
    void theLatestValueIsThatOfTheLastGoodAnswer() {
        assertThat(everyState().map(Loadable::latest)).containsExactly(Optional.empty(), Optional.of("old"),
                Optional.of("old"), Optional.empty());
        assertThat(everyState().map(Loadable::latestAsOf)).containsExactly(Optional.empty(), Optional.of(T1),
                Optional.of(T1), Optional.empty());
    }

    @Test
    void theProblemIsThatOfTheLastTry() {
        assertThat(everyState().map(Loadable::problem)).containsExactly(Optional.empty(), Optional.empty(),
                Optional.of(BEFORE), Optional.of(BEFORE));
    }

    @Test
    void mapChangesTheValueAndNothingElse() {
        assertThat(everyState().map(state -> state.map(String::length))).containsExactly(new Loading<>(),
                new Ready<>(3, T1), new Stale<>(3, T1, BEFORE), new Failed<>(BEFORE, T1));
    }

    @Test
    void flatMapTakesTheTimeOfTheInnerValue() {
        assertThat(everyState().map(state -> state.flatMap(text -> Reading.known(text.length(), T2)))).containsExactly(
                new Loading<>(), new Ready<>(3, T2), new Stale<>(3, T2, BEFORE), new Failed<>(BEFORE, T1));
    }

    @Test
    void flatMapOfAValueWithoutTheFigureFails() {
        assertThat(READY.flatMap(_ -> Reading.<Integer>unknown(Failure.absent(), T2)))
                .isEqualTo(new Failed<>(Failure.absent(), T2));
    }

    /// Whether the figure is still absent nobody knows, because the last try failed.
    @Test
    void flatMapOfAStaleValueWithoutTheFigureTellsWhyNothingNewCame() {
        assertThat(STALE.flatMap(_ -> Reading.<Integer>unknown(Failure.absent(), T2)))
                .isEqualTo(new Failed<>(BEFORE, T2));
    }

    private static Failure failure(Kind kind) {
        return new Failure(kind, Phrase.of("failure." + kind.word()), Optional.empty(), Optional.empty(), "");
    }
}
