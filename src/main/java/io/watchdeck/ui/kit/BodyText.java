package io.watchdeck.ui.kit;

import io.watchdeck.queues.letters.BodyShape;
import io.watchdeck.ui.kit.JsonTokens.Token;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/// Makes of a body what a person can read: JSON with one field a line, plain text, or bytes. Whatever could change how the
/// window looks or reads (control characters, marks that turn the direction of writing) is written as its number. Never
/// more than [#MOST_CHARACTERS] and [#MOST_LINES].
public final class BodyText {

    public static final int MOST_CHARACTERS = 12_000;
    public static final int MOST_LINES = 400;
    private static final String HIDDEN = "••••••";
    private static final int BYTES_A_LINE = 8;
    private static final int MOST_BYTES = BYTES_A_LINE * MOST_LINES;
    private static final int MOST_TOKENS = 8_000;

    private final String body;
    private final BitSet hidden;
    private final List<List<Span>> lines = new ArrayList<>();
    private List<Span> line = new ArrayList<>();
    private int written;
    private boolean cut;

    public enum Look { FORMATTED, TEXT, HEX }

    /// @param kind how it looks
    public record Span(Kind kind, String text) {

        public enum Kind { PLAIN, KEY, STRING, NUMBER, WORD, HIDDEN, CONTROL, OFFSET }
    }

    /// @param cut whether there is more than is shown
    public record Shown(List<List<Span>> lines, boolean cut) {

        public String text() {
            return String.join("\n", lines.stream()
                    .map(line -> line.stream().map(Span::text).reduce("", String::concat)).toList());
        }
    }

    private BodyText(String body, BitSet hidden) {
        this.body = body;
        this.hidden = hidden;
    }

    /// How a body is looked at as long as nobody chooses.
    public static Look usual(String body) {
        return BodyShape.isBinary(body) ? Look.HEX : BodyShape.of(body).isJson() ? Look.FORMATTED : Look.TEXT;
    }

    /// @param hidden characters that are not to be shown
    public static Shown of(String body, Look look, BitSet hidden) {
        var text = new BodyText(body, hidden);
        switch (look) {
            case FORMATTED -> {
                if (BodyShape.of(body).isJson()) {
                    text.json();
                } else {
                    text.plain();
                }
            }
            case TEXT -> text.plain();
            case HEX -> text.hex();
        }
        text.endLine();
        return new Shown(List.copyOf(text.lines), text.cut);
    }

    private boolean isFull() {
        cut |= written >= MOST_CHARACTERS || lines.size() >= MOST_LINES;
        return cut;
    }

    private void plain() {
        int at = 0;
        while (at < body.length() && !isFull()) {
            int end = at;
            while (end < body.length() && body.charAt(end) != '\n' && end - at < MOST_CHARACTERS - written) {
                end++;
            }
            piece(Span.Kind.PLAIN, at, end);
            cut |= end < body.length() && body.charAt(end) != '\n';
            at = end + 1;
            if (at <= body.length() && !cut) {
                endLine();
            }
        }
    }

    private void json() {
        List<Token> tokens = JsonTokens.of(body, MOST_TOKENS);
        int depth = 0;
        for (int index = 0; index < tokens.size() && !isFull(); index++) {
            Token token = tokens.get(index);
            boolean empty = index + 1 < tokens.size() && tokens.get(index + 1).kind() == JsonTokens.Kind.CLOSE;
            switch (token.kind()) {
                case OPEN -> {
                    piece(Span.Kind.PLAIN, token.start(), token.end());
                    depth++;
                    if (!empty) {
                        newLine(depth);
                    }
                }
                case CLOSE -> {
                    depth--;
                    if (index > 0 && tokens.get(index - 1).kind() != JsonTokens.Kind.OPEN) {
                        newLine(depth);
                    }
                    piece(Span.Kind.PLAIN, token.start(), token.end());
                }
                case COMMA -> {
                    piece(Span.Kind.PLAIN, token.start(), token.end());
                    newLine(depth);
                }
                case COLON -> add(Span.Kind.PLAIN, ": ");
                case KEY -> piece(Span.Kind.KEY, token.start(), token.end());
                case STRING -> piece(Span.Kind.STRING, token.start(), token.end());
                case NUMBER -> piece(Span.Kind.NUMBER, token.start(), token.end());
                case WORD -> piece(Span.Kind.WORD, token.start(), token.end());
            }
        }
        cut |= tokens.size() == MOST_TOKENS;
    }

