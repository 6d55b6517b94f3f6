package io.watchdeck.stack;

import static io.watchdeck.stack.StackFiles.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.yaml.FileProblem;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the text, the answer is a stack or problems with a place in the text, never an exception.
class StackRobustnessTest {

    static List<String> shipped() {
        return ShippedStacks.names();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aFileCutOffAnywhereIsReadOrTold(String name) {
        String text = ShippedStacks.text(name);
        for (int end = 0; end < text.length(); end += 151) {
            answers(text.substring(0, end));
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void aFileWithAStrayCharacterIsReadOrTold(String name) {
        String text = ShippedStacks.text(name);
        Random random = new Random(1);
        String strays = "\t:-[]{}\"'&*!|>%@`#,?\n 9é티\uD83D";
        for (int i = 0; i < 40; i++) {
            int at = random.nextInt(text.length());
            answers(text.substring(0, at) + strays.charAt(random.nextInt(strays.length())) + text.substring(at + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"? {a: b}\n: c\n", "? [a]\n: c\n", "1: 2\n", "null: a\n", "~: a\n", "<<: {a: b}\n",
            "logGroups: !!set {a, b}\n", "logGroups: [!!binary aGk=]\n", "profile: !!int five\n", "profile: !x y\n",
            "%YAML 3.0\n", "---\n--- \n", "...\nx\n", "caches: [{id: a, nodes: 0x10}]\n", "plan: {total: .inf}\n",
            "plan: {total: .nan}\n", "plan: {total: 1e400}\n", "caches: [{id: a, nodes: 99999999999}]\n",
            "rules: [{name: R, metric: service.cpu, severity: notice, above: 1, period: 1e30}]\n",
            "rules: [{name: R, metric: service.cpu, severity: notice, above: 1, period: 999999999d}]\n",
            "rules: [{name: R, metric: service.cpu, severity: notice, above: [1]}]\n", "rules: [null]\n",
            "alarmSeverities: {[a]: notice}\n", "cost: {tags: {a: [b]}}\n", "cost: {tags: {a: 1}}\n"})
    void whatNobodyWritesIsTold(String line) {
        assertThat(answers(GOOD + line)).isNotEmpty();
    }

    private static List<FileProblem> answers(String text) {
        List<FileProblem> problems = StackFiles.reader().read("shop.yaml", text).complaints();
        long lines = text.lines().count() + 1;
        assertThat(problems).allSatisfy(problem -> {
            assertThat(problem.line()).isBetween(0, (int) lines);
            assertThat(problem.problem()).endsWith(".").doesNotContain("\n");
        });
        return problems;
    }
}
