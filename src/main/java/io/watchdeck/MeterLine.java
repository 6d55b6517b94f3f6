package io.watchdeck;

import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import java.math.BigDecimal;
import java.time.LocalDate;

/// Counted calls as processes tell them to each other: account, day, call, for whom, how many, units,
/// and dollars, with tabs between.
final class MeterLine {

    private static final int PARTS = 7;

    private MeterLine() {}

    static String of(MeteredCalls calls) {
        return String.join("\t", calls.account(), calls.day().toString(), calls.call(), calls.payer().word(),
                Long.toString(calls.calls()), Long.toString(calls.units()),
                calls.price().toPlainString());
    }

    /// @throws IllegalArgumentException           when it is none
    /// @throws java.time.format.DateTimeParseException when its day is none
    static MeteredCalls parse(String line) {
        String[] parts = line.split("\t", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no counted calls: " + line);
        }
        return new MeteredCalls(parts[0], LocalDate.parse(parts[1]), parts[2], Payer.of(parts[3]),
                Long.parseLong(parts[4]), Long.parseLong(parts[5]), new BigDecimal(parts[6]));
    }
}
