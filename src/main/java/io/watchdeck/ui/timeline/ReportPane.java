package io.watchdeck.ui.timeline;

import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One line on the report that somebody wanted: that it is being made, where it is, or why there is none.
final class ReportPane extends HBox {

    private final ProgressIndicator making = new ProgressIndicator();
    private final FontIcon mark = Icons.icon(Glyph.CHECK_CIRCLE, "severity-icon");
    private final Label text = Texts.yielding("");
    private final Button open;
    private final Button close;
    private Optional<Path> file = Optional.empty();

    ReportPane(ReportViewModel model, Words words, Desktop desktop) {
        setId("timeline-report");
        getStyleClass().addAll("wd-card", "report-line");
        setAlignment(Pos.CENTER_LEFT);
        making.getStyleClass().add("asking");
        text.setId("timeline-report-text");
        text.setAccessibleRole(AccessibleRole.TEXT);
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        open = new Button(words.say("ui.timeline.report.open"), Icons.icon(Glyph.OPEN_IN_NEW));
        open.setId("timeline-report-open");
        open.getStyleClass().add("small");
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> file.ifPresent(there -> desktop.open(there.toUri())));
        close = new Button(null, Icons.icon(Glyph.CLOSE));
        close.setId("timeline-report-close");
        close.getStyleClass().addAll("flat", "icon-button");
        close.setAccessibleText(words.say("ui.timeline.report.close"));
        Texts.explain(close, words.say("ui.timeline.report.close"));
        close.setOnAction(_ -> model.close());
        getChildren().addAll(making, mark, text, open, close);
        model.lineProperty().subscribe(this::show);
    }

    private void show(Optional<ReportLine> line) {
        Texts.shown(this, line.isPresent());
        line.ifPresent(one -> {
            boolean runs = one.kind() == ReportLine.Kind.MAKING;
            boolean failed = one.kind() == ReportLine.Kind.FAILED
                    || one.kind() == ReportLine.Kind.REFUSED;
            file = one.file();
            Texts.shown(making, runs);
            Texts.shown(mark, !runs);
            mark.show(failed ? Glyph.ALERT : Glyph.CHECK_CIRCLE);
            (failed ? Tone.WARNING : Tone.FINE).on(mark);
            text.setText(one.text());
            Texts.explain(text, one.text());
            Texts.shown(open, one.file().isPresent());
            Texts.shown(close, !runs);
        });
    }
}