    private void newLine(int depth) {
        endLine();
        add(Span.Kind.PLAIN, "  ".repeat(Math.min(depth, 20)));
    }

    /// A part of the body: what is hidden and what cannot be printed stand out from the rest.
    private void piece(Span.Kind kind, int start, int end) {
        var run = new StringBuilder();
        int at = start;
        while (at < end && !isFull()) {
            int code = body.codePointAt(at);
            int next = Math.min(at + Character.charCount(code), end);
            if (hidden.get(at)) {
                flush(kind, run);
                at = Math.min(end, hidden.nextClearBit(at));
                add(Span.Kind.HIDDEN, HIDDEN);
            } else if (isPrinted(code)) {
                run.appendCodePoint(code);
                at = next;
                if (run.length() + written >= MOST_CHARACTERS) {
                    cut = at < body.length();
                    break;
                }
            } else {
                flush(kind, run);
                add(Span.Kind.CONTROL, number(code));
                at = next;
            }
        }
        flush(kind, run);
    }

    private void flush(Span.Kind kind, StringBuilder run) {
        if (!run.isEmpty()) {
            add(kind, run.toString());
            run.setLength(0);
        }
    }

    private void add(Span.Kind kind, String text) {
        if (!text.isEmpty()) {
            line.add(new Span(kind, text));
            written += text.length();
        }
    }

    private void endLine() {
        lines.add(List.copyOf(line));
        line = new ArrayList<>();
    }

    public static boolean isPrinted(int code) {
        return code == '\t' || switch (Character.getType(code)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }

    private static String number(int code) {
        return code < 0x100 ? String.format(Locale.ROOT, "\\x%02x", code)
                : String.format(Locale.ROOT, "\\u{%x}", code);
    }

    /// A text of one or several lines in which whatever cannot be printed is written as its number.
    public static String printable(String text) {
        if (text.codePoints().allMatch(code -> code == '\n' || isPrinted(code))) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(code -> {
            if (code == '\n' || isPrinted(code)) {
                shown.appendCodePoint(code);
            } else {
                shown.append(number(code));
            }
        });
        return shown.toString();
    }

    /// A text in one line that can do no harm, such as the value of an attribute.
    public static String harmless(String text, BitSet hidden, int most) {
        Shown shown = of(text.substring(0, Math.min(text.length(), most)), Look.TEXT, hidden);
        return String.join(" ", shown.lines().stream()
                .map(line -> line.stream().map(Span::text).reduce("", String::concat)).toList()).strip()
                + (text.length() > most ? "…" : "");
    }

    public static String harmless(String text) {
        return harmless(text, new BitSet(), MOST_CHARACTERS);
    }

    /// Offset, bytes in UTF-8, and what of them can be printed; hidden ones as `**`.
    private void hex() {
        var bytes = new ArrayList<Integer>();
        for (int at = 0; at < body.length() && bytes.size() < MOST_BYTES;) {
            int code = body.codePointAt(at);
            for (byte one : Character.toString(code).getBytes(StandardCharsets.UTF_8)) {
                bytes.add(hidden.get(at) ? -1 : one & 0xff);
            }
            at += Character.charCount(code);
            cut = at < body.length() && bytes.size() >= MOST_BYTES;
        }
        for (int from = 0; from < bytes.size(); from += BYTES_A_LINE) {
            if (from > 0) {
                endLine();
            }
            bytes(from, bytes.subList(from, Math.min(bytes.size(), from + BYTES_A_LINE)));
        }
    }

    private void bytes(int from, List<Integer> some) {
        add(Span.Kind.OFFSET, String.format(Locale.ROOT, "%04x  ", from));
        var hex = new StringBuilder();
        var text = new StringBuilder();
        for (int index = 0; index < BYTES_A_LINE; index++) {
            int one = index < some.size() ? some.get(index) : ' ';
            hex.append(index >= some.size() ? "   " : one < 0 ? "** " : String.format(Locale.ROOT, "%02x ", one));
            text.append(one < 0 ? '*' : one >= ' ' && one < 0x7f ? (char) one : '.');
        }
        add(Span.Kind.PLAIN, hex.toString());
        add(Span.Kind.STRING, " " + text.substring(0, some.size()));
    }
}
