package io.watchdeck.architecture.planted.onlyviewstouchthescene.ui.fleet;

import io.watchdeck.architecture.planted.Right;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;

@Right
public final class FleetView {
    private final Function<String, Node> label = text -> new Label(text);

    Node node() {
        return new Holder(label.apply("web")) {
            @Override
            Node node() {
                return super.node();
            }
        }.node();
    }

    private static class Holder {
        private final Node node;

        Holder(Node node) {
            this.node = node;
        }

        Node node() {
            return node;
        }
    }
}
