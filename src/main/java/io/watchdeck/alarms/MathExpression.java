package io.watchdeck.alarms;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/// Computes an expression of CloudWatch's metric math for one value of each metric: numbers, ids, `+ - * /`, brackets,
/// `SUM([a, b])`, and `FILL(a, 0)`, which is `a` where there is a value. Anything else is not understood. One for one
/// set of values; not for several threads.
final class MathExpression {

    private static final char END = '\0';

    private final Map<String, Double> values;
    private final Map<String, String> expressions;
    private final Set<String> begun = new HashSet<>();
    private String text = "";
    private int at;
    private boolean understood;

    /// @param values      of the metrics, by id
    /// @param expressions that stand for themselves under an id
    MathExpression(Map<String, Double> values, Map<String, String> expressions) {
        this.values = values;
        this.expressions = expressions;
    }

    /// Empty for an expression that is not understood.
    OptionalDouble value(String expression) {
        understood = true;
        double value = whole(expression);
        return understood ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private double whole(String expression) {
        String outer = text;
        int place = at;
        text = expression;
        at = 0;
        double value = sum();
        if (peek() != END) {
            fail();
        }
        text = outer;
        at = place;
        return value;
    }

    private double sum() {
        double value = product();
        while (peek() == '+' || peek() == '-') {
            value = next() == '+' ? value + product() : value - product();
        }
        return value;
    }

    private double product() {
        double value = factor();
        while (peek() == '*' || peek() == '/') {
            value = next() == '*' ? value * factor() : value / factor();
        }
        return value;
    }

    private double factor() {
        char first = peek();
        if (first == '(') {
            expect('(');
            double value = sum();
            expect(')');
            return value;
        }
        if (first == '-') {
            expect('-');
            return -factor();
        }
        return Character.isDigit(first) || first == '.' ? number() : named();
    }

    private double number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        try {
            return Double.parseDouble(text.substring(from, at));
        } catch (NumberFormatException _) {
            return fail();
        }
    }

    private double named() {
        String name = name();
        if (peek() == '(') {
            return switch (name) {
                case "FILL" -> filled();
                case "SUM" -> added();
                default -> fail();
            };
        }
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (!expressions.containsKey(name) || !begun.add(name)) {
            return fail();
        }
        double value = whole(expressions.get(name));
        begun.remove(name);
        return value;
    }

    private double filled() {
        expect('(');
        double value = sum();
        expect(',');
        if (Character.isDigit(peek())) {
            number();
        } else {
            name();
        }
        expect(')');
        return value;
    }

    private double added() {
        expect('(');
        expect('[');
        double value = sum();
        while (peek() == ',') {
            expect(',');
            value += sum();
        }
        expect(']');
        expect(')');
        return value;
    }

    private String name() {
        peek();
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (from == at) {
            fail();
        }
        return text.substring(from, at);
    }

    /// Reads no further.
    private double fail() {
        understood = false;
        at = text.length();
        return Double.NaN;
    }

    private void expect(char wanted) {
        if (peek() == wanted) {
            at++;
        } else {
            fail();
        }
    }

    private char next() {
        char one = peek();
        at++;
        return one;
    }

    /// The next character that is no space; 0 at the end.
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : END;
    }
}
