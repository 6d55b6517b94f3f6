package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerEntry.Kind;
import io.watchdeck.ui.kit.EnvironmentBadge;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ListColumn;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// A line of the ledger as a row of two lines.
final class LineRowPane extends HBox {

    private final Words words;
    private final FontIcon icon = Icons.icon(Glyph.LIGHTNING_BOLT, "spot-line-icon");
    private final Label time = Texts.yielding("");
    private final Label ago = Texts.yielding("", "wd-12", "wd-muted");
    private final Label title = Texts.yielding("", "wd-strong");
    private final Label service = Texts.name("wd-12", "wd-muted");
    private final Label stack = Texts.blank("wd-12");
    private final EnvironmentBadge badge = new EnvironmentBadge();
    private final Label task = Texts.yielding("", "spot-task");
    private final Label zone = Texts.yielding("", "wd-12", "wd-muted");
    private final Label age = Texts.yielding("");
    private final Label provider = Texts.yielding("", "wd-12", "wd-muted");
    private final Label waited = Texts.yielding("");
    private final Label beside = Texts.yielding("", "wd-12", "wd-muted");

    LineRowPane(Words words) {
        this.words = words;
        getStyleClass().add("spot-row");
        setAlignment(Pos.CENTER_LEFT);
        var below = new HBox(stack, badge, service);
        below.getStyleClass().add("cell-line");
        below.setAlignment(Pos.CENTER_LEFT);
        ListColumn.place(this, SpotColumns.LINES, List.of(new StackPane(icon), ListColumn.lines(time, ago),
                ListColumn.lines(title, below), ListColumn.lines(task, zone), ListColumn.lines(age, provider),
                ListColumn.lines(waited, beside)));
    }

    void show(SpotLine line) {
        boolean interrupted = line.kind() == Kind.INTERRUPTION;
        icon.show(interrupted ? Glyph.LIGHTNING_BOLT : Glyph.TRAY_REMOVE);
        time.setText(line.time());
        Texts.explain(time, line.moments());
        ago.setText(line.ago());
        title.setText(line.title());
        Texts.explain(title, line.title());
        service.setText(line.service());
        Texts.explain(service, line.service());
        stack.setText(line.stackName());
        badge.show(line.environment(), words);
        task.setText(line.task());
        task.getStyleClass().remove("wd-mono");
        if (interrupted) {
            task.getStyleClass().add("wd-mono");
        }
        Texts.explain(task, line.full());
        zone.setText(interrupted ? line.zone() : line.full());
        Texts.explain(zone, interrupted ? line.zone() : line.full());
        age.setText(line.age());
        Texts.set(provider, line.provider());
        Texts.explain(provider, line.provider());
        waited.setText(line.waited());
        line.tone().on(waited);
        Texts.set(beside, line.beside());
        setAccessibleText(words.say("ui.spot.spoken", line.title(), line.service(), line.stackName(), line.time(),
                line.task(), line.waited()));
    }
}
