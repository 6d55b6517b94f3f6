package io.watchdeck.ui.timeline;

import io.watchdeck.timeline.TimelineEvent.Kind;
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
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/// An event in one line: when, how far from the cursor, what, and who tells of it.
final class EventCell extends RowCell<String, EventLine> {

    private static final double TIME = 64;
    private static final double OFFSET = 92;
    private static final double SOURCE = 94;

    private final Label time = wide(Texts.label("", "wd-mono", "wd-12"), TIME);
    private final Label offset = wide(Texts.label("", "wd-12", "wd-muted"), OFFSET);
    private final FontIcon icon = Icons.icon(MaterialDesignC.CIRCLE_SMALL, "severity-icon", "event-icon");
    private final Label sentence = Texts.yielding("");
    private final Label source = wide(Texts.yielding("", "wd-12", "wd-muted"), SOURCE);
    private final Button leads = new Button(null, Icons.icon(MaterialDesignA.ARROW_RIGHT));
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
        icon.setIconCode(of(newest.kind()));
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

    private static Ikon of(Kind kind) {
        return switch (kind) {
            case DEPLOYMENT -> MaterialDesignR.ROCKET_LAUNCH_OUTLINE;
            case ROLLOUT -> MaterialDesignR.ROCKET_LAUNCH;
            case TASK_STOP -> MaterialDesignS.STOP_CIRCLE_OUTLINE;
            case INTERRUPTION -> MaterialDesignL.LIGHTNING_BOLT;
            case PLACEMENT -> MaterialDesignT.TIMER_SAND_EMPTY;
            case SERVICE -> MaterialDesignM.MESSAGE_TEXT_OUTLINE;
            case SCALING -> MaterialDesignA.ARROW_EXPAND_VERTICAL;
            case DATABASE -> MaterialDesignD.DATABASE_OUTLINE;
            case PIPELINE -> MaterialDesignP.PIPE;
            case ALARM -> MaterialDesignB.BELL;
            case WORD -> MaterialDesignA.ACCOUNT_CHECK_OUTLINE;
            case CLOUD_ALARM -> MaterialDesignC.CLOUD_ALERT;
            case OPERATION -> MaterialDesignA.ACCOUNT_WRENCH_OUTLINE;
            case VERDICT -> MaterialDesignC.CLIPBOARD_CHECK_OUTLINE;
        };
    }
}
