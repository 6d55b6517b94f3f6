package io.watchdeck.ui.kit.logs;

import io.watchdeck.queues.letters.BodyShape;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.BodyText.Look;
import io.watchdeck.ui.kit.BodyText.Shown;
import io.watchdeck.ui.kit.BodyText.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/// What a program wrote into its log, made harmless: the colours of terminals are left out, and what else cannot be printed
/// is written as its number, so that no line changes how the window or another line looks.
final class LogText {

    /// ECMA-48: control sequences such as colours, and operating system commands such as links.
    private static final Pattern TERMINAL =
            Pattern.compile("\\e\\[[0-?]*[ -/]*[@-~]|\\e\\][^\\x07\\e]*(?:\\x07|\\e\\\\)");
    /// As many characters as fit beside each other in the drawer.
    private static final int WIDE = 56;

    /// A row of an unfolded message.
    ///
    /// @param key of a field of JSON, with its quotation marks; empty where there is none
    record Part(String before, String key, String after) {}

    /// @param parts the rows
    /// @param cut   whether the message is longer than that
    record Unfolded(List<Part> parts, boolean cut) {}

    private LogText() {}

    /// The same lines, without what is no text.
    static String harmless(String message) {
        String text = message.indexOf('\u001b') < 0 ? message : TERMINAL.matcher(message).replaceAll("");
        return BodyText.printable(text.replace("\r\n", "\n"));
    }

    /// Whether a row cannot show all of a message.
    ///
    /// @param shown characters that a row shows
    static boolean folds(String harmless, int shown) {
        return harmless.length() > shown || harmless.stripTrailing().indexOf('\n') >= 0 || json(harmless) >= 0;
    }

    /// A field of JSON in a row of its own, or else the lines, long ones in several rows.
    static Unfolded unfolded(String harmless) {
        int json = json(harmless);
        Shown shown = BodyText.of(json < 0 ? harmless.stripTrailing() : harmless.substring(json),
                json < 0 ? Look.TEXT : Look.FORMATTED, new BitSet());
        var parts = new ArrayList<Part>();
        shown.lines().forEach(line -> parts.addAll(rows(line)));
        return new Unfolded(parts, shown.cut());
    }

    /// Where an object or array begins that goes to the end of the message; negative where there is none.
    private static int json(String text) {
        for (int at = begin(text, 0); at >= 0 && at < WIDE * 4; at = begin(text, at + 1)) {
            BodyShape shape = BodyShape.of(text.substring(at));
            if (shape.isJson() && shape.kind() != BodyShape.Kind.VALUE) {
                return at;
            }
        }
        return -1;
    }

    private static int begin(String text, int from) {
        int object = text.indexOf('{', from);
        int array = text.indexOf('[', from);
        return object < 0 ? array : array < 0 ? object : Math.min(object, array);
    }

    private static List<Part> rows(List<Span> line) {
        int key = 0;
        while (key < line.size() && line.get(key).kind() != Span.Kind.KEY) {
            key++;
        }
        boolean has = key < line.size();
        String before = text(line.subList(0, key));
        String name = has ? line.get(key).text() : "";
        String after = has ? text(line.subList(key + 1, line.size())) : "";
        String rest = has ? after : before;
        int room = Math.max(WIDE / 2, WIDE - (has ? before.length() + name.length() : 0));
        String indent = " ".repeat(Math.min(WIDE / 2, before.length() - before.stripLeading().length() + 2));
        var rows = new ArrayList<Part>();
        int end = Math.min(room, rest.length());
        String first = rest.substring(0, end);
        rows.add(has ? new Part(before, name, first) : new Part(first, "", ""));
        while (end < rest.length()) {
            int next = Math.min(rest.length(), end + WIDE - indent.length());
            rows.add(new Part(indent + rest.substring(end, next), "", ""));
            end = next;
        }
        return rows;
    }

    private static String text(List<Span> spans) {
        return spans.stream().map(Span::text).reduce("", String::concat);
    }
}
