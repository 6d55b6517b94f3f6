package io.watchdeck.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/// Collects what is wrong in one file. Parsers report here and go on, so that a person sees everything at once.
public final class Problems {

    private final String file;
    private final List<FileProblem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    public void at(Node node, String problem, String remedy) {
        node.getStartMark().ifPresentOrElse(mark -> at(mark, problem, remedy), () -> whole(problem, remedy));
    }

    public void at(Mark mark, String problem, String remedy) {
        at(mark.getLine() + 1, mark.getColumn() + 1, problem, remedy);
    }

    public void at(int line, int column, String problem, String remedy) {
        found.add(new FileProblem(file, line, column, problem, remedy));
    }

    /// About the file as a whole.
    public void whole(String problem, String remedy) {
        at(0, 0, problem, remedy);
    }

    public int count() {
        return found.size();
    }

    /// In the order of the file.
    public List<FileProblem> list() {
        return found.stream().sorted(Comparator.comparingInt(FileProblem::line).thenComparingInt(FileProblem::column))
                .toList();
    }

    public static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
