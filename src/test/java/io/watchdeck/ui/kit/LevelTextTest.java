package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LevelTextTest {

    private final LevelText text = new LevelText("limit 90", 50, 60, 60);

    @Test
    void knowsWhatWouldCoverIt() {
        assertThat(text.isCoveredBy(40, 42, 120, 36)).isTrue();
        assertThat(text.isCoveredBy(200, 55, 120, 36)).isFalse();
        assertThat(text.isCoveredBy(50, 22, 120, 20)).isFalse();
        assertThat(text.isCoveredBy(40, 70, 120, 36)).isFalse();
    }
}
