package io.watchdeck.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class QuietHoursTest {

    private static boolean at(String time, String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to)).contains(LocalTime.parse(time));
    }

    @Test
    void lastFromTheFirstMomentToTheOneBeforeTheLast() {
        assertThat(at("12:59", "13:00", "14:00")).isFalse();
        assertThat(at("13:00", "13:00", "14:00")).isTrue();
        assertThat(at("13:59", "13:00", "14:00")).isTrue();
        assertThat(at("14:00", "13:00", "14:00")).isFalse();
    }

    @Test
    void mayLastOverMidnight() {
        assertThat(at("21:59", "22:00", "07:00")).isFalse();
        assertThat(at("22:00", "22:00", "07:00")).isTrue();
        assertThat(at("00:00", "22:00", "07:00")).isTrue();
        assertThat(at("06:59", "22:00", "07:00")).isTrue();
        assertThat(at("07:00", "22:00", "07:00")).isFalse();
    }
}
