package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WindowPlaceTest {

    private static final Rectangle2D LEFT = new Rectangle2D(-1920, 0, 1920, 1080);
    private static final Rectangle2D PRIMARY = new Rectangle2D(0, 32, 2560, 1408);

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenIsReadAgain(boolean maximized) throws IOException {
        var place = new WindowPlace(new Rectangle2D(-1800.5, 40, 1440, 900), maximized);

        place.write(data);

        assertThat(WindowPlace.read(data)).contains(place);
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x=1", "x=a\ny=0\nwidth=1440\nheight=900", "x=NaN\ny=0\nwidth=1440\nheight=900"})
    void whatCannotBeUsedIsAsIfItWereNotThere(String text) throws IOException {
        Files.writeString(data.resolve("window.properties"), text);

        assertThat(WindowPlace.read(data)).isEmpty();
    }

    @Test
    void aFolderWithoutItHasNone() {
        assertThat(WindowPlace.read(data.resolve("nowhere"))).isEmpty();
    }

    @Test
    void aWindowIsNeverSmallerThanItCanBe() throws IOException {
        new WindowPlace(new Rectangle2D(0, 0, 10, 10), false).write(data);

        assertThat(WindowPlace.read(data).orElseThrow().bounds()).isEqualTo(new Rectangle2D(0, 0, 900, 600));
    }

    @ParameterizedTest
    @CsvSource({"100,100,true", "-1800,0,true", "2400,100,true", "2500,100,false", "100,0,false", "100,1430,false",
            "-3250,10,true", "-3400,10,false"})
    void aPersonMustBeAbleToTakeHoldOfIt(double x, double y, boolean there) {
        var place = new WindowPlace(new Rectangle2D(x, y, 1440, 900), false);

        assertThat(place.isOn(List.of(LEFT, PRIMARY))).isEqualTo(there);
    }

    @Test
    void theScreenThatItStoodOnMayHaveGone() {
        var place = new WindowPlace(new Rectangle2D(-1800, 40, 1440, 900), false);

        assertThat(place.isOn(List.of(LEFT, PRIMARY))).isTrue();
        assertThat(place.isOn(List.of(PRIMARY))).isFalse();
    }
}
