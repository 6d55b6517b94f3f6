package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

class HelpWordsTest {

    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    @Test
    void helpIsInTheLanguageThatIsAskedFor() {
        assertThat(Program.run("--help", "--lang", "ko").out()).startsWith("사용법: watchdeck").contains("명령:",
                "스택의 상태를 출력합니다", "이 도움말을 표시하고 끝냅니다").doesNotContain("Usage", "Exit code");
        assertThat(Program.run("--lang=ko", "export", "metrics", "--help").out())
                .startsWith("사용법: watchdeck export metrics").contains("기본은 csv").doesNotContain("by default");
        assertThat(Program.run("status", "--help", "--lang", "en").out()).startsWith("Usage: ")
                .doesNotContainPattern(HANGUL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void aCommandSpeaksForWhomItIsAsked(String language) {
        assertThat(HANGUL.matcher(Program.run("check", "--help", "--lang", language).out()).find())
                .isEqualTo(language.equals("ko"));
    }

    @Test
    void everyCommandOptionAndParameterIsToldInKorean() {
        CommandLine program = Main.commandLine();
        program.setResourceBundle(HelpWords.korean());

        assertThat(commands(program).flatMap(HelpWordsTest::untold)).isEmpty();
    }

    /// A word that nothing asks for is one of an option that goes by another name now.
    @Test
    void noWordIsLeftOver() {
        CommandLine program = Main.commandLine();
        var words = new Noted(HelpWords.korean());
        program.setResourceBundle(words);
        assertThat(words.asked).as("what nobody has asked for").isEmpty();

        assertThat(commands(program).map(CommandLine::getUsageMessage)).isNotEmpty();

        assertThat(words.keySet()).hasSizeGreaterThan(40).allMatch(words.asked::contains);
    }

    /// Notes of which keys the words are asked for.
    private static final class Noted extends ResourceBundle {

        private final ResourceBundle words;
        private final Set<String> asked = new HashSet<>();

        Noted(ResourceBundle words) {
            this.words = words;
        }

        @Override
        protected Object handleGetObject(String key) {
            asked.add(key);
            return words.getObject(key);
        }

        @Override
        public Enumeration<String> getKeys() {
            return words.getKeys();
        }

        @Override
        protected Set<String> handleKeySet() {
            return words.keySet();
        }
    }

    private static Stream<CommandLine> commands(CommandLine above) {
        return Stream.concat(Stream.of(above), above.getSubcommands().values().stream()
                .filter(one -> !one.getCommandSpec().usageMessage().hidden()).flatMap(HelpWordsTest::commands));
    }

    private static Stream<String> untold(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Stream<String> own = isTold(spec.usageMessage().description()) ? Stream.empty()
                : Stream.of(spec.qualifiedName());
        Stream<ArgSpec> parts = Stream.concat(spec.options().stream(), spec.positionalParameters().stream());
        return Stream.concat(own, parts.filter(one -> !one.hidden() && !isTold(one.description()))
                .map(one -> spec.qualifiedName() + " " + one));
    }

    private static boolean isTold(String... said) {
        return HANGUL.matcher(Arrays.toString(said)).find();
    }
}
