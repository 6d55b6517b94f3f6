package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFilterTest {

    private static final FilterColumns COLUMNS = FilterColumns.named("stack", "state", "env", "why");
    private static final Map<String, String> ROW = Map.of("stack", "CodeMate codemate-dev", "state", "Critical",
            "env", "development DEV", "why", "Pipeline failed at 13:21");

    @ParameterizedTest
    @CsvSource({"'', true", "code, true", "CODEMATE, true", "code pipeline, true", "code missing, false",
            "!code, false", "!prod, true", "env:dev, true", "env:prod, false", "!env:dev, false", "!env:prod, true",
            "13:21, true", "13:22, false", "stack:, true", "!, true", "nocolumn:code, false"})
    void matches(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"pipeline failed\"', true", "'\"failed pipeline\"', false",
            "'!\"pipeline failed\"', false", "'why:\"failed at\"', true", "'env:\"failed at\"', false",
            "'\"pipeline fai', true", "'\"', true", "'\"\" code', true", "'\"failed at\" !code', false"})
    void aQuoteHoldsWordsTogetherAlsoWhileItsEndIsNotTyped(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'',
            value = {"'\u201cpipeline failed\u201d', true", "'\u201cfailed pipeline\u201d', false",
                    "'why:\u201cfailed at\u201d', true", "'!\u201cpipeline failed\u201d', false",
                    "'\u201epipeline failed\u201c', true",
                    "'\u201cpipeline fai', true"})
    void aQuoteMayBeOneThatTheKeyboardHasRounded(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(ROW)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"'\"auto 2-6\"', true", "'\"auto 2\u20136\"', true", "2-6, true",
            "2-5, false", "'\"auto 2\"', true", "'!\"auto 2-6\"', false"})
    void aDashIsFoundByTheOneOfTheKeyboard(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(Map.of("why", "auto 2\u20136"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {"~^codemate, true", "~^mate, false", "~code|bowwow, true",
            "'!~^codemate', false", "'!~bowwow', true", "'why:~fail(ed|ing)', true", "'env:~fail', false",
            "'~[0-9]{2}:\\d\\d$', true", "'~\\D{40}', false", "'~\"failed at \\d+\"', true",
            "'~\"failed \\w+ \\d', true",
            "'~code ~pipe', true", "~, true", "'code why:~', true"})
    void aTildeIsForARegularExpression(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(ROW)).isEqualTo(expected);
        assertThat(problems(TextFilter.of(typed, COLUMNS))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"e:dev, true", "e:prod, false", "st:critical, true", "st:codemate, true", "st:dev-, false",
            "!st:critical, false", "WHY:pipe, true"})
    void aColumnGoesByItsFirstLettersAndSeveralAreEachLookedAt(String typed, boolean expected) {
        assertThat(TextFilter.of(typed, COLUMNS).matches(ROW)).isEqualTo(expected);
    }

    @Test
    void aColumnGoesByItsNameInTheLanguageOfTheWindow() {
        var korean = FilterColumns.of(new Words(Locale.KOREAN, Snapshots.ZONE), List.of("state", "env"));

        assertThat(List.of("환경:dev", "환:dev", "env:dev", "environment:dev", "상태:critical"))
                .allMatch(typed -> TextFilter.of(typed, korean).matches(ROW));
        assertThat(TextFilter.of("상태:dev", korean).matches(ROW)).isFalse();
        assertThat(korean.said()).containsExactly("state (상태)", "env (environment, 환경)");
    }

    @Test
    void aColumnThatARowLacksHoldsNothing() {
        var row = Map.of("why", "zone us-east-1a");
        var columns = FilterColumns.named("why", "zone");

        assertThat(TextFilter.of("zone:1a", columns).matches(row)).isFalse();
        assertThat(TextFilter.of("!zone:1a", columns).matches(row)).isTrue();
    }

    @Test
    void aNameThatIsNoColumnIsToldAndLookedForAsItIsTyped() {
        var filter = TextFilter.of("nocolumn:code", COLUMNS);

        assertThat(problems(filter)).containsExactly(
                new FilterProblem(FilterProblem.Kind.NO_COLUMN, "nocolumn"));
        assertThat(filter.matches(Map.of("why", "the NoColumn:Code"))).isTrue();
        assertThat(problems(TextFilter.of("13:21 nocolumn: \"arn:aws\"", COLUMNS))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"~code(", "~[a", "~*", "~code{2", "why:~(", "!~("})
    void anExpressionThatIsNotCompleteIsToldAndLeftOut(String typed) {
        var filter = TextFilter.of(typed + " pipeline", COLUMNS);

        assertThat(problems(filter)).extracting(FilterProblem::kind)
                .containsExactly(FilterProblem.Kind.NOT_COMPLETE);
        assertThat(filter.matches(ROW)).isTrue();
        assertThat(TextFilter.of(typed + " missing", COLUMNS).matches(ROW)).isFalse();
    }

    @Test
    void anExpressionThatIsTooLongIsToldAndLeftOut() {
        var filter = TextFilter.of("~" + "x".repeat(TextFilter.LONGEST + 1), COLUMNS);

        assertThat(problems(filter)).extracting(FilterProblem::kind).containsExactly(FilterProblem.Kind.TOO_LONG);
        assertThat(filter.matches(ROW)).isTrue();
        assertThat(filter.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"~(a+)+$", "~(a*)*b", "~(a|aa)+$", "'~(.*a){20}b'", "!~(a|aa)*b", "~^{2000000000}", "~(){999999999}",
            "~((^{999}){999}){999}"})
    void anExpressionThatTakesTooLongIsGivenUpToldAndLeftOut(String typed) {
        var filter = TextFilter.of(typed, COLUMNS);
        var row = Map.of("why", "a".repeat(3_000) + "!");

        assertThat(filter.matches(row)).isTrue();
        assertThat(problems(filter)).extracting(FilterProblem::kind).containsExactly(FilterProblem.Kind.TOO_SLOW);
        assertThat(filter.matches(ROW)).isTrue();
        assertThat(filter.isEmpty()).isTrue();
    }

    @Test
    void anExpressionThatCountsAFewIsLookedFor() {
        assertThat(TextFilter.of("~\\d{3}.{2,20}x", COLUMNS).matches(Map.of("why", "503 at ax"))).isTrue();
    }

    @Test
    void anOrdinaryExpressionOverThousandsOfRowsIsNotGivenUp() {
        var filter = TextFilter.of("~.*failed.*at.*missing", COLUMNS);

        assertThat(IntStream.range(0, 5_000).filter(_ -> filter.matches(ROW))).isEmpty();
        assertThat(problems(filter)).isEmpty();
    }

    @Test
    void whatIsSlowInEachOfManyRowsIsGivenUpThoughNoneIsTooSlowByItself() {
        var filter = TextFilter.of("~(x|y)*.*z.*q", COLUMNS);
        var row = Map.of("why", "xyz".repeat(30));

        assertThat(IntStream.range(0, 2_000).filter(_ -> filter.matches(row)).count()).isPositive();
        assertThat(problems(filter)).extracting(FilterProblem::kind).containsExactly(FilterProblem.Kind.TOO_SLOW);
    }

    private static List<FilterProblem> problems(TextFilter filter) {
        return filter.problemsProperty().get();
    }
}
