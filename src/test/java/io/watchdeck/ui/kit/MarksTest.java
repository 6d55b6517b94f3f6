package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d");

    private final Marks<String> marks = new Marks<>();

    @Test
    void aMarkStaysWhileAFilterHidesItsRowAndThatIsCounted() {
        marks.show(ALL, ALL);
        marks.toggle("b");
        marks.toggle("d");

        marks.show(List.of("d", "a"), ALL);

        assertThat(marks.markedProperty().get()).containsExactlyInAnyOrder("b", "d");
        assertThat(marks.hiddenProperty().get()).isEqualTo(1);
        assertThat(marks.of(ALL, Function.identity())).as("in the order of the rows").containsExactly("b", "d");
        marks.show(ALL, ALL);
        assertThat(marks.hiddenProperty().get()).isZero();
    }

    @Test
    void whatIsThereNoLongerIsNotMarked() {
        marks.show(ALL, ALL);
        marks.toggle("b");

        marks.show(List.of("a"), List.of("a", "c"));

        assertThat(marks.markedProperty().get()).isEmpty();
    }

    @Test
    void allThatAreListedAreMarkedOrNoneOfThemWhereAllAre() {
        marks.show(List.of("a", "b"), ALL);
        marks.toggle("b");
        marks.toggleListed();
        assertThat(marks.markedProperty().get()).containsExactlyInAnyOrder("a", "b");
        assertThat(marks.allProperty().get()).isTrue();

        marks.show(ALL, ALL);
        assertThat(marks.allProperty().get()).isFalse();
        marks.show(List.of("b"), ALL);
        marks.toggleListed();
        assertThat(marks.markedProperty().get()).as("what is hidden keeps its mark").containsExactly("a");
    }

    @Test
    void theSameTableInAnotherLanguageGoesOnWithTheMarks() {
        marks.show(ALL, ALL);
        marks.toggle("c");
        var other = new Marks<String>();
        other.goOn(marks);
        other.show(ALL, ALL);

        assertThat(other.contains("c")).isTrue();
        assertThat(other.clear()).isTrue();
        assertThat(other.clear()).isFalse();
        assertThat(marks.contains("c")).isTrue();
    }
}
