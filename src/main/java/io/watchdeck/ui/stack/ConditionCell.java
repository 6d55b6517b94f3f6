package io.watchdeck.ui.stack;

import io.watchdeck.metrics.Series;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/// A cell of the conditions' table.
abstract class ConditionCell extends TableCell<Row<String, ConditionLine>, ConditionLine> {

    abstract Node content(ConditionLine line);

    @Override
    protected final void updateItem(@Nullable ConditionLine line, boolean empty) {
        super.updateItem(line, empty);
        setGraphic(line == null || empty ? null : content(line));
    }

    static final class State extends ConditionCell {
        @Override
        Node content(ConditionLine line) {
            Label word = Texts.yielding(line.word(), line.severity() == Severity.FINE ? "wd-muted" : "wd-strong");
            var content = new HBox(new SeverityIcon(line.severity(), line.severity() == Severity.FINE), word);
            content.getStyleClass().add("cell-line");
            content.setAlignment(Pos.CENTER_LEFT);
            return content;
        }
    }

    static final class Text extends ConditionCell {

        private final Function<ConditionLine, String> text;
        private final Function<ConditionLine, Tone> tone;

        Text(Function<ConditionLine, String> text, Function<ConditionLine, Tone> tone) {
            this.text = text;
            this.tone = tone;
        }

        @Override
        Node content(ConditionLine line) {
            Label label = Texts.yielding(text.apply(line));
            Tone now = tone.apply(line);
            now.on(label);
            if (now == Tone.CRITICAL || now == Tone.WARNING) {
                label.getStyleClass().add("wd-strong");
            }
            Texts.explain(label, text.apply(line));
            return label;
        }
    }

    static final class Line extends ConditionCell {

        private final Supplier<Instant> now;

        Line(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        Node content(ConditionLine line) {
            var spark = new Sparkline(74, 20);
            spark.unfilled();
            spark.range(now.get().minus(Duration.ofHours(1)), now.get());
            spark.show(line.series(), Series.empty(), line.threshold(),
                    line.severity() == Severity.FINE ? Tone.PLAIN : Tone.of(line.severity()), line.sentence());
            spark.setVisible(!line.series().isEmpty());
            return spark;
        }
    }

    /// Who evaluates it.
    static final class Origin extends ConditionCell {

        private final Words words;

        Origin(Words words) {
            this.words = words;
        }

        @Override
        Node content(ConditionLine line) {
            Label label = Texts.yielding(line.component(), "wd-12", "wd-muted");
            label.setGraphic(Icons.icon(line.cloud() ? MaterialDesignC.CLOUD_OUTLINE : MaterialDesignL.LAPTOP,
                    "source-icon"));
            Texts.explain(label, line.cloud() ? words.say("ui.open.cloud", line.name())
                    : words.say("ui.open.rule", words.rule(line.name())));
            return label;
        }
    }
}
