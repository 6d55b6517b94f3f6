package io.watchdeck.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Writes a text so that YAML reads the same text again: plain where nothing can be misread, else in double quotes.
public final class YamlText {

    /// Begins with a letter or a slash and holds nothing that means something to YAML, in blocks or within `{}`.
    private static final Pattern PLAIN =
            Pattern.compile("[\\p{L}/](?:[\\p{L}\\p{Nd}_./%*+()-]|(?<=\\S) (?=[\\p{L}\\p{Nd}_./%*+()]))*");
    /// What YAML would take for something else than a text.
    private static final Set<String> OTHER = Set.of("null", "true", "false");

    private YamlText() {}

    public static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !OTHER.contains(text.toLowerCase(Locale.ROOT));
        return plain ? text : quoted(text);
    }

    /// Always in quotes, as an account's number should be.
    public static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (isSafe(letter)) {
                        quoted.appendCodePoint(letter);
                    } else {
                        quoted.append(letter > 0xFFFF ? String.format("\\U%08X", letter)
                                : String.format("\\u%04X", letter));
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }

    /// Seen as it is by whoever reads the file: no control letters, no line ends of other alphabets, no blanks but one.
    private static boolean isSafe(int letter) {
        return letter == ' ' || switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SPACE_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
