package io.watchdeck.ui.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// A table as comma-separated text that a spreadsheet opens without doing anything. It begins with a byte order mark:
/// without one Excel takes Korean for another encoding.
///
/// @param name what the file is about, such as `overview`
public record Csv(String name, List<String> header, List<List<String>> rows) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DIGITS = 3;
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*%?");

    public Csv {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public String text() {
        var text = new StringWriter();
        text.append(BYTE_ORDER_MARK);
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(row -> writer.writeRecord(row.stream().map(Csv::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// A number as data: no grouping, no unit, a point whatever the language, at most three digits after it.
    public static String number(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }

    /// The number as data, or nothing where it is not known: never a zero.
    public static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    /// A spreadsheet takes a cell that begins with one of these signs for a formula. Such a cell gets an apostrophe in
    /// front, except where it is a plain number.
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
