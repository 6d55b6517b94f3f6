package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A cell of the conditions' table.
abstract class ConditionCell extends TableCell<Row<String, ConditionLine>, ConditionLine> {

    private final CellContent content = CellContent.filling(this);

    /// What of the line the cell shows.
    abstract Object part(ConditionLine line);

    /// Shows the line; the cell is not empty.
    ///
    /// @return the content of the cell
    abstract Node content(ConditionLine line);

    @Override
    protected final void updateItem(@Nullable ConditionLine line, boolean empty) {
        super.updateItem(line, empty);
        if (line == null || empty) {
            content.hide();
        } else {
            content.show(part(line), () -> content(line));
        }
    }

    static final class State extends ConditionCell {

        private final SeverityIcon icon = new SeverityIcon();
        private final Label word = Texts.yielding("");
        private final HBox both = new HBox(icon, word);

        State() {
            both.getStyleClass().add("cell-line");
            both.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        Object part(ConditionLine line) {
            return List.of(line.severity(), line.word());
        }

        @Override
        Node content(ConditionLine line) {
            boolean fine = line.severity() == Severity.FINE;
            icon.show(line.severity(), fine);
            word.setText(line.word());
            (fine ? Tone.MUTED : Tone.PLAIN).on(word);
            Tone.strong(word, !fine);
            return both;
        }
    }

    static final class Text extends ConditionCell {

        private final Function<ConditionLine, String> text;
        private final Function<ConditionLine, Tone> tone;
        private final Label label = Texts.yielding("");

        Text(Function<ConditionLine, String> text, Function<ConditionLine, Tone> tone) {
            this.text = text;
            this.tone = tone;
        }

        @Override
        Object part(ConditionLine line) {
            return List.of(text.apply(line), tone.apply(line));
        }

        @Override
        Node content(ConditionLine line) {
            label.setText(text.apply(line));
            Tone now = tone.apply(line);
            now.on(label);
            Tone.strong(label, now == Tone.CRITICAL || now == Tone.WARNING);
            Texts.explain(label, text.apply(line));
            return label;
        }
    }

    static final class Line extends ConditionCell {

        private final Sparkline spark = new Sparkline(74, 20);
        private final HBox place = new HBox(spark);

        Line() {
            spark.unfilled();
            place.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        Object part(ConditionLine line) {
            return List.of(line.series(), line.threshold(), line.severity(), line.sentence(), line.to());
        }

        @Override
        Node content(ConditionLine line) {
            spark.range(line.from(), line.to());
            spark.show(line.series(), Series.empty(), line.threshold(),
                    line.severity() == Severity.FINE ? Tone.PLAIN : Tone.of(line.severity()), line.sentence());
            spark.setVisible(!line.series().isEmpty());
            return place;
        }
    }

    /// Who evaluates it.
    static final class Origin extends ConditionCell {

        private final Words words;
        private final FontIcon icon = Icons.icon(Glyph.LAPTOP, "source-icon");
        private final FontIcon cloud = Icons.icon(Glyph.CLOUD_OUTLINE, "source-icon");
        private final HBox icons = new HBox(icon, cloud);
        private final Label label = Texts.yielding("", "wd-12", "wd-muted");

        Origin(Words words) {
            this.words = words;
            icons.getStyleClass().add("source-icons");
            icons.setAlignment(Pos.CENTER_LEFT);
            label.setGraphic(icons);
        }

        @Override
        Object part(ConditionLine line) {
            return List.of(line.component(), line.cloud(), line.name(), line.twin());
        }

        @Override
        Node content(ConditionLine line) {
            label.setText(line.component());
            icon.show(line.cloud() ? Glyph.CLOUD_OUTLINE : Glyph.LAPTOP);
            Texts.shown(cloud, line.twin().isPresent());
            String source = line.cloud() ? words.say("ui.open.cloud", line.name())
                    : words.say("ui.open.rule", words.rule(line.name()));
            Texts.explain(label, line.twin().map(alarm -> source + "\n" + words.say("ui.open.cloud", alarm))
                    .orElse(source));
            return label;
        }
    }
}
