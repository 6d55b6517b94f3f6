package io.watchdeck.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant NOON = Instant.parse("2026-09-22T04:42:07Z");

    private final Words english = new Words(Locale.ENGLISH, SEOUL);
    private final Words korean = new Words(Locale.KOREAN, SEOUL);

    @ParameterizedTest
    @CsvSource({
            "PT-1S,     0 s",
            "PT0S,      0 s",
            "PT59.9S,   59 s",
            "PT1M,      1 min",
            "PT59M59S,  59 min",
            "PT1H,      1 h",
            "PT2H5M,    2 h 5 min",
            "PT23H59M,  23 h 59 min",
            "P1D,       1 d",
            "P13DT2H,   13 d 2 h",
            "P1DT59M,   1 d",
            "P1234D,    1234 d"})
    void aSpanHasItsTwoLargestUnits(Duration span, String said) {
        assertThat(english.span(span)).isEqualTo(said);
    }

    @Test
    void listsAreOfTheLanguage() {
        var words = new Words(Locale.ENGLISH, ZoneId.of("UTC"));

        assertThat(words.list(List.of())).isEmpty();
        assertThat(words.list(List.of("a", "b", "c"))).isEqualTo("a, b, c");
        assertThat(words.either(List.of("x", "y"))).isEqualTo("x · y");
    }

    @Test
    void timesAreThoseOfTheZone() {
        assertThat(english.clock(NOON)).isEqualTo("13:42");
        assertThat(english.clockSeconds(NOON)).isEqualTo("13:42:07");
        assertThat(new Words(Locale.ENGLISH, ZoneId.of("America/New_York")).clock(NOON)).isEqualTo("00:42");
    }

    @Test
    void whatIsNearlyAYearAwayHasItsYear() {
        assertThat(english.when(NOON, NOON)).isEqualTo("13:42");
        assertThat(english.when(NOON.minus(Duration.ofDays(2)), NOON)).isEqualTo("Sun 13:42");
        assertThat(english.when(NOON.minus(Duration.ofDays(300)), NOON)).isEqualTo("26 Nov 13:42");
        assertThat(english.when(NOON.minus(Duration.ofDays(365)), NOON)).isEqualTo("22 Sep 2025 13:42");
        assertThat(english.when(NOON.plus(Duration.ofDays(365)), NOON)).isEqualTo("22 Sep 2027 13:42");
        assertThat(english.whenSeconds(NOON.minus(Duration.ofDays(731)), NOON)).isEqualTo("21 Sep 2024 13:42:07");
        assertThat(korean.when(NOON.minus(Duration.ofDays(365)), NOON)).isEqualTo("2025년 9월 22일 13:42");
    }

    @Test
    void aMomentHasDayAndZone() {
        assertThat(english.moment(NOON)).isEqualTo("Tue 22 Sep 2026 13:42 KST");
        assertThat(korean.moment(NOON)).contains("2026").contains("13:42").contains("22").contains("화");
    }

    @Test
    void aDayIsSaidInTheLanguage() {
        assertThat(english.day(LocalDate.of(2026, 9, 21))).isEqualTo("21 Sep");
        assertThat(korean.day(LocalDate.of(2026, 9, 21))).contains("9월").contains("21");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "9.94, 9.9", "9.96, 10", "3, 3", "10.4, 10", "0.05, 0.1", "0.04, 0", "-0.04, 0", "-2.5, -2.5"})
    void aSmallNumberHasOneDigitAfterThePoint(double number, String said) {
        assertThat(english.number(number)).isEqualTo(said);
    }

    @Test
    void largeNumbersAreGrouped() {
        assertThat(english.number(1850)).isEqualTo("1,850");
        assertThat(korean.number(1234567.4)).isEqualTo("1,234,567");
        assertThat(english.number(1850.125, 2)).isEqualTo("1,850.13");
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "1234.5, '$1,234.50'", "0.005, $0.01", "-5, -$5.00", "-0.001, $0.00"})
    void dollarsHaveTwoDigitsAndTheSignFirst(BigDecimal amount, String said) {
        Money money = new Money(amount, Currency.getInstance("USD"));

        assertThat(english.money(money)).isEqualTo(said);
        assertThat(korean.money(money)).isEqualTo(said);
    }

    @Test
    void otherCurrenciesAreSaidByTheirCode() {
        assertThat(english.money(new Money(new BigDecimal("129000"), Currency.getInstance("KRW")), 0))
                .isEqualTo("KRW 129,000");
    }

    @Test
    void anArgumentIsSaidInTheSameLanguageAsItsPhrase() {
        assertThat(english.say(Phrase.of("overall.reason", "Sesami prod", Phrase.of("failure.stale",
                Duration.ofMinutes(2), Duration.ofSeconds(20)))))
                .isEqualTo("Sesami prod: Nothing came for 2 min, though it is read every 20 s");
        assertThat(english.say("overall.reason", Severity.CRITICAL, NOON)).isEqualTo("Critical: 13:42");
        assertThat(english.say("overall.reason", Money.usd("2"), LocalDate.of(2026, 9, 21))).isEqualTo("$2.00: 21 Sep");
    }

    @Test
    void oneIsSaidInTheSingular() {
        assertThat(english.say("condition.deadLetters", 1)).isEqualTo("1 dead letter");
        assertThat(english.say("condition.deadLetters", 0)).isEqualTo("0 dead letters");
        assertThat(english.say("condition.deadLetters", 2700)).isEqualTo("2,700 dead letters");
    }

    @Test
    void anApostropheIsSaid() {
        assertThat(english.say("failure.aws.clock")).contains("computer's");
    }

    @Test
    void anUnknownKeyIsAMistakeAndSaidLoudly() {
        assertThatThrownBy(() -> english.say("no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aLanguageThatIsNotSpokenIsEnglish() {
        assertThat(new Words(Locale.FRENCH, SEOUL).say("overall.fine")).isEqualTo("Everything is fine");
    }
}
