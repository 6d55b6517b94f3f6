package io.watchdeck.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Evaluates the formulas of parameter groups, such as `LEAST({DBInstanceClassMemory/9531392},5000)`: `*` and `/` with
/// whole numbers, `GREATEST`, `LEAST`, `SUM` and the logarithm to the base 2 ("Specifying DB parameters", Amazon RDS User
/// Guide). The only variable known here is `DBInstanceClassMemory`.
final class ParameterFormula {

    /// It is not a formula, or it has a variable that is not known here.
    private static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private final OptionalDouble memory;
    private int at;

    private ParameterFormula(String text, OptionalDouble memory) {
        this.text = text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        this.memory = memory;
    }

    /// @param memory in bytes
    /// @return truncated; empty where it cannot be computed
    static OptionalDouble evaluate(String text, OptionalDouble memory) {
        var formula = new ParameterFormula(text, memory);
        try {
            double value = formula.product();
            return formula.at == formula.text.length() && Double.isFinite(value)
                    ? OptionalDouble.of(Math.floor(value)) : OptionalDouble.empty();
        } catch (NotUnderstood e) {
            return OptionalDouble.empty();
        }
    }

    private double product() {
        double value = factor();
        while (true) {
            if (skip("*")) {
                value *= factor();
            } else if (skip("/")) {
                value /= factor();
            } else {
                return value;
            }
        }
    }

    private double factor() {
        if (skip("{")) {
            double value = product();
            expect("}");
            return value;
        }
        if (skip("dbinstanceclassmemory")) {
            return memory.orElseThrow(NotUnderstood::new);
        }
        if (skip("log(")) {
            return Math.log(arguments().getFirst()) / Math.log(2);
        }
        if (skip("least(")) {
            return arguments().stream().min(Double::compare).orElseThrow();
        }
        if (skip("greatest(")) {
            return arguments().stream().max(Double::compare).orElseThrow();
        }
        if (skip("sum(")) {
            return arguments().stream().mapToDouble(Double::doubleValue).sum();
        }
        return number();
    }

    /// One or more, after the opening bracket.
    private List<Double> arguments() {
        var values = new ArrayList<Double>();
        do {
            values.add(product());
        } while (skip(","));
        expect(")");
        return values;
    }

    private double number() {
        int from = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw new NotUnderstood();
        }
        return Double.parseDouble(text.substring(from, at));
    }

    private boolean skip(String word) {
        boolean found = text.startsWith(word, at);
        at += found ? word.length() : 0;
        return found;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw new NotUnderstood();
        }
    }
}
