package io.watchdeck.stack;

import java.util.List;

/// The lines of a file with comments before and behind them.
final class CommentedLines {

    private static final int WIDTH = 100;
    private static final int COLUMN = 36;

    private final StringBuilder text = new StringBuilder();
    private final Remarks remarks;

    CommentedLines(Remarks remarks) {
        this.remarks = remarks;
    }

    /// A line of its own, with what is said about the path.
    ///
    /// @param indent how many spaces stand before it
    void line(int indent, String content, String path) {
        remarks.above(path).forEach(paragraph -> paragraph(indent, paragraph));
        String line = " ".repeat(indent) + content;
        String beside = oneLine(remarks.beside(path));
        text.append(line);
        if (!beside.isEmpty()) {
            text.append(" ".repeat(Math.max(2, COLUMN - line.length()))).append("# ").append(beside);
        }
        text.append('\n');
    }

    /// What is said about a section that is not there.
    void absent(String path) {
        List<String> said = remarks.above(path);
        if (!said.isEmpty()) {
            blank();
            said.forEach(paragraph -> paragraph(0, paragraph));
        }
    }

    void head() {
        remarks.head().forEach(paragraph -> paragraph(0, paragraph));
        if (!remarks.head().isEmpty()) {
            blank();
        }
    }

    void foot() {
        if (!remarks.foot().isEmpty()) {
            blank();
            remarks.foot().forEach(paragraph -> paragraph(0, paragraph));
        }
    }

    void blank() {
        text.append('\n');
    }

    private void paragraph(int indent, String paragraph) {
        String start = " ".repeat(indent) + "#";
        var line = new StringBuilder(start);
        for (String word : oneLine(paragraph).split(" ")) {
            if (line.length() > start.length() && line.length() + 1 + word.length() > WIDTH) {
                text.append(line).append('\n');
                line = new StringBuilder(start);
            }
            line.append(' ').append(word);
        }
        text.append(line).append('\n');
    }

    /// A comment ends where its line ends: a name with a line end in it must not go on as YAML.
    private static String oneLine(String words) {
        return words.codePoints().map(letter -> Character.isWhitespace(letter) || Character.isISOControl(letter)
                || letter == '\u2028' || letter == '\u2029' || letter == '\uFEFF' || Character.getType(letter)
                        == Character.SURROGATE ? ' ' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString()
                .replaceAll(" +", " ").strip();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
