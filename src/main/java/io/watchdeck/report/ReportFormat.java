package io.watchdeck.report;

import java.io.IOException;
import java.io.Writer;

/// How a report is written.
public enum ReportFormat {
    /// Markdown as GitHub reads it.
    MARKDOWN {
        @Override
        public void write(Document document, Writer out) throws IOException {
            new MarkdownWriter(out).write(document);
        }
    },
    /// One file that needs nothing beside it.
    HTML {
        @Override
        public void write(Document document, Writer out) throws IOException {
            new HtmlWriter(out).write(document);
        }
    };

    public abstract void write(Document document, Writer out) throws IOException;
}
