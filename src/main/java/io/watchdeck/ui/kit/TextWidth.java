package io.watchdeck.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text is, for boxes on a canvas and for cells that choose the words that fit.
public final class TextWidth {

    /// A word with the hyphen or the spaces behind it.
    private static final Pattern PART = Pattern.compile("[^\\s-]*(?:-+|\\s+|$)");

    private TextWidth() {}

    static double of(String said, String family, double size) {
        var text = new Text(said);
        text.setFont(Font.font(family, size));
        return text.getLayoutBounds().getWidth();
    }

    /// @param strong whether it is written in the heavier of the two weights
    /// @param size   of the type, one of those of `kit.css`
    public static double of(String said, boolean strong, double size) {
        return of(said, strong ? Fonts.SEMI_BOLD : Fonts.SANS, size);
    }

    /// From one line of a text to the next.
    static double lineHeight(Font font) {
        var text = new Text("X");
        text.setFont(font);
        return text.getLayoutBounds().getHeight();
    }

    /// The first text that has room. The last is taken when none has; give one that always has.
    ///
    /// @param texts from the fullest to the shortest
    public static String fitting(double room, boolean strong, double size, List<String> texts) {
        return texts.stream().filter(said -> Math.ceil(of(said, strong, size)) <= room).findFirst()
                .orElseGet(texts::getLast);
    }

    /// Breaks a text into lines at spaces and behind hyphens; a single word that is too wide stays whole. What does not
    /// fit into so many lines stays on the last, for the label to cut off.
    public static List<String> wrapped(String said, double room, boolean strong, double size, int most) {
        var lines = new ArrayList<String>();
        String line = "";
        for (Matcher part = PART.matcher(said.replaceAll("\\s+", " ")); part.find();) {
            String longer = line + part.group();
            if (!line.isEmpty() && lines.size() + 1 < most && Math.ceil(of(longer.strip(), strong, size)) > room) {
                lines.add(line.strip());
                longer = part.group();
            }
            line = longer;
        }
        if (!line.isBlank()) {
            lines.add(line.strip());
        }
        return lines;
    }
}
