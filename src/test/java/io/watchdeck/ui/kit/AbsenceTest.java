package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AbsenceTest {

    private final Words words = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    @ParameterizedTest
    @EnumSource
    void everyKindOfFailureHasAWordOfItsOwn(Failure.Kind kind) {
        var failure = new Failure(kind, Failure.absent().sentence(), Optional.empty(),
                Optional.empty(), "");

        Absence absence = Absence.of(failure, words);

        assertThat(absence.word()).isNotBlank();
        assertThat(Arrays.stream(Failure.Kind.values()).filter(other -> other != kind))
                .noneMatch(other -> words.say("ui.absence." + other.word()).equals(absence.word()));
    }

    @Test
    void aThrottledFigureSaysWhenItIsTriedAgain() {
        Absence absence = Absence.of(Failure.throttled("cloudwatch:GetMetricData")
                .withRetryAt(Instant.parse("2026-09-22T13:44:00Z")), words);

        assertThat(absence.detail()).isEqualTo("next try 13:44");
        assertThat(absence.policyStatement()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"failure.aws.noProfile, No credentials", "failure.aws.noSource, No credentials",
            "failure.aws.process, No credentials",
            "failure.aws.clock, Wrong clock"})
    void nobodyIsToldToSignInWhereThatDoesNotHelp(String key, String word) {
        Absence absence = Absence.of(new Failure(Failure.Kind.EXPIRED, Phrase.of(key, "broken", "nowhere"),
                Optional.empty(), Optional.empty(), ""), words);

        assertThat(absence.word()).isEqualTo(word);
        assertThat(absence.detail()).isEqualTo("check this computer");
        assertThat(Absence.of(Failure.expired("p"), words).word()).isEqualTo("Signed out");
    }

    @Test
    void aDeniedFigureOffersTheStatementThatIsMissing() {
        assertThat(Absence.of(Failure.denied("rds:DescribeDBInstances"), words).policyStatement()).get().asString()
                .contains("\"Action\": \"rds:DescribeDBInstances\"");
    }

    @Test
    void whatNobodyAskedForIsNeitherAskingNorUnknownToThisVersion() {
        Absence absence = Absence.of(Failure.notAsked(), words);

        assertThat(absence.word()).isEqualTo("Not asked").isNotEqualTo(Absence.of(Failure.notKept(), words).word())
                .isNotEqualTo(Absence.asking(words).word());
        assertThat(absence.detail()).isEqualTo("open Cost to ask");
    }

    @Test
    void aStaleValueIsNotAbsent() {
        assertThat(Absence.of(new Loadable.Stale<>(1, Instant.EPOCH, Failure.expired("p")), words)).isEmpty();
    }
}
