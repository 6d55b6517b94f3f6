package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.TaskBlocks;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/// A cell of the services' table: two lines for a service, one for a deployment.
abstract class FleetCell extends TreeTableCell<Row<String, FleetLine>, FleetLine> {

    abstract Node content(FleetLine line);

    @Override
    protected final void updateItem(@Nullable FleetLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(line == null || empty ? null : content(line));
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static VBox lines(Node... nodes) {
        var lines = new VBox(nodes);
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        return lines;
    }

    private static Label said(String text, Tone tone, String... styleClasses) {
        Label label = Texts.yielding(text, styleClasses);
        tone.on(label);
        Texts.shown(label, !text.isEmpty());
        return label;
    }

    /// Name of the service, or revision and status of a deployment.
    ///
    /// The table's own indent keeps the width that it once had, also when no service has deployments below it any more;
    /// so this cell indents itself, and brings the handle that folds.
    static final class Name extends FleetCell {

        private static final double INDENT = 18;

        private final BooleanSupplier nested;

        /// @param nested whether any service has lines below it
        Name(BooleanSupplier nested) {
            this.nested = nested;
        }

        @Override
        Node content(FleetLine line) {
            if (line.isDeployment()) {
                Label badge = Texts.label(line.badge(), "wd-badge");
                line.badgeTone().on(badge);
                HBox deployment = line(said(line.name(), Tone.PLAIN), badge);
                deployment.setPadding(new Insets(0, 0, 0, 2 * INDENT));
                return deployment;
            }
            VBox service = lines(said(line.name(), Tone.PLAIN, "wd-strong"), said(line.detail(), Tone.MUTED, "wd-12"));
            if (!nested.getAsBoolean()) {
                return service;
            }
            var both = new HBox(handle(getTreeTableView().getTreeItem(getIndex())), service);
            both.setAlignment(Pos.CENTER_LEFT);
            return both;
        }

        private static Node handle(@Nullable TreeItem<?> item) {
            var handle = new StackPane();
            handle.getStyleClass().add("fold-handle");
            handle.setMinWidth(INDENT);
            handle.setPrefWidth(INDENT);
            if (item != null) {
                var chevron = Icons.icon(MaterialDesignC.CHEVRON_RIGHT);
                chevron.rotateProperty().bind(Bindings.when(item.expandedProperty()).then(90).otherwise(0));
                chevron.visibleProperty().bind(item.leafProperty().not());
                handle.getChildren().add(chevron);
                handle.setOnMousePressed(event -> {
                    item.setExpanded(!item.isExpanded());
                    event.consume();
                });
            }
            return handle;
        }
    }

    static final class Running extends FleetCell {
        @Override
        Node content(FleetLine line) {
            if (line.absence().isPresent()) {
                var pane = new AbsencePane();
                pane.show(line.absence().get());
                return pane;
            }
            Label count = said(line.running(), line.runningTone(), line.isDeployment() ? "wd-13" : "wd-strong");
            HBox first = line(count, said(line.pending(), line.isDeployment() ? Tone.WARNING : Tone.MUTED, "wd-12"));
            if (line.isDeployment()) {
                return first;
            }
            line.late().ifPresent(age -> {
                var late = new FreshnessLabel();
                late.show(age);
                first.getChildren().add(late);
            });
            var blocks = new TaskBlocks();
            blocks.show(line.blocks(), 96, line.running());
            return lines(first, blocks);
        }
    }

    static final class Capacity extends FleetCell {
        @Override
        Node content(FleetLine line) {
            return lines(said(line.capacity(), Tone.PLAIN), said(line.capacityDetail(), Tone.MUTED, "wd-12"));
        }
    }

    /// CPU or memory with its last hour.
    static final class Load extends FleetCell {

        private static final Duration SHOWN = Duration.ofHours(1);

        private final Function<FleetLine, FleetLine.Load> which;
        private final Supplier<Instant> now;

        Load(Function<FleetLine, FleetLine.Load> which, Supplier<Instant> now) {
            this.which = which;
            this.now = now;
        }

        @Override
        Node content(FleetLine line) {
            FleetLine.Load load = which.apply(line);
            if (load.absence().isPresent()) {
                var pane = new AbsencePane();
                pane.show(load.absence().get());
                return pane;
            }
            if (load.text().isEmpty()) {
                return new HBox();
            }
            var spark = new Sparkline(62, 26);
            spark.range(now.get().minus(SHOWN), now.get());
            spark.show(load.series(), Series.empty(), load.limit().map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty()), Tone.PLAIN, load.text());
            return line(spark, said(load.text(), load.tone(), load.tone() == Tone.PLAIN ? "wd-13" : "wd-strong"));
        }
    }

    /// How the rollout stands, and the autoscaling range.
    static final class Rollout extends FleetCell {
        @Override
        Node content(FleetLine line) {
            Label rollout = said(line.rollout(), line.rolloutTone() == Tone.NOTICE ? Tone.PLAIN : line.rolloutTone());
            Texts.explain(rollout, line.rollout());
            if (line.isDeployment()) {
                return rollout;
            }
            Label below = said(line.scaling(), Tone.MUTED, "wd-12");
            Texts.explain(below, line.scaling());
            if (line.progress().isEmpty()) {
                return lines(rollout, below);
            }
            var meter = new Meter(6);
            meter.setPrefWidth(60);
            meter.setMinWidth(40);
            meter.show(line.progress().get(), 0, OptionalDouble.empty(), Tone.NOTICE, line.rollout());
            return lines(line(meter, rollout), below);
        }
    }
}
