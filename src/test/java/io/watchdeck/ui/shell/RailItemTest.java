package io.watchdeck.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

/// The names of stacks in the narrow rail. The toolkit measures them.
@ExtendWith(ApplicationExtension.class)
class RailItemTest {

    @Test
    void aShortNameStandsInOneLine() {
        assertThat(RailItem.brief("Sesami")).containsExactly("Sesami");
    }

    @Test
    void twoWordsStandInALineEach() {
        assertThat(RailItem.brief("CodeMate")).containsExactly("Code", "Mate");
        assertThat(RailItem.brief("BowWow")).containsExactly("Bow", "Wow");
        assertThat(RailItem.brief("shop-worker")).containsExactly("shop-", "worker");
    }

    @Test
    void oneLongWordIsDividedAndLosesNothingThatHasRoom() {
        assertThat(RailItem.brief("analyticals").getFirst()).hasSizeGreaterThan(5);
        assertThat(String.join("", RailItem.brief("analyticals"))).isEqualTo("analyticals");
    }

    @Test
    void whatHasNoRoomInTwoLinesEndsWithAnEllipsis() {
        assertThat(RailItem.brief("very-long-name-of-some-stack")).hasSize(2).last().asString().endsWith("…");
    }
}
