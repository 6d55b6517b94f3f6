package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.TaskBlocks;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A cell of the services' table: two lines for a service, one for a deployment.
abstract class FleetCell extends TreeTableCell<Row<String, FleetLine>, FleetLine> {

    /// Beside the text, as in the style sheet.
    private static final double AROUND = 13;
    /// Between what stands on one line, as in the style sheet.
    private static final double GAP = 7;

    private final CellContent content = CellContent.filling(this);

    /// What of the line the cell shows.
    abstract Object part(FleetLine line);

    abstract Node content(FleetLine line);

    @Override
    protected final void updateItem(@Nullable FleetLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            content.hide();
        } else {
            content.show(part(line), () -> content(line));
        }
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

    private static void say(Label label, String text, Tone tone) {
        tone.on(label);
        Texts.set(label, text);
    }

    /// Name of the service, or revision and status of a deployment.
    ///
    /// The table's own indent keeps the width that it once had, also when no service has deployments below it any more;
    /// so this cell indents itself, and brings the handle that folds.
    static final class Name extends FleetCell {

        private static final double INDENT = 18;

        private final BooleanSupplier nested;
        private final Label revision = Texts.yielding("");
        private final Label badge = Texts.label("", "wd-badge");
        private final HBox deployment = line(revision, badge);
        private final Label name = Texts.name("wd-strong");
        private final Label detail = Texts.yielding("", "wd-12");
        private final FoldPane handle = new FoldPane(INDENT);
        private final HBox service = new HBox(handle, lines(name, detail));

        /// @param nested whether any service has lines below it
        Name(BooleanSupplier nested) {
            this.nested = nested;
            deployment.setPadding(new Insets(0, 0, 0, 2 * INDENT));
            service.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        Object part(FleetLine line) {
            return Arrays.asList(line.name(), line.detail(), line.badge(), line.badgeTone(), line.isDeployment(),
                    nested.getAsBoolean(), item());
        }

        private @Nullable TreeItem<?> item() {
            return getTreeTableView().getTreeItem(getIndex());
        }

        @Override
        Node content(FleetLine line) {
            if (line.isDeployment()) {
                say(revision, line.name(), Tone.PLAIN);
                Texts.set(badge, line.badge());
                line.badgeTone().on(badge);
                return deployment;
            }
            say(name, line.name(), Tone.PLAIN);
            say(detail, line.detail(), Tone.MUTED);
            handle.fold(item());
            Texts.shown(handle, nested.getAsBoolean());
            return service;
        }
    }

    /// How many run. What has no room beside the figure goes below it, and there the squares give way.
    static final class Running extends FleetCell {

        /// Of the squares in a wide column.
        private static final double BLOCKS = 96;
        private final AbsencePane absence = new AbsencePane();
        private final Label count = Texts.label("");
        private final Label pending = Texts.label("", "wd-12");
        private final FreshnessLabel late = new FreshnessLabel();
        private final TaskBlocks blocks = new TaskBlocks();
        private final HBox first = line();
        private final HBox second = line();
        private final VBox both = lines(first, second);
        private Optional<FleetLine> shown = Optional.empty();

        Running() {
            widthProperty().subscribe(_ -> shown.ifPresent(this::fit));
        }

        @Override
        Object part(FleetLine line) {
            return List.of(line.absence(), line.isDeployment(), line.running(), line.runningTone(), line.pending(),
                    line.blocks(), line.late());
        }

        @Override
        Node content(FleetLine line) {
            if (line.absence().isPresent()) {
                shown = Optional.empty();
                absence.show(line.absence().get());
                return absence;
            }
            shown = Optional.of(line);
            say(count, line.running(), line.runningTone());
            Tone.strong(count, !line.isDeployment());
            say(pending, line.pending(), line.isDeployment() ? Tone.WARNING : Tone.MUTED);
            fit(line);
            return both;
        }

        private void fit(FleetLine line) {
            double room = getWidth() - AROUND;
            double beside = room - TextWidth.of(line.running(), !line.isDeployment(), 13);
            double words = line.pending().isEmpty() ? 0 : GAP + TextWidth.of(line.pending(), false, 12);
            boolean below = words > beside;
            beside -= below ? 0 : words;
            boolean aged = line.late().isPresent() && !line.isDeployment();
            boolean agedBelow = aged && beside < GAP + FreshnessLabel.DISC;
            double age = agedBelow ? FreshnessLabel.DISC : beside - GAP;
            line.late().ifPresent(known -> late.fit(known, age));
            double squares = room - (below ? words : 0) - (agedBelow ? GAP + FreshnessLabel.DISC : 0);
            blocks.show(line.blocks(), Math.clamp(squares, 0, BLOCKS), line.running());
            put(first, Stream.of(part(true, count), part(!below && words > 0, pending),
                    part(aged && !agedBelow, late)));
            put(second, Stream.of(part(below, pending), part(!line.isDeployment(), blocks), part(agedBelow, late)));
        }

