package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalWidthTest {

    @Test
    void hangulTakesTwoColumnsAndAMarkNone() {
        assertThat(TerminalWidth.of("cost")).isEqualTo(4);
        assertThat(TerminalWidth.of("비용")).isEqualTo(4);
        assertThat(TerminalWidth.of("가장 오래된 값")).isEqualTo(14);
        assertThat(TerminalWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TerminalWidth.of("①–“")).isEqualTo(3);
    }

    @Test
    void figuresOfStatusStandInOneColumnInKoreanToo() {
        Program.Result result = Program.run("--sandbox", "--lang", "ko", "status", "sesami-prod");

        assertThat(result.out().lines().filter(line -> line.startsWith("  ") && !line.startsWith("   ")
                && !line.startsWith("  ?") && !line.startsWith("  -"))).hasSizeGreaterThan(4).anyMatch(
                        line -> line.contains("비용"))
                .allSatisfy(line -> {
                    int column = line.stripTrailing().indexOf("   ");
                    String name = line.substring(0, column);
                    String rest = line.substring(column);
                    int spaces = rest.length() - rest.stripLeading().length();
                    assertThat(TerminalWidth.of(name) + spaces).as(line).isEqualTo(41);
                });
    }
}
