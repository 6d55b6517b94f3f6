package io.watchdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import org.junit.jupiter.api.Test;

class ChimeTest {

    private static int crossings(ShortBuffer samples, int from, int to) {
        int crossings = 0;
        for (int i = from + 1; i < to; i++) {
            crossings += samples.get(i - 1) < 0 != samples.get(i) < 0 ? 1 : 0;
        }
        return crossings;
    }

    @Test
    void twoSoftTonesTheSecondLowerAndNoClick() {
        ShortBuffer samples = ByteBuffer.wrap(Chime.tones()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        int half = samples.limit() / 2;
        int loudest = 0;
        for (int i = 0; i < samples.limit(); i++) {
            loudest = Math.max(loudest, Math.abs(samples.get(i)));
        }

        assertThat(samples.limit()).isBetween(15_000, 25_000);
        assertThat(loudest).isBetween(Short.MAX_VALUE / 4, Short.MAX_VALUE / 2);
        assertThat(crossings(samples, half, samples.limit())).isBetween(1, crossings(samples, 0, half) * 4 / 5);
        assertThat((int) samples.get(0)).isZero();
        assertThat(Math.abs(samples.get(samples.limit() - 1))).isLessThan(200);
    }
}
