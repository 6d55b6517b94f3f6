package io.watchdeck.ui.shell;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

/// How far something goes to lie on none of a screen's actions, asked every second. As long as nothing has moved the answer is
/// the last one: where no place is free, thousands of them would be tried to find the same again.
final class LastAside {

    private record Asked(Actions actions, Bounds wanted, Bounds room) {}

    private Optional<Asked> last = Optional.empty();
    private Point2D answer = Point2D.ZERO;

    /// @param wanted where it is to be, in the scene
    /// @param room   how far it may go
    Point2D of(Actions actions, Bounds wanted, Bounds room) {
        Optional<Asked> asked = Optional.of(new Asked(actions, wanted, room));
        if (!asked.equals(last)) {
            last = asked;
            answer = actions.aside(wanted, wanted.getMinX() - room.getMinX(), wanted.getMinY() - room.getMinY());
        }
        return answer;
    }
}
