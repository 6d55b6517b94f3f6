package io.watchdeck.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrayTest {

    private static int solid(BufferedImage image) {
        int solid = 0;
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                solid += image.getRGB(x, y) >>> 24 > 128 ? 1 : 0;
            }
        }
        return solid;
    }

    private static BufferedImage image(int pixels, Tray.Look look) {
        return (BufferedImage) Tray.image(new Dimension(pixels, pixels), look);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 24, 48})
    void whatNeedsSomeoneIsFilledAndWhatIsFineIsAnOutline(int pixels) {
        int whole = pixels * pixels;

        assertThat(solid(image(pixels, Tray.Look.CRITICAL))).isGreaterThan(whole * 9 / 10);
        assertThat(solid(image(pixels, Tray.Look.FINE))).isBetween(whole / 10, whole * 2 / 3);
        assertThat(image(pixels, Tray.Look.WARNING).getRGB(pixels / 2, pixels / 8))
                .isNotEqualTo(image(pixels, Tray.Look.CRITICAL).getRGB(pixels / 2, pixels / 8));
    }

    @Test
    void aMachineWithoutADesktopHasNone() {
        assertThat(Tray.of(() -> {})).isEmpty();
    }
}
