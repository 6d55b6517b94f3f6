package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class RowsTest {

    private record Fact(String key, int value) {}

    private final Rows<String, Fact> rows = new Rows<>(Fact::key);

    @Test
    void aRowStaysTheSameWhileItsTextChanges() {
        rows.show(List.of(new Fact("a", 1), new Fact("b", 1)));
        Row<String, Fact> first = rows.shown().getFirst();
        var changes = new ArrayList<Object>();
        rows.shown().addListener((ListChangeListener<Object>) changes::add);

        rows.show(List.of(new Fact("a", 2), new Fact("b", 1)));

        assertThat(rows.shown().getFirst()).isSameAs(first);
        assertThat(first.facts().value()).isEqualTo(2);
        assertThat(changes).isEmpty();
    }

    @Test
    void anotherOrderIsAPermutation() {
        rows.show(List.of(new Fact("a", 1), new Fact("b", 1), new Fact("c", 1)));
        var permuted = new ArrayList<Boolean>();
        rows.shown().addListener((ListChangeListener<Object>) change -> {
            while (change.next()) {
                permuted.add(change.wasPermutated());
            }
        });

        rows.show(List.of(new Fact("c", 1), new Fact("a", 1), new Fact("b", 1)));

        assertThat(rows.facts()).extracting(Fact::key).containsExactly("c", "a", "b");
        assertThat(permuted).containsExactly(true);
    }

    @Test
    void whatIsNotWantedGoesAndWhatIsNewComesInItsPlace() {
        rows.show(List.of(new Fact("a", 1), new Fact("b", 1)));

        rows.show(List.of(new Fact("c", 1), new Fact("b", 1)));

        assertThat(rows.facts()).extracting(Fact::key).containsExactly("c", "b");
        assertThat(rows.find("a")).isEmpty();
    }
}
