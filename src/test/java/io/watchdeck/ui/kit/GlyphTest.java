package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class GlyphTest {

    private static final Pattern USE = Pattern.compile("\\bGlyph\\.([A-Z0-9_]+)");

    private static final float SQUARE = 240;

    @Test
    void theFontHasTheGlyphsOfTheConsoleAndNoOthers() throws Exception {
        try (InputStream file = file()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file);

            assertThat(Glyph.values()).allMatch(glyph -> font.canDisplay(code(glyph)));
            assertThat(font.canDisplay(Glyph.values().length + code(Glyph.values()[0]))).isFalse();
        }
    }

    /// By its name the style sheet puts it in the place of the window's own.
    @Test
    void theStyleSheetNamesTheFont() throws IOException {
        try (InputStream sheet = GlyphTest.class.getResourceAsStream("kit.css")) {
            assertThat(new String(sheet.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(".wd-icon { -fx-font-family: \"" + FontIcon.FONT.getFamily() + "\";");
        }
    }

    /// Else an icon stands beside the middle of its button, and icons below each other are ragged.
    @ParameterizedTest
    @EnumSource
    void aGlyphStandsInTheMiddleOfItsSquare(Glyph glyph) throws Exception {
        try (InputStream file = file()) {
            Font font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont(SQUARE);
            GlyphVector drawn = font.createGlyphVector(new FontRenderContext(null, true, true),
                    glyph.text());

            assertThat(drawn.getGlyphMetrics(0).getAdvance()).isEqualTo(SQUARE);
            assertThat(drawn.getVisualBounds().getCenterX()).isCloseTo(SQUARE / 2.0, within(SQUARE / 12.0));
        }
    }

    /// A higher plane is shaped by the system's library, which opens every font of the machine for it.
    @ParameterizedTest
    @EnumSource
    void aGlyphIsOneCharacter(Glyph glyph) {
        assertThat(glyph.text()).hasSize(1);
    }

    /// A new one in between changes the codes of those that follow: the font has to be made anew, or icons are mistaken.
    @Test
    void glyphsStandInTheOrderOfTheirNames() {
        List<String> names = Arrays.stream(Glyph.values()).map(Enum::name).toList();

        assertThat(names).isSorted();
    }

    @Test
    void everyGlyphIsUsed() throws IOException {
        var unused = new HashSet<>(Arrays.stream(Glyph.values()).map(Enum::name).toList());
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
                USE.matcher(Files.readString(file)).results().forEach(use -> unused.remove(use.group(1)));
            }
        }
        assertThat(unused).isEmpty();
    }

    private static InputStream file() {
        return GlyphTest.class.getResourceAsStream("fonts/WatchdeckIcons-Regular.ttf");
    }

    private static int code(Glyph glyph) {
        return glyph.text().codePointAt(0);
    }
}
