package io.watchdeck.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.RuleSpec;
import io.watchdeck.ui.Snapshots;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The texts themselves: that every one can be said, and that every phrase of the product has one.
class BundleTest {

    static List<Bundle> all() {
        return Bundle.all();
    }

    static List<Bundle> translations() {
        return Bundle.translations();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyTextIsAMessage(Bundle bundle) {
        Object[] numbers = IntStream.range(1, 11).boxed().toArray();

        assertThat(bundle.messages()).allSatisfy((key, text) -> assertThat(
                new MessageFormat(text, Locale.ENGLISH).format(numbers)).as(key).isNotBlank().doesNotContain("{"));
    }

    /// The second would silently be taken for the first.
    @ParameterizedTest
    @MethodSource("all")
    void noKeyStandsTwice(Bundle bundle) {
        assertThat(bundle.keysAsWritten()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyApostropheIsWrittenTwice(Bundle bundle) {
        assertThat(bundle.messages()).allSatisfy((key, text) -> assertThat(text.replace("''", "")).as(key)
                .doesNotContain("'"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFormatOfATimeCanBeUsed(Bundle bundle) {
        var moment = ZonedDateTime.of(2026, 9, 22, 13, 42, 0, 0, ZoneId.of("Asia/Seoul"));

        assertThat(bundle.texts().entrySet().stream().filter(text -> text.getKey().startsWith("format.")))
                .allSatisfy(text -> assertThat(DateTimeFormatter.ofPattern(text.getValue(), Locale.ENGLISH)
                        .format(moment)).containsPattern(switch (text.getKey()) {
                            case "format.month" -> "Sep|9";
                            case "format.year" -> "2026";
                            default -> "22";
                        }));
    }

    @ParameterizedTest
    @MethodSource("translations")
    void aTranslationSaysTheSameArguments(Bundle translation) {
        var base = Bundle.base().texts();

        assertThat(base.keySet()).containsAll(translation.texts().keySet());
        assertThat(translation.messages()).allSatisfy((key, text) -> assertThat(Bundle.arguments(text)).as(key)
                .isSubsetOf(Bundle.arguments(base.get(key)))
                .as(key + " (a choice of plurals may be left out)").containsAll(Bundle.said(base.get(key))));
    }

    /// What is the same in both languages is written twice too: so nothing is forgotten unseen.
    @ParameterizedTest
    @MethodSource("translations")
    void everyLanguageHasTheSameTexts(Bundle translation) {
        assertThat(translation.texts().keySet()).containsExactlyElementsOf(Bundle.base().texts().keySet());
    }

    /// What ends is a task or a draining; an alarm is resolved, and a person's word holds until a time.
    @Test
    void koreanHasOneTermForAnAlarmThatIsOver() {
        var korean = translations().stream().filter(one -> one.name().equals("words_ko.properties")).findFirst()
                .orElseThrow().texts();

        assertThat(List.of("held.over", "ui.open.resolved", "ui.alarms.group.resolved", "ui.alarms.head.resolved",
                "ui.alarms.badge.resolved", "ui.alarms.none.resolved", "ui.alarms.none.resolved.earlier",
                "ui.alarms.told.over", "ui.alarms.told.wasOver", "ui.alarms.dialog.over", "ui.alarms.form.waits"))
                .allSatisfy(key -> assertThat(korean.get(key)).as(key).contains("해소"));
        assertThat(korean.entrySet().stream()
                .filter(text -> Stream.of("ui.alarms.", "ui.open.", "held.").anyMatch(text.getKey()::startsWith)))
                .allSatisfy(text -> assertThat(text.getValue()).as(text.getKey()).doesNotContain("종료"));
    }

    /// Behind what is put in, whose last letter nobody knows, stands a word of the text: "{0} 파일을" and not "{0}을(를)".
    @Test
    void koreanLeavesNoParticleToTheReader() {
        var korean = translations().stream().filter(one -> one.name().equals("words_ko.properties")).findFirst()
                .orElseThrow().texts();

        assertThat(korean.values()).noneMatch(
                text -> text.matches("(?s).*(\\(으\\)로|\\(이\\)|[이을은과]\\([가를는와]\\)|[가를는와]\\([이을은과]\\)).*"));
    }

    @Test
    void everyRuleOfOursHasWords() {
        assertThat(Bundle.base().texts().keySet()).containsAll(DefaultRules.effective(Snapshots.file("glimpse-prod"))
                .stream().filter(rule -> rule.origin() == RuleSpec.Origin.OURS).map(rule -> "rule." + rule.name())
                .toList());
    }

    @Test
    void everyPhraseOfTheSourcesHasAText() {
        List<String> keys = Bundle.keysInSources();

        assertThat(keys).hasSizeGreaterThan(40).contains("verdict.fine", "failure.denied", "failure.aws.sso");
        assertThat(Bundle.base().texts().keySet()).containsAll(keys);
    }

    @Test
    void everyMetricAndUnitHasAText() {
        var keys = Bundle.base().texts().keySet();

        assertThat(keys).containsAll(MetricCatalogue.standard().ids().stream().map(id -> "metric." + id).toList());
        assertThat(keys).containsAll(Arrays.stream(Unit.values()).map(unit -> "amount." + unit).toList());
        assertThat(keys).contains("amount.MILLISECONDS");
    }

    @Test
    void everySeverityThatCanBeSharedIsSaidOfOneAndOfMany() {
        assertThat(Bundle.base().texts().keySet()).containsAll(
                Stream.of(Severity.UNKNOWN, Severity.WARNING, Severity.CRITICAL)
                        .flatMap(one -> Stream.of("overall.also." + one.word(), "overall.also." + one.word() + ".many"))
                        .toList());
    }

    @Test
    void everySeverityAndKindOfFailureHasAText() {
        var keys = Bundle.base().texts().keySet();

        assertThat(keys).containsAll(Arrays.stream(Severity.values()).map(one -> "severity." + one.word()).toList());
        assertThat(keys).containsAll(Arrays.stream(Failure.Kind.values()).map(kind -> "failure." + kind.word())
                .collect(Collectors.toSet()));
    }
}
