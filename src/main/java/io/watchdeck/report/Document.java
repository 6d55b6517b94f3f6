package io.watchdeck.report;

import io.watchdeck.model.Severity;
import java.util.List;
import java.util.Optional;

/// A report as it is to be written, in one language. Every text may hold what came from outside, as it came: whoever writes
/// it makes it harmless.
///
/// @param language such as `en`
public record Document(String language, String title, List<Part> parts) {

    public Document {
        parts = List.copyOf(parts);
    }

    public sealed interface Part {}

    /// @param id    the same in every language
    /// @param level 1 of a section, 2 within one
    public record Heading(int level, String id, String text) implements Part {}

    /// @param tone how loud it is
    public record Paragraph(Tone tone, String text) implements Part {}

    public enum Tone { LEAD, PLAIN, MUTED }

    public record Bullets(List<Bullet> bullets) implements Part {
        public Bullets {
            bullets = List.copyOf(bullets);
        }
    }

    /// @param severity empty where it is no matter of severity
    public record Bullet(Optional<Severity> severity, String text) {

        static Bullet of(String text) {
            return new Bullet(Optional.empty(), text);
        }
    }

    /// @param name  what it is a table of, for those who cannot see it
    /// @param wide  number of the column that takes what room is left
    public record Table(String name, List<String> head, int wide, List<Row> rows) implements Part {
        public Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }
    }

    public sealed interface Row {

        /// Stands above the lines that follow.
        record Group(String text) implements Row {}

        /// @param quiet whether it is no more than routine
        record Line(List<Cell> cells, boolean quiet) implements Row {
            public Line {
                cells = List.copyOf(cells);
            }
        }
    }

    /// @param text  may have several lines
    /// @param below what is less important, or empty
    public record Cell(Look look, String text, String below) {

        static Cell of(String text) {
            return new Cell(Look.PLAIN, text, "");
        }

        static Cell of(Look look, String text) {
            return new Cell(look, text, "");
        }

        static Cell of(Severity severity, String word) {
            return new Cell(switch (severity) {
                case FINE -> Look.FINE;
                case NOTICE -> Look.NOTICE;
                case UNKNOWN -> Look.UNKNOWN;
                case WARNING -> Look.WARNING;
                case CRITICAL -> Look.CRITICAL;
            }, word, "");
        }

        Cell below(String more) {
            return new Cell(look, text, more);
        }
    }

    /// The look of a cell. Severities are words; their colour says nothing more.
    public enum Look { PLAIN, STRONG, TIME, NUMBER, FINE, NOTICE, UNKNOWN, WARNING, CRITICAL }

    /// Sentences as somebody else has said them.
    public record Quotes(List<Quote> quotes) implements Part {
        public Quotes {
            quotes = List.copyOf(quotes);
        }
    }

    /// @param when when it was said first
    public record Quote(String when, String who, String text) {}

    public record Picture(Chart chart) implements Part {}
}
