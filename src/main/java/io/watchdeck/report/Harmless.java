package io.watchdeck.report;

/// Makes text from outside harmless before it is written: what cannot be seen and could do something else than be read is
/// shown as its code point.
final class Harmless {

    private Harmless() {}

    /// Line breaks stay; other control characters, marks that turn the direction of writing, invisible ones and halves of
    /// characters are shown as in `⟨U+202E⟩`. The joiners of emoji stay.
    static String of(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n') {
                clean.append('\n');
            } else if (point == '\t' || point == '\r') {
                clean.append(' ');
            } else if (isHidden(point)) {
                clean.append(String.format("⟨U+%04X⟩", point));
            } else {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            case Character.FORMAT -> point != 0x200D && (point < 0xE0020 || point > 0xE007F);
            default -> (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
        };
    }

    /// In one line.
    static String line(String text) {
        return of(text).replaceAll("\\s*\\n\\s*", " ").strip();
    }
}
