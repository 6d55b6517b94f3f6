package io.watchdeck.ui;

import io.watchdeck.ui.TextFinding.Kind;
import io.watchdeck.ui.kit.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/// Finds what cannot be read in a scene that is laid out: texts that are cut off, clipped, or drawn over each other. What is
/// drawn on a canvas, as in a chart, is not looked at.
public final class TextFindings {

    /// Half a pixel of antialiasing on both sides.
    private static final double TOLERANCE = 1;

    private final List<TextFinding> found = new ArrayList<>();

    private final Set<String> fixed;

    private TextFindings(Set<String> fixed) {
        this.fixed = fixed;
    }

    /// @param root  of a scene, laid out
    /// @param fixed texts that never say anything else, such as titles: there is no excuse for cutting them off
    public static List<TextFinding> in(Parent root, Set<String> fixed) {
        var findings = new TextFindings(fixed);
        List<ShownText> texts = ShownText.all(root);
        texts.forEach(findings::cut);
        texts.forEach(findings::clipped);
        texts.forEach(findings::beyondItsRow);
        findings.overlapping(texts);
        findings.vanished(root);
        findings.outside(root);
        return findings.found;
    }

    private void add(Kind kind, ShownText text, String said) {
        found.add(new TextFinding(kind, text.place(), said));
    }

    private void cut(ShownText text) {
        if (text.node().getParent() instanceof Labeled label && !text.said().equals(text.wanted())
                && text.said().contains(label.getEllipsisString())
                && (fixed.contains(text.wanted()) || !explained(text.wanted(), text))) {
            add(Kind.CUT, text, text.said() + " [" + text.wanted() + "]");
        }
    }

    private static boolean explained(String whole, ShownText text) {
        return text.explanations().stream().anyMatch(said -> words(said).contains(words(whole)));
    }

    /// Without the ends of lines that a cell puts where a name may be broken.
    private static String words(String text) {
        return text.replaceAll("\\s+", "");
    }

    private void clipped(ShownText text) {
        boolean across = text.visible().getWidth() < text.glyphs().getWidth() - TOLERANCE;
        boolean down = text.visible().getHeight() < text.glyphs().getHeight() - TOLERANCE && !text.scrollsUp();
        if ((across || down) && !isWritten(text)) {
            add(Kind.CLIPPED, text, text.said() + " [" + size(text.visible()) + " of " + size(text.glyphs()) + "]");
        }
    }

    /// What is higher than the row that it stands in lies below the next one.
    private void beyondItsRow(ShownText text) {
        text.around(IndexedCell.class).reduce((_, outer) -> outer).map(cell -> cell.localToScene(cell
                .getLayoutBounds())).filter(row -> text.glyphs().getMaxY() > row.getMaxY() + TOLERANCE
                        || text.glyphs().getMinY() < row.getMinY() - TOLERANCE)
                .ifPresent(row -> add(Kind.CLIPPED, text, text.said() + " [beyond its row of "
                        + Math.round(row.getHeight()) + "]"));
    }

    /// What a person is to press beside the window, where nothing scrolls to it.
    private void outside(Parent parent) {
        Bounds window = parent.getScene().getRoot().localToScene(parent.getScene().getRoot().getLayoutBounds());
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (!node.isVisible() || node instanceof ScrollPane || node instanceof VirtualFlow<?>) {
                continue;
            }
            Bounds bounds = node.localToScene(node.getLayoutBounds());
            if (node instanceof ButtonBase button && bounds.getWidth() > 0
                    && bounds.getMaxX() > window.getMaxX() + TOLERANCE) {
                found.add(new TextFinding(Kind.CLIPPED, ShownText.place(button), button.getText()
                        + " [beside the window]"));
            } else if (node instanceof Parent below) {
                outside(below);
            }
        }
    }

    /// What a person types scrolls with the caret; the words in an empty field do not.
    private static boolean isWritten(ShownText text) {
        return text.around(javafx.scene.control.TextInputControl.class).findFirst()
                .filter(field -> text.said().equals(field.getText())).isPresent();
    }

    private static String size(Bounds bounds) {
        return Math.round(bounds.getWidth()) + "x" + Math.round(bounds.getHeight());
    }

    private void overlapping(List<ShownText> texts) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                ShownText below = texts.get(i);
                ShownText above = texts.get(j);
                Bounds common = ShownText.common(below.visible(), above.visible());
                if (common.getWidth() > TOLERANCE && common.getHeight() > TOLERANCE
                        && !isCovered(below, above, common)) {
                    add(Kind.OVERLAPPING, above, above.said() + " [" + below.said() + " at " + below.place() + "]");
                }
            }
        }
    }

    /// Whether the one above lies on something that hides the one below: a drawer, a dialog, a card.
    private static boolean isCovered(ShownText below, ShownText above, Bounds common) {
        return above.path().stream().filter(node -> !below.path().contains(node)).anyMatch(
                node -> node instanceof Region region && hides(region) && region.localToScene(
                        region.getLayoutBounds()).contains(common));
    }

    private static boolean hides(Region region) {
        return region.getBackground() != null && region.getBackground().getFills().stream()
                .anyMatch(fill -> !(fill.getFill() instanceof Color color) || color.isOpaque());
    }

    /// Labels with so little room that nothing of their text is drawn.
    private void vanished(Parent root) {
        Set<Node> seen = new HashSet<>();
        root.lookupAll(".text").stream().filter(Text.class::isInstance).map(Text.class::cast)
                .filter(text -> text.getText().isEmpty() && text.getParent() instanceof Labeled label && isShown(label)
                        && label.getText() != null && !label.getText().isBlank() && seen.add(label))
                .map(text -> (Labeled) text.getParent())
                .filter(label -> !words(Texts.explanation(label)).contains(words(label.getText())))
                .filter(label -> label.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY)
                .forEach(label -> found.add(new TextFinding(Kind.CUT, ShownText.place(label), " [" + label.getText()
                        + "]")));
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible() || one.getOpacity() == 0) {
                return false;
            }
        }
        return !(node instanceof Control control) || control.getHeight() > 0;
    }
}
