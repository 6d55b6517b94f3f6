package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.CellContent;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Sparkline;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A cell of the table: one or two lines, or why there is nothing to say.
final class QueueCell extends TableCell<Row<QueuePair.Key, QueueLine>, QueueLine> {

    private final QueueColumn column;
    private final Words words;
    private final CellContent content = CellContent.filling(this);
    private final Label first = Texts.yielding("");
    private final Label second = Texts.yielding("", "wd-12");
    private final VBox lines = new VBox(first, second);
    private final AbsencePane absence = new AbsencePane();
    private final SeverityIcon sign = new SeverityIcon("queue-sign");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final FreshnessLabel age = new FreshnessLabel();
    private final Sparkline spark = new Sparkline(44, 18);
    private final FontIcon arrow = Icons.icon(Glyph.ARROW_RIGHT);
    private final HBox line = new HBox();

    QueueCell(QueueColumn column, Words words) {
        this.column = column;
        this.words = words;
        getStyleClass().addAll("queue-cell", "queue-" + column.word());
        lines.getStyleClass().add("cell-lines");
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        line.getStyleClass().add("cell-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        if (column == QueueColumn.FLIGHT) {
            widthProperty().subscribe(width -> Texts.shown(spark, width.doubleValue() >= QueueColumn.BRIEF));
        }
    }

    @Override
    protected void updateItem(@Nullable QueueLine facts, boolean empty) {
        super.updateItem(facts, empty);
        if (facts == null || empty) {
            content.hide();
        } else {
            content.show(part(facts), () -> node(facts));
        }
    }

    private record Head(String queue, String stack, Object environment, Object severity, boolean owned) {}

    private record Flight(Says says, Object series, Object from) {}

    private Object part(QueueLine facts) {
        return switch (column) {
            case QUEUE -> new Head(facts.key().queue(), facts.stack(), facts.environment(), facts.severity(),
                    facts.owned());
            case ARROW -> facts.paired() + facts.cells().letters().text();
            case FLIGHT -> new Flight(facts.cells().inFlight(), facts.flights(), facts.from());
            case UPDATED -> facts.age();
            default -> says(facts);
        };
    }

    private Says says(QueueLine facts) {
        return switch (column) {
            case WAITING -> facts.cells().waiting();
            case FLIGHT -> facts.cells().inFlight();
            case OLDEST -> facts.cells().oldest();
            case LETTERS -> facts.cells().letters();
            case DEPTH -> facts.cells().depth();
            case DEAD_OLDEST -> facts.cells().deadOldest();
            case DESTROYED -> facts.cells().destroyed();
            case BEHIND -> facts.cells().behind();
            case QUEUE, ARROW, UPDATED -> Says.NOTHING;
        };
    }

    private Node node(QueueLine facts) {
        return switch (column) {
            case QUEUE -> head(facts);
            case ARROW -> arrow(facts);
            case FLIGHT -> flight(facts);
            case DESTROYED -> destroyed(facts.cells().destroyed());
            case UPDATED -> updated(facts);
            default -> said(says(facts));
        };
    }

    private Node head(QueueLine facts) {
        sign.show(facts.severity(), facts.owned());
        sign.setAccessibleText(words.say("severity." + facts.severity().word()));
        first.setText(facts.key().queue());
        Tone.strong(first, true);
        second.setText(facts.stack());
        Tone.MUTED.on(second);
        badge.show(facts.environment(), words);
        var below = new HBox(second, badge);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        lines.getChildren().setAll(first, below);
        Texts.explain(first, facts.key().queue());
        Texts.explain(second, facts.stack());
        line.getChildren().setAll(sign, lines);
        return line;
    }

    private Node arrow(QueueLine facts) {
        boolean missing = !facts.paired() && facts.cells().letters().absence().isEmpty();
        arrow.show(missing ? Glyph.CLOSE : Glyph.ARROW_RIGHT);
        (missing ? Tone.WARNING : Tone.MUTED).on(arrow);
        arrow.setAccessibleText(words.say(missing ? "ui.queues.arrow.none" : "ui.queues.arrow"));
        line.getChildren().setAll(arrow);
        return line;
    }

    private Node flight(QueueLine facts) {
        Node said = said(facts.cells().inFlight());
        if (facts.cells().inFlight().absence().isPresent()) {
            return said;
        }
        spark.range(facts.from(), facts.from().plus(QueueText.SHOWN));
        spark.show(facts.flights(), io.watchdeck.metrics.Series.empty(), OptionalDouble.empty(), Tone.PLAIN,
                words.say(facts.flights().isEmpty() ? "ui.queues.sparkNone" : "ui.queues.spark",
                        facts.flights().size()));
        Texts.shown(spark, getWidth() >= QueueColumn.BRIEF);
        line.getChildren().setAll(first, spark);
        return line;
    }

    private Node destroyed(Says says) {
        Node said = said(says);
        first.getStyleClass().removeAll("wd-badge", "queue-badge");
        first.setGraphic(null);
        if (says.absence().isEmpty() && says.tone() != Tone.PLAIN && says.tone() != Tone.MUTED) {
            first.getStyleClass().addAll("wd-badge", "queue-badge");
            first.setGraphic(Icons.icon(Glyph.TIMER_SAND));
        }
        return said;
    }

    private Node updated(QueueLine facts) {
        age.show(facts.age());
        line.getChildren().setAll(age);
        return line;
    }

    private Node said(Says says) {
        if (says.absence().isPresent()) {
            absence.show(says.absence().get());
            return absence;
        }
        first.setText(says.text());
        says.tone().on(first);
        Tone.strong(first, column == QueueColumn.LETTERS || column == QueueColumn.DEPTH && isLoud(says.tone()));
        Texts.set(second, says.second());
        says.secondTone().on(second);
        Texts.explain(first, says.explanation().isEmpty() ? says.text() : says.explanation());
        Texts.explain(second, says.explanation().isEmpty() ? says.second() : says.second() + "\n" + says.explanation());
        lines.getChildren().setAll(first, second);
        return lines;
    }

    private static boolean isLoud(Tone tone) {
        return tone == Tone.WARNING || tone == Tone.CRITICAL;
    }
}
