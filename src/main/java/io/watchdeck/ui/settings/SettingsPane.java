package io.watchdeck.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// The page: its sections beside what is in one of them. The arrow keys stay there. On what has no use of its own for them
/// up and down lead to the control before and the next one, left and right to one in the same line.
final class SettingsPane extends HBox {

    SettingsPane(Node... parts) {
        super(parts);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean forth = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.RIGHT;
        if (!forth && event.getCode() != KeyCode.UP && event.getCode() != KeyCode.LEFT || event.isAltDown()
                || event.isShortcutDown() || !(event.getTarget() instanceof Node owner)) {
            return;
        }
        boolean sideways = event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.RIGHT;
        if (owner instanceof SectionsPane) {
            if (sideways) {
                event.consume();
                move(owner, forth);
            }
        } else if ((owner instanceof ButtonBase || owner instanceof ToggleSwitch)
                && !(sideways && owner.getParent() instanceof OptionsPane)) {
            event.consume();
            Node within = sideways ? line(owner) : part(owner);
            neighbour(owner, forth).filter(next -> isBelow(next, within)).ifPresent(_ -> move(owner, forth));
        }
    }

    /// As Tab does, so that it is seen where the keyboard is.
    private void move(Node owner, boolean forth) {
        if (neighbour(owner, forth).isPresent()) {
            owner.requestFocusTraversal(forth ? TraversalDirection.NEXT : TraversalDirection.PREVIOUS);
        }
    }

    /// To which Tab leads from there, or Shift+Tab, within the page.
    private Optional<Node> neighbour(Node owner, boolean forth) {
        List<Node> all = reachable(this).toList();
        int at = all.indexOf(owner) + (forth ? 1 : -1);
        return all.contains(owner) && at >= 0 && at < all.size() ? Optional.of(all.get(at)) : Optional.empty();
    }

    private static Stream<Node> reachable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(SettingsPane::reachable) : Stream.empty();
        return node.isFocusTraversable() ? Stream.concat(Stream.of(node), below) : below;
    }

    /// What stands beside each other, such as a control and its way back to the default.
    private static Node line(Node owner) {
        for (Node one = owner; one != null; one = one.getParent()) {
            if (one.getStyleClass().contains("setting-line")) {
                return one;
            }
        }
        return owner.getParent();
    }

    private Node part(Node owner) {
        return getChildren().stream().filter(part -> isBelow(owner, part)).findFirst().orElse(this);
    }

    private static boolean isBelow(Node node, Node above) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == above) {
                return true;
            }
        }
        return false;
    }
}
