package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.ui.Snapshots;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterColumnsTest {

    private static final List<String> ALL = List.of("alarm", "behind", "calls", "capacity", "component", "cpu", "db",
            "dlq", "env", "figure", "kind", "memory", "metric", "note", "provider", "queue", "queues", "reason",
            "region", "running", "said", "scaling", "service", "severity", "source", "stack", "state", "target",
            "task", "unit", "verdict", "where", "who", "why", "zone");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ko"})
    void aNameInWordsHoldsNoBlankSinceThatWouldEndIt(String language) {
        var words = new Words(Locale.of(language), Snapshots.ZONE);

        assertThat(ALL).allSatisfy(name -> assertThat(words.say("ui.filter.column." + name).split(",\\s*"))
                .allSatisfy(called -> assertThat(called).isNotBlank().doesNotContain(" ")));
    }

    @Test
    void theWholeNameIsMeantBeforeOneThatBeginsSo() {
        var columns = FilterColumns.named("queue", "queues");

        assertThat(columns.of("queue")).containsExactly("queue");
        assertThat(columns.of("Queues")).containsExactly("queues");
        assertThat(columns.of("q")).containsExactly("queue", "queues");
        assertThat(columns.of("x")).isEmpty();
    }
}
