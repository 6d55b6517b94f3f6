package io.watchdeck.ui.kit;

import io.watchdeck.metrics.Unit;
import io.watchdeck.model.Money;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;

/// Writes the value of a metric with its unit, as short as a table cell wants it.
public final class FigureText {

    private static final double KILO = 1024;

    private final Words words;

    public FigureText(Words words) {
        this.words = words;
    }

    public String of(double value, Unit unit) {
        return switch (unit) {
            case PERCENT -> words.say("ui.unit.percent", words.number(value));
            case COUNT -> words.number(value);
            case PER_MINUTE -> words.say("ui.unit.perMinute", words.number(value));
            case PER_SECOND -> words.say("ui.unit.perSecond", words.number(value));
            case SECONDS -> seconds(value);
            case BYTES -> bytes(value);
            case ACU -> words.say("ui.unit.acu", words.number(value, 1));
            case HOURS -> words.span(Duration.ofMinutes(Math.round(value * 60)));
            case MONEY -> words.money(new Money(BigDecimal.valueOf(value), Currency.getInstance("USD")));
        };
    }

    /// The bare number, for an axis whose title names the unit.
    public String axis(double value, Unit unit) {
        return switch (unit) {
            case PERCENT, COUNT, PER_MINUTE, PER_SECOND, ACU, HOURS -> words.number(value, value < 10 ? 1 : 0);
            case SECONDS, BYTES, MONEY -> of(value, unit);
        };
    }

    private String seconds(double value) {
        if (value < 1) {
            return words.say("ui.unit.milliseconds", words.number(value * 1000, 0));
        }
        return value < 60 ? words.say("ui.unit.seconds", words.number(value, 1))
                : words.span(Duration.ofSeconds(Math.round(value)));
    }

    private String bytes(double value) {
        double kibi = value / KILO;
        double mebi = kibi / KILO;
        double gibi = mebi / KILO;
        if (gibi >= 1) {
            return words.say("ui.unit.gib", words.number(gibi, gibi < 10 ? 1 : 0));
        }
        return mebi >= 1 ? words.say("ui.unit.mib", words.number(mebi, 0))
                : words.say("ui.unit.kib", words.number(kibi, 0));
    }
}
