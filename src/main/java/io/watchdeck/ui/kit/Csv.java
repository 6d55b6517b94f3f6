package io.watchdeck.ui.kit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/// A table as comma-separated text that a spreadsheet opens without doing anything.
///
/// @param name what the file is about, such as `overview`
public record Csv(String name, List<String> header, List<List<String>> rows) {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*%?");

    public Csv {
        header = List.copyOf(header);
        rows = rows.stream().map(List::copyOf).toList();
    }

    public String text() {
        var text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder().build(text)) {
            writer.writeRecord(header);
            rows.forEach(row -> writer.writeRecord(row.stream().map(Csv::harmless).toList()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// A spreadsheet takes a cell that begins with one of these signs for a formula. Such a cell gets an apostrophe in
    /// front, except where it is a plain number.
    static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
