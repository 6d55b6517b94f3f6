package io.watchdeck.words;

import java.util.regex.Pattern;

/// A text as a cell of a table that a spreadsheet opens without doing anything.
public final class SpreadsheetCell {

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9][0-9.,]*%?");

    private SpreadsheetCell() {}

    /// A spreadsheet takes a cell that begins with one of these signs for a formula. Such a cell gets an apostrophe in
    /// front, except where it is a plain number.
    public static String harmless(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0;
        return formula && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
