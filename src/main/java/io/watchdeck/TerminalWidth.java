package io.watchdeck;

/// How many columns of a terminal a text takes: Hangul, Han, kana and full-width forms take two (wide and full width in
/// Unicode's East Asian Width), marks that stand on another character none. Has no state.
final class TerminalWidth {

    private TerminalWidth() {}

    static int of(String text) {
        return text.codePoints().map(TerminalWidth::of).sum();
    }

    private static int of(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(point) ? 2 : 1;
        };
    }

    private static boolean isWide(int point) {
        return isIn(point, 0x1100, 0x115F) || isIn(point, 0x2E80, 0xA4CF) || isIn(point, 0xAC00, 0xD7A3)
                || isIn(point, 0xF900, 0xFAFF) || isIn(point, 0xFE30, 0xFE6F) || isIn(point, 0xFF00, 0xFF60)
                || isIn(point, 0xFFE0, 0xFFE6) || isIn(point, 0x20000, 0x3FFFD);
    }

    private static boolean isIn(int point, int first, int last) {
        return point >= first && point <= last;
    }
}
