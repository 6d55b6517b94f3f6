package io.watchdeck.ui.timeline;

import io.watchdeck.timeline.TimelineEvent.Kind;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.RowCell;
import io.watchdeck.ui.kit.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// An event in one line: when, how far from the cursor, what, and who tells of it.
final class EventCell extends RowCell<String, EventLine> {

    private static final double TIME = 64;
    private static final double OFFSET = 92;
    private static final double SOURCE = 94;

    private final Label time = wide(Texts.label("", "wd-mono", "wd-12"), TIME);
    private final Label offset = wide(Texts.label("", "wd-12", "wd-muted"), OFFSET);
    private final FontIcon icon = Icons.icon(Glyph.CIRCLE_SMALL, "severity-icon", "event-icon");
    private final Label sentence = Texts.yielding("");
    private final Label source = wide(Texts.yielding("", "wd-12", "wd-muted"), SOURCE);
    private final Button leads = new Button(null, Icons.icon(Glyph.ARROW_RIGHT));
    private final HBox line = new HBox(time, offset, icon, sentence, new HBox(source, leads));

    /// @param open shows more of an event
    EventCell(Consumer<String> open) {
        super("event-cell");
        leads.getStyleClass().addAll("flat", "icon-button", "event-leads");
        leads.setFocusTraversable(false); // Enter in the list does the same
        leads.setOnAction(_ -> Optional.ofNullable(getItem()).ifPresent(row -> open.accept(row.key())));
        line.getStyleClass().add("event-line");
        line.setAlignment(Pos.CENTER_LEFT);
        source.setMaxHeight(Double.MAX_VALUE);
        offset.setAlignment(Pos.CENTER_RIGHT);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
    }

    private static Label wide(Label label, double width) {
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    @Override
    protected Region written(EventLine newest) {
        time.setText(newest.time());
        offset.setText(newest.offset());
        icon.show(of(newest.kind()));
        newest.tone().on(icon);
        sentence.setText(newest.sentence());
        Texts.explain(sentence, newest.details().isEmpty() ? newest.sentence()
                : newest.sentence() + "\n" + newest.details());
        source.setText(newest.source());
        leads.setVisible(!newest.leads().isEmpty());
        leads.setAccessibleText(newest.leads());
        Texts.explain(leads, newest.leads());
        line.setAccessibleText(newest.spoken());
        return line;
    }

    private static Glyph of(Kind kind) {
        return switch (kind) {
            case DEPLOYMENT -> Glyph.ROCKET_LAUNCH_OUTLINE;
            case ROLLOUT -> Glyph.ROCKET_LAUNCH;
            case TASK_STOP -> Glyph.STOP_CIRCLE_OUTLINE;
            case INTERRUPTION -> Glyph.LIGHTNING_BOLT;
            case PLACEMENT -> Glyph.TIMER_SAND_EMPTY;
            case SERVICE -> Glyph.MESSAGE_TEXT_OUTLINE;
            case SCALING -> Glyph.ARROW_EXPAND_VERTICAL;
            case DATABASE -> Glyph.DATABASE_OUTLINE;
            case PIPELINE -> Glyph.PIPE;
            case ALARM -> Glyph.BELL;
            case WORD -> Glyph.ACCOUNT_CHECK_OUTLINE;
            case CLOUD_ALARM -> Glyph.CLOUD_ALERT;
            case OPERATION -> Glyph.ACCOUNT_WRENCH_OUTLINE;
            case VERDICT -> Glyph.CLIPBOARD_CHECK_OUTLINE;
        };
    }
}
