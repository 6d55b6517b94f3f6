package io.watchdeck.bench;

import java.math.BigDecimal;
import java.math.MathContext;

/// One measured figure beside what it must reach.
///
/// @param name   such as `fleet-read-cpu`
/// @param value  as measured in this run
/// @param unit   such as `ms`
/// @param target of the same unit
/// @param sense  whether the target is a ceiling or a floor
public record Figure(String name, double value, String unit, double target, Sense sense) {

    public enum Sense { AT_MOST, AT_LEAST }

    public static Figure atMost(String name, double value, String unit, double target) {
        return new Figure(name, value, unit, target, Sense.AT_MOST);
    }

    public static Figure atLeast(String name, double value, String unit, double target) {
        return new Figure(name, value, unit, target, Sense.AT_LEAST);
    }

    /// Figures that are not numbers reach nothing.
    public boolean reached() {
        return switch (sense) {
            case AT_MOST -> value <= target;
            case AT_LEAST -> value >= target;
        };
    }

    /// `BENCH <name> <value> <unit> target <target> <ok|short>`
    public String line() {
        String bound = sense == Sense.AT_MOST ? "<=" : ">=";
        return "BENCH " + name + " " + number(value) + " " + unit + " target " + bound + number(target) + " "
                + (reached() ? "ok" : "short");
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
