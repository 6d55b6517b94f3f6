package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SnapshotCommandTest {

    @TempDir
    Path folder;

    /// JavaFX's headless screen is a thousand pixels high.
    @Test
    void aPictureMayBeHigherThanTheScreenOfTheHeadlessToolkit() throws IOException {
        Program.Result result = Program.start(folder, Map.of(), "snapshot", "--sandbox", "--screen", "overview",
                "--theme", "dark", "--size", "1440x1500", "--out", folder.toString());

        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.code()).isZero();
        BufferedImage picture = ImageIO.read(folder.resolve("overview-dark-1440x1500.png").toFile());
        assertThat(picture.getWidth()).isEqualTo(1440);
        assertThat(picture.getHeight()).isEqualTo(1500);
        assertThat(IntStream.range(0, 1440).map(x -> picture.getRGB(x, 1485)).distinct().count())
                .as("colours of the status bar, at the foot").isGreaterThan(2);
    }

    @Test
    void aFolderThatIsNotThereIsNoPictureOfIt() {
        Program.Result result = Program.run("snapshot", "--stacks", folder.resolve("nope").toString(), "--out",
                folder.resolve("out").toString());

        assertThat(result.code()).isEqualTo(ExitCode.NO_INPUT);
        assertThat(result.err()).contains("There is no such folder.");
        assertThat(folder).isEmptyDirectory();
    }
}
