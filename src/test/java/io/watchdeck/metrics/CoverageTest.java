package io.watchdeck.metrics;

import static io.watchdeck.metrics.Points.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.TimeRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void theFirstIsAlone() {
        assertThat(Coverage.together(List.of(), read(0, 5))).containsExactly(read(0, 5));
    }

    @Test
    void neighboursThatSayTheSameBecomeOne() {
        assertThat(Coverage.together(List.of(read(0, 5)), read(5, 6))).containsExactly(read(0, 6));
        assertThat(Coverage.together(List.of(read(5, 6)), read(0, 5))).containsExactly(read(0, 6));
        assertThat(Coverage.together(List.of(read(0, 5), read(6, 9)), read(5, 6))).containsExactly(read(0, 9));
        assertThat(Coverage.together(List.of(missed(0, 5)), missed(3, 9))).containsExactly(missed(0, 9));
    }

    @Test
    void otherReasonsAndGapsStayApart() {
        assertThat(Coverage.together(List.of(read(0, 5)), missed(5, 6))).containsExactly(read(0, 5), missed(5, 6));
        assertThat(Coverage.together(List.of(read(0, 5)), read(6, 7))).containsExactly(read(0, 5), read(6, 7));
        var denied = Coverage.missed(new TimeRange(at(5), at(6)), Failure.Kind.DENIED);
        assertThat(Coverage.together(List.of(missed(0, 5)), denied)).containsExactly(missed(0, 5), denied);
    }

    @Test
    void theNewerReplacesWhatItCovers() {
        assertThat(Coverage.together(List.of(missed(0, 9)), read(3, 5))).containsExactly(missed(0, 3), read(3, 5),
                missed(5, 9));
        assertThat(Coverage.together(List.of(missed(3, 5)), read(0, 9))).containsExactly(read(0, 9));
        assertThat(Coverage.together(List.of(missed(0, 4), read(4, 8)), missed(2, 6))).containsExactly(missed(0, 6),
                read(6, 8));
    }

    @Test
    void isCutToARange() {
        assertThat(read(0, 9).within(new TimeRange(at(3), at(20)))).contains(read(3, 9));
        assertThat(read(0, 9).within(new TimeRange(at(9), at(20)))).isEmpty();
    }

    private static Coverage read(int from, int to) {
        return Coverage.read(new TimeRange(at(from), at(to)));
    }

    private static Coverage missed(int from, int to) {
        return Coverage.missed(new TimeRange(at(from), at(to)), Failure.Kind.EXPIRED);
    }
}