        private static Stream<Node> part(boolean there, Node node) {
            return there ? Stream.of(node) : Stream.empty();
        }

        private static void put(HBox line, Stream<Stream<Node>> parts) {
            List<Node> nodes = parts.flatMap(part -> part).toList();
            if (!line.getChildren().equals(nodes)) {
                line.getChildren().setAll(nodes);
            }
            Texts.shown(line, !nodes.isEmpty());
        }
    }

    static final class Capacity extends FleetCell {

        private final Label capacity = Texts.yielding("");
        private final Label detail = Texts.yielding("", "wd-12");
        private final VBox both = lines(capacity, detail);

        @Override
        Object part(FleetLine line) {
            return List.of(line.capacity(), line.capacityDetail());
        }

        @Override
        Node content(FleetLine line) {
            say(capacity, line.capacity(), Tone.PLAIN);
            say(detail, line.capacityDetail(), Tone.MUTED);
            return both;
        }
    }

    /// CPU or memory with its last hour. How old a late figure is goes below it: beside it there is room for the figure alone.
    static final class Load extends FleetCell {

        private static final double PICTURE = 62;

        private final Function<FleetLine, FleetLine.Load> which;
        private final AbsencePane absence = new AbsencePane();
        private final HBox nothing = new HBox();
        private final Sparkline spark = new Sparkline(PICTURE, 26);
        private final Label text = Texts.yielding("");
        private final FreshnessLabel late = new FreshnessLabel();
        private final HBox both = line(spark, lines(text, late));
        private Optional<Age> age = Optional.empty();

        Load(Function<FleetLine, FleetLine.Load> which) {
            this.which = which;
            widthProperty().subscribe(this::fit);
        }

        private void fit() {
            boolean pictured = FleetColumn.isPictured(getWidth());
            Texts.shown(spark, pictured);
            Texts.shown(late, age.isPresent());
            age.ifPresent(known -> late.fit(known, getWidth() - AROUND - (pictured ? PICTURE + GAP : 0)));
        }

        @Override
        Object part(FleetLine line) {
            return which.apply(line);
        }

        @Override
        Node content(FleetLine line) {
            FleetLine.Load load = which.apply(line);
            if (load.absence().isPresent()) {
                absence.show(load.absence().get());
                return absence;
            }
            if (load.text().isEmpty()) {
                return nothing;
            }
            spark.range(load.from(), load.to());
            spark.show(load.series(), Series.empty(), load.limit().map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty()), Tone.PLAIN, load.text());
            say(text, load.text(), load.tone());
            Tone.strong(text, load.tone() != Tone.PLAIN);
            age = load.late();
            fit();
            return both;
        }
    }

    /// How the rollout stands, and the autoscaling range with as many of its policies as have room.
    static final class Rollout extends FleetCell {

        private static final String BETWEEN = ", ";
        private final Meter meter = new Meter(6);
        private final Label rollout = Texts.yielding("");
        private final Label scaling = Texts.yielding("", "wd-12");
        private final VBox both = lines(line(meter, rollout), scaling);

        Rollout() {
            meter.setPrefWidth(60);
            meter.setMinWidth(20);
            widthProperty().subscribe(_ -> fit(Texts.explanation(scaling)));
        }

        private void fit(String all) {
            var texts = new ArrayList<String>();
            for (String text = all; !text.isEmpty();) {
                texts.add(text);
                text = text.substring(0, Math.max(0, text.lastIndexOf(BETWEEN)));
            }
            if (!texts.isEmpty()) {
                scaling.setText(TextWidth.fitting(getWidth() - AROUND, false, 12, texts));
            }
        }

        @Override
        Object part(FleetLine line) {
            return List.of(line.isDeployment(), line.rollout(), line.rolloutTone(), line.scaling(), line.progress());
        }

        @Override
        Node content(FleetLine line) {
            rollout.setWrapText(line.isDeployment());
            say(rollout, line.rollout(), line.rolloutTone() == Tone.NOTICE ? Tone.PLAIN : line.rolloutTone());
            Texts.explain(rollout, line.rollout());
            say(scaling, line.isDeployment() ? "" : line.scaling(), Tone.MUTED);
            Texts.explain(scaling, line.isDeployment() ? "" : line.scaling());
            fit(Texts.explanation(scaling));
            line.progress().ifPresent(share -> meter.show(share, 0, OptionalDouble.empty(), Tone.NOTICE,
                    line.rollout()));
            Texts.shown(meter, !line.isDeployment() && line.progress().isPresent());
            return both;
        }
    }
}
