package io.watchdeck.ui.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.watchdeck.words.SpreadsheetCell;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;

/// A table as comma-separated text that a spreadsheet opens without doing anything. It begins with a byte order mark:
/// without one Excel takes Korean for another encoding.
///
/// @param name what the file is about, such as `overview`
public record Csv(String name, List<String> header, List<List<String>> rows) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DIGITS = 3;
    private static final MathContext KEPT = new MathContext(7);

    public Csv {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public String text() {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(row -> writer.writeRecord(row.stream().map(SpreadsheetCell::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// A number as data: no grouping, no unit, a point whatever the language, at most three digits after it.
    public static String number(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /// A sample as `export metrics` writes it: as many digits as the history keeps, a count with all of them.
    public static String sample(double value) {
        BigDecimal exact = new BigDecimal(value);
        BigDecimal kept = value == Math.rint(value) ? exact : exact.round(KEPT);
        return kept.stripTrailingZeros().toPlainString();
    }

    /// The number as data, or nothing where it is not known: never a zero.
    public static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }
}
