package io.watchdeck.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// Turns the text of a file into YAML nodes that know their places. Nothing is constructed from the text: no objects,
/// no references; [GuardedParser] refuses what could do harm on the way.
public final class YamlTree {

    /// A file has some hundred lines; this is the size of several thousand.
    static final int MAX_BYTES = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LoadSettings settings = LoadSettings.builder().setSchema(new CoreSchema()).setUseMarks(true)
            .setCodePointLimit(MAX_BYTES).build();
    private final Problems problems;
    private final FileKind kind;

    public YamlTree(Problems problems, FileKind kind) {
        this.problems = problems;
        this.kind = kind;
    }

    /// The root, or nothing when a problem was reported.
    public Optional<Node> root(String text) {
        String content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.length() > MAX_BYTES) {
            tooLarge(kind, problems);
            return Optional.empty();
        }
        int before = problems.count();
        try {
            GuardedParser parser = new GuardedParser(new ParserImpl(settings, new StreamReader(settings, content)),
                    problems);
            Optional<Node> root = new Composer(settings, parser).getSingleNode();
            if (root.isEmpty()) {
                problems.whole("The file is empty.", kind.whenEmpty());
            }
            return problems.count() == before ? root : Optional.empty();
        } catch (GuardedParser.TooDeep _) {
            return Optional.empty();
        } catch (MarkedYamlEngineException e) {
            report(e, content);
        } catch (ReaderException e) {
            report(e, content);
        } catch (YamlEngineException e) {
            problems.whole("This is not YAML: " + e.getMessage() + ".", "");
        }
        return Optional.empty();
    }

    static void tooLarge(FileKind kind, Problems problems) {
        problems.whole("The file is larger than " + MAX_BYTES / 1024 + " KiB.", kind.whenTooLarge());
    }

    private void report(MarkedYamlEngineException e, String content) {
        String said = e.getProblem() == null ? String.valueOf(e.getContext()) : e.getProblem();
        String what = said.replaceFirst("\\.? \\(Do not use .*", "");
        e.getProblemMark().or(e::getContextMark).ifPresentOrElse(mark -> {
            Optional<int[]> tab = tabBefore(content, mark.getLine(), mark.getColumn());
            if (tab.isPresent()) {
                problems.at(tab.get()[0], tab.get()[1], "A tab stands in the indentation.",
                        "Indent with spaces: YAML knows no tabs there.");
            } else if (what.contains("another document")) {
                problems.at(mark, "A second document begins here.",
                        kind.whenSeveral());
            } else {
                problems.at(mark, "This is not YAML: " + what + ".", remedy(what));
            }
        }, () -> problems.whole("This is not YAML: " + what + ".", remedy(what)));
    }

    private void report(ReaderException e, String content) {
        int offset = Math.min(e.getPosition(), content.codePointCount(0, content.length()));
        String before = content.substring(0, content.offsetByCodePoints(0, offset));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String inLine = before.substring(before.lastIndexOf('\n') + 1);
        problems.at(line, inLine.codePointCount(0, inLine.length()) + 1,
                String.format("The character U+%04X is not allowed.", e.getCodePoint()), "Remove it.");
    }

    /// Line and column, from 1, of a tab in the indentation at the place of an error or on the line of it.
    private static Optional<int[]> tabBefore(String content, int line, int column) {
        String[] lines = content.split("\r?\n", -1);
        if (line >= lines.length) {
            return Optional.empty();
        }
        String here = lines[line];
        int indent = 0;
        while (indent < here.length() && (here.charAt(indent) == ' ' || here.charAt(indent) == '\t')) {
            indent++;
        }
        int tab = here.indexOf('\t');
        boolean inIndentation = tab >= 0 && tab < indent && column <= indent;
        return inIndentation ? Optional.of(new int[] {line + 1, tab + 1}) : Optional.empty();
    }

    private static String remedy(String what) {
        if (what.contains("mapping values are not allowed")) {
            return "Check the indentation, and put a text that holds ': ' into quotes.";
        } else if (what.contains("<block end>")) {
            return "Check the indentation of this line against the lines above.";
        } else if (what.contains("expected ':'")) {
            return "A key is followed by ': ' and its value.";
        } else if (what.contains("end of stream") || what.contains("<stream end>")) {
            return "Close the quotation mark or the bracket.";
        } else if (what.contains("cannot start any token")) {
            return "Put the text into quotes.";
        }
        return "Check quotes, brackets and indentation here.";
    }
}
