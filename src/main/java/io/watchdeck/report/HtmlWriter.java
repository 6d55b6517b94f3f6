package io.watchdeck.report;

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
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// Writes a report as one HTML file that is also well-formed XML: its style and pictures stand in it, it holds no script and
/// refers to nothing. Every text is escaped here.
final class HtmlWriter {

    private final Writer out;

    HtmlWriter(Writer out) {
        this.out = out;
    }

    static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        Harmless.of(text).codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }

    void write(Document document) throws IOException {
        String language = escaped(document.language());
        out.write("<!DOCTYPE html>\n<html lang=\"" + language + "\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
                + "<meta charset=\"utf-8\"/>\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                + "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>" + line(document.title())
                + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n<main>\n<h1>" + line(document.title())
                + "</h1>\n");
        int pictures = 0;
        for (Part part : document.parts()) {
            if (part instanceof Picture(Chart chart)) {
                new SvgChart(out, "c" + pictures++).write(chart);
            } else {
                write(part);
            }
        }
        out.write("</main>\n</body>\n</html>\n");
        out.flush();
    }

    private static String style() throws IOException {
        try (InputStream file = HtmlWriter.class.getResourceAsStream("report.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String line(String text) {
        return escaped(Harmless.line(text));
    }

    /// With its line breaks.
    private static String lines(String text) {
        return escaped(text.strip()).replace("\n", "<br/>");
    }

    private void write(Part part) throws IOException {
        switch (part) {
            case Heading(int level, String id, String text) -> out.write("<h" + (level + 1) + " id=\"" + escaped(id)
                    + "\">" + line(text) + "</h" + (level + 1) + ">\n");
            case Paragraph(var tone, String text) -> out.write("<p class=\"" + tone.name().toLowerCase(Locale.ROOT)
                    + "\">" + lines(text) + "</p>\n");
            case Bullets(var bullets) -> {
                out.write("<ul>\n");
                for (Document.Bullet bullet : bullets) {
                    out.write("<li" + bullet.severity().map(one -> " class=\"" + one.word() + "\"").orElse("") + ">"
                            + lines(bullet.text()) + "</li>\n");
                }
                out.write("</ul>\n");
            }
            case Table table -> table(table);
            case Quotes(var quotes) -> quotes(quotes);
            case Picture _ -> throw new IllegalArgumentException("a picture is written by its own writer");
        }
    }

    private void quotes(List<Document.Quote> quotes) throws IOException {
        out.write("<dl class=\"quotes\">\n");
        for (Document.Quote quote : quotes) {
            out.write("<dt>" + line(quote.when()) + " <span>" + line(quote.who()) + "</span></dt><dd>"
                    + lines(quote.text()) + "</dd>\n");
        }
        out.write("</dl>\n");
    }

    private void table(Table table) throws IOException {
        out.write("<div class=\"scroll\"><table aria-label=\"" + line(table.name()) + "\">\n<thead><tr>");
        for (int column = 0; column < table.head().size(); column++) {
            out.write("<th scope=\"col\"" + (column == table.wide() ? " class=\"wide\"" : "") + ">"
                    + line(table.head().get(column)) + "</th>");
        }
        out.write("</tr></thead>\n<tbody>\n");
        for (Row row : table.rows()) {
            switch (row) {
                case Row.Group(String text) -> out.write("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\""
                        + table.head().size() + "\">" + line(text) + "</th></tr>\n");
                case Row.Line(var cells, boolean quiet) -> {
                    out.write(quiet ? "<tr class=\"quiet\">" : "<tr>");
                    for (int column = 0; column < cells.size(); column++) {
                        cell(cells.get(column), column == table.wide());
                    }
                    out.write("</tr>\n");
                }
            }
        }
        out.write("</tbody>\n</table></div>\n");
    }

    private void cell(Cell cell, boolean wide) throws IOException {
        String css = ((wide ? "wide " : "") + (cell.look() == Look.PLAIN ? "" : cell.look().name())).strip()
                .toLowerCase(Locale.ROOT);
        String look = css.isEmpty() ? "" : " class=\"" + css + "\"";
        String below = cell.below().isBlank() ? "" : "<small>" + lines(cell.below()) + "</small>";
        out.write("<td" + look + ">" + (cell.text().isBlank() ? "" : "<span>" + lines(cell.text()) + "</span>") + below
                + "</td>");
    }
}
