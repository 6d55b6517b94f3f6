package io.watchdeck.model;

import static io.watchdeck.model.Severity.CRITICAL;
import static io.watchdeck.model.Severity.FINE;
import static io.watchdeck.model.Severity.NOTICE;
import static io.watchdeck.model.Severity.UNKNOWN;
import static io.watchdeck.model.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

    @Test
    void notKnownOutweighsANoticeAndYieldsToAWarning() {
        assertThat(Arrays.stream(Severity.values()).sorted()).containsExactly(FINE, NOTICE, UNKNOWN, WARNING, CRITICAL);
    }

    @ParameterizedTest
    @CsvSource({"FINE, NOTICE, NOTICE", "UNKNOWN, NOTICE, UNKNOWN", "UNKNOWN, WARNING, WARNING",
            "CRITICAL, WARNING, CRITICAL", "FINE, FINE, FINE"})
    void theWorseOfTwoIsTheSameFromBothSides(Severity one, Severity other, Severity worse) {
        assertThat(one.worse(other)).isEqualTo(worse);
        assertThat(other.worse(one)).isEqualTo(worse);
    }

    @Test
    void isWrittenInLowerCaseInFiles() {
        assertThat(Arrays.stream(Severity.values()).map(Severity::word)).containsExactly("fine", "notice", "unknown",
                "warning", "critical");
    }
}
