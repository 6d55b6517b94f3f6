package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ToolsRowTest {

    private final Region choice = tool(100, 100);
    private final Region filter = tool(60, 120);
    private final Region act = tool(80, 80);
    private final ToolsRow row = new ToolsRow(choice, filter, Texts.spacer(), act);

    @Test
    void standsInOneRowAsLongAsEachHasItsLeastWidth() {
        laidOut(240);

        assertThat(row.prefHeight(240)).isEqualTo(30);
        assertThat(List.of(choice, filter, act)).extracting(Node::getLayoutY).containsOnly(0.0);
        assertThat(filter.getWidth()).isEqualTo(60);
        assertThat(act.getLayoutX() + act.getWidth()).isEqualTo(240);
    }

    @Test
    void whatStandsAtTheEndGetsARowOfItsOwnThere() {
        laidOut(230);

        assertThat(row.prefHeight(230)).isEqualTo(66);
        assertThat(filter.getLayoutY()).isZero();
        assertThat(filter.getWidth()).as("has room now").isEqualTo(120);
        assertThat(act.getLayoutY()).isEqualTo(36);
        assertThat(act.getLayoutX() + act.getWidth()).isEqualTo(230);
    }

    @Test
    void whatDoesNotFitBelowEachOtherEither() {
        laidOut(110);

        assertThat(row.prefHeight(110)).isEqualTo(102);
        assertThat(List.of(choice, filter, act)).extracting(Node::getLayoutY).containsExactly(0.0, 36.0, 72.0);
        assertThat(List.of(choice, filter, act)).allSatisfy(
                tool -> assertThat(tool.getLayoutX() + tool.getWidth()).isLessThanOrEqualTo(110));
    }

    private void laidOut(double width) {
        row.resize(width, row.prefHeight(width));
        row.layout();
    }

    private static Region tool(double least, double wanted) {
        var tool = new Region();
        tool.setMinSize(least, 30);
        tool.setPrefSize(wanted, 30);
        tool.getStyleClass().add("tool");
        return tool;
    }
}
