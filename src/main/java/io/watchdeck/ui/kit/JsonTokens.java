package io.watchdeck.ui.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Cuts JSON into its words without changing any: numbers and strings stay as they were sent. Only for text that is JSON.
public final class JsonTokens {

    public enum Kind { KEY, STRING, NUMBER, WORD, OPEN, CLOSE, COMMA, COLON }

    /// @param start  index of its first character
    /// @param end    behind its last character
    /// @param fields names of the fields that it stands below, outermost first
    public record Token(Kind kind, int start, int end, List<String> fields) {}

    private final String json;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<String> names = new ArrayDeque<>();
    private final Deque<Boolean> objects = new ArrayDeque<>();
    private String name = "";
    private boolean keyNext;

    private JsonTokens(String json) {
        this.json = json;
    }

    /// @param most tokens at most, for a person reads no more
    public static List<Token> of(String json, int most) {
        var reading = new JsonTokens(json);
        int at = 0;
        while (at < json.length() && reading.tokens.size() < most) {
            at = reading.next(at);
        }
        return reading.tokens;
    }

    private int next(int at) {
        char first = json.charAt(at);
        return switch (first) {
            case ' ', '\t', '\n', '\r' -> at + 1;
            case '{', '[' -> open(at, first == '{');
            case '}', ']' -> close(at);
            case ',' -> {
                keyNext = !objects.isEmpty() && objects.peek();
                yield add(Kind.COMMA, at, at + 1);
            }
            case ':' -> {
                keyNext = false;
                yield add(Kind.COLON, at, at + 1);
            }
            case '"' -> string(at);
            default -> bare(at);
        };
    }

    private int open(int at, boolean object) {
        add(Kind.OPEN, at, at + 1);
        names.push(name);
        objects.push(object);
        keyNext = object;
        name = "";
        return at + 1;
    }

    private int close(int at) {
        name = names.isEmpty() ? "" : names.pop();
        objects.poll();
        keyNext = false;
        return add(Kind.CLOSE, at, at + 1);
    }

    private int string(int at) {
        int end = at + 1;
        while (end < json.length() && json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(json.length(), end + 1);
        if (keyNext) {
            name = json.substring(at + 1, Math.max(at + 1, end - 1));
        }
        return add(keyNext ? Kind.KEY : Kind.STRING, at, end);
    }

    private int bare(int at) {
        int end = at + 1;
        while (end < json.length() && ",]} \t\r\n".indexOf(json.charAt(end)) < 0) {
            end++;
        }
        boolean number = Character.isDigit(json.charAt(at)) || json.charAt(at) == '-';
        return add(number ? Kind.NUMBER : Kind.WORD, at, end);
    }

    private int add(Kind kind, int start, int end) {
        var fields = new ArrayList<String>();
        names.descendingIterator().forEachRemaining(fields::add);
        fields.add(name);
        tokens.add(new Token(kind, start, end, fields.stream().filter(one -> !one.isEmpty()).toList()));
        return end;
    }
}
