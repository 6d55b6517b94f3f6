package io.watchdeck.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static Map<String, Integer> hashes(int count) {
        var all = new HashMap<String, Integer>();
        for (int i = 0; i < count; i++) {
            all.put("%064d".formatted(i), 2);
        }
        return all;
    }

    @Test
    void theJournalKeepsAsManyHashesAsItCan() {
        Baseline all = Baseline.ofMessages(2L * Baseline.MOST_HASHES, hashes(Baseline.MOST_HASHES));

        assertThat(all.bounded()).isEqualTo(all);
        assertThat(all.knowsBodies()).isTrue();
    }

    @Test
    void ofAHundredThousandItKeepsSomeAndSaysHowManyItLeavesOut() {
        Baseline all = Baseline.ofMessages(200_000, hashes(100_000));
        Baseline kept = all.bounded();

        assertThat(kept.hashes()).hasSize(Baseline.MOST_HASHES);
        assertThat(kept.unlisted()).isEqualTo(200_000 - 2L * Baseline.MOST_HASHES);
        assertThat(kept.messages()).isEqualTo(all.messages());
        assertThat(kept.knowsBodies()).isFalse();
        assertThat(kept.bounded()).isEqualTo(kept);
    }

    @Test
    void whereNobodyLookedNoBodyIsKnown() {
        assertThat(Baseline.none().knowsBodies()).isFalse();
    }
}
