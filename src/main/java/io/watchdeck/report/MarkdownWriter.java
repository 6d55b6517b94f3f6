package io.watchdeck.report;

import io.watchdeck.metrics.Series;
import io.watchdeck.report.Document.Bullets;
import io.watchdeck.report.Document.Cell;
import io.watchdeck.report.Document.Heading;
import io.watchdeck.report.Document.Look;
import io.watchdeck.report.Document.Paragraph;
import io.watchdeck.report.Document.Part;
import io.watchdeck.report.Document.Picture;
import io.watchdeck.report.Document.Quotes;
import io.watchdeck.report.Document.Row;
import io.watchdeck.report.Document.Table;
import io.watchdeck.report.Document.Tone;
import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Writes a report as Markdown. What came from outside is escaped: it makes no heading, no table, no link and no HTML.
final class MarkdownWriter {

    /// Columns of a line that is drawn with blocks.
    private static final int COLUMNS = 60;
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_{}\\[\\]<>|~#]");
    private static final Pattern BEGIN = Pattern.compile("^(\\s*)([-+=]|\\d+[.)])(\\s|$)");
    /// What GitHub makes links and mentions of by itself.
    private static final Pattern LINKS = Pattern.compile("(?i)(https?|ftp)://|www\\.|@(?=\\w)");

    private final Writer out;

    MarkdownWriter(Writer out) {
        this.out = out;
    }

    /// In one line.
    static String escaped(String text) {
        String line = SIGNS.matcher(Harmless.line(text)).replaceAll("\\\\$0").replace("&", "&amp;");
        String safe = LINKS.matcher(line).replaceAll(found -> found.group().replace(":", "&#58;").replace("www.",
                "www&#46;").replace("@", "&#64;"));
        return BEGIN.matcher(safe).replaceFirst("$1\\\\$2$3");
    }

    private static String lines(String text) {
        return text.strip().lines().map(MarkdownWriter::escaped).filter(line -> !line.isEmpty())
                .collect(Collectors.joining("<br>"));
    }

    void write(Document document) throws IOException {
        out.write("# " + escaped(document.title()) + "\n");
        for (Part part : document.parts()) {
            out.write("\n");
            write(part);
        }
        out.flush();
    }

    private void write(Part part) throws IOException {
        switch (part) {
            case Heading(int level, var _, String text) ->
                out.write("#".repeat(level + 1) + " " + escaped(text) + "\n");
            case Paragraph(Tone tone, String text) -> {
                String said = lines(text);
                out.write((tone == Tone.LEAD && !said.isEmpty() ? "**" + said + "**" : said) + "\n");
            }
            case Bullets(var bullets) -> {
                for (Document.Bullet bullet : bullets) {
                    out.write("- " + lines(bullet.text()) + "\n");
                }
            }
            case Table table -> table(table);
            case Quotes(var quotes) -> {
                for (Document.Quote quote : quotes) {
                    out.write("- " + escaped(quote.when()) + ", " + escaped(quote.who()) + ": " + lines(quote.text())
                            + "\n");
                }
            }
            case Picture(Chart chart) -> chart(chart);
        }
    }

    private void table(Table table) throws IOException {
        boolean begun = false;
        for (Row row : table.rows()) {
            switch (row) {
                case Row.Group(String text) -> {
                    out.write((begun ? "\n" : "") + "**" + escaped(text) + "**\n\n");
                    head(table);
                    begun = true;
                }
                case Row.Line(var cells, var _) -> {
                    if (!begun) {
                        head(table);
                        begun = true;
                    }
                    out.write("| " + cells.stream().map(MarkdownWriter::cell).collect(Collectors.joining(" | "))
                            + " |\n");
                }
            }
        }
    }

    private void head(Table table) throws IOException {
        out.write("| " + table.head().stream().map(MarkdownWriter::escaped).collect(Collectors.joining(" | "))
                + " |\n|" + " --- |".repeat(table.head().size()) + "\n");
    }

    private static String cell(Cell cell) {
        String text = lines(cell.text());
        boolean strong = cell.look() == Look.STRONG || cell.look() == Look.CRITICAL;
        String first = strong && !text.isEmpty() ? "**" + text + "**" : text;
        return cell.below().isBlank() ? first : (first.isEmpty() ? "" : first + "<br>") + lines(cell.below());
    }

    /// What each plot shows in words, with a line drawn with blocks; gaps are dots.
    private void chart(Chart chart) throws IOException {
        out.write("### " + escaped(chart.title()) + "\n\n");
        for (Chart.Plot plot : chart.plots()) {
            out.write("- " + escaped(plot.says()) + drawn(chart, plot) + "\n");
        }
    }

    private static String drawn(Chart chart, Chart.Plot plot) {
        List<Series> runs = plot.lines().getLast().runs();
        if (runs.isEmpty() || chart.range().length().isZero()) {
            return "";
        }
        var line = new StringBuilder();
        Duration column = chart.range().length().dividedBy(COLUMNS);
        char before = '·';
        for (int i = 0; i < COLUMNS; i++) {
            Instant from = chart.range().from().plus(column.multipliedBy(i));
            OptionalDouble highest = runs.stream().map(run -> run.between(from, from.plus(column)))
                    .flatMapToDouble(part -> IntStream.range(0, part.size()).mapToDouble(part::value)).max();
            Instant middle = from.plus(column.dividedBy(2));
            boolean isKnown = plot.holes().stream().noneMatch(hole -> hole.range().contains(middle));
            // Samples of a longer period than a column stand for the columns after them.
            before = highest.isPresent()
                    ? BLOCKS.charAt((int) Math.clamp(Math.floor(8 * highest.getAsDouble() / plot.top()), 0, 7))
                    : isKnown ? before : '·';
            line.append(before);
        }
        return "<br>`" + line + "`";
    }
}
