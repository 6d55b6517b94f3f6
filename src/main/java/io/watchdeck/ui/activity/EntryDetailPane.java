package io.watchdeck.ui.activity;

import io.watchdeck.ui.activity.EntryDetail.ChangeLine;
import io.watchdeck.ui.activity.EntryDetail.FactLine;
import io.watchdeck.ui.activity.EntryDetail.RemarkLine;
import io.watchdeck.ui.kit.DetailHeadPane;
import io.watchdeck.ui.kit.DetailScrollPane;
import io.watchdeck.ui.kit.FontIcon;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Everything about one operation: what it came to, what was changed, by whom and why, each request with its answer, and
/// what was seen while it was followed.
final class EntryDetailPane extends VBox {

    private static final double NAMES = 78;
    private static final double TIMES = 92;

    private final Words words;
    private final Consumer<String> copy;
    private final FontIcon kind = Icons.icon(Glyph.HISTORY, "detail-icon");
    private final DetailHeadPane head;
    private final Label verdict = Texts.blank("wd-badge");
    private final Label standing = Texts.yielding("", "wd-12");
    private final Label sentence = Texts.wrapping("", "entry-sentence");
    private final VBox changes = part("entry-changes");
    private final VBox facts = part("entry-facts");
    private final VBox requests = part("entry-requests");
    private final Label missing = Texts.wrapping("", "wd-12", "entry-missing");
    private final VBox remarks = part("entry-remarks");
    private final Label changesTitle;
    private final Label remarksTitle;
    private final Label requestsTitle;
    private final Label reminder = Texts.wrapping("", "wd-12");
    private final Button copyAll;
    private final Button ticket;
    private final Button go;
    private final Button timeline;
    private Optional<EntryDetail> shown = Optional.empty();

    /// @param acts what its buttons do
    EntryDetailPane(ActivityViewModel model, Words words, Acts acts) {
        this.words = words;
        copy = acts.copy();
        setId("activity-detail");
        getStyleClass().addAll("wd-card", "activity-detail");
        head = new DetailHeadPane(kind, words, "activity", acts.close());
        changesTitle = Texts.label(words.say("ui.activity.changes"), "wd-strong");
        requestsTitle = Texts.label(words.say("ui.activity.requests"), "wd-strong");
        remarksTitle = Texts.label(words.say("ui.activity.remarks"), "wd-strong");
        reminder.setGraphic(Icons.icon(Glyph.BELL_OUTLINE, "reminder-icon"));
        sentence.setId("activity-sentence");
        copyAll = button("ui.activity.copyAll", "activity-copy", Glyph.CONSOLE_LINE,
                () -> model.commands().ifPresent(acts.copy()));
        ticket = button("ui.details.copy", "activity-details", Glyph.CONTENT_COPY,
                () -> model.details().ifPresent(acts.ticket()));
        ticket.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        ticket.getStyleClass().add("icon-button");
        Texts.explain(ticket, words.say("ui.details.copy"));
        go = button("ui.activity.go", "activity-go", Glyph.LAYERS_OUTLINE, acts.go());
        var content = new VBox(sentence, changesTitle, changes, facts, requestsTitle, requests, missing, remarksTitle,
                remarks,
                reminder);
        content.getStyleClass().add("activity-detail-content");
        var scroll = new DetailScrollPane(content);
        timeline = button("ui.alarms.timeline", "activity-timeline", Glyph.CHART_TIMELINE_VARIANT,
                acts.timeline());
        timeline.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        timeline.getStyleClass().add("icon-button");
        Texts.explain(timeline, words.say("ui.alarms.timeline"));
        var foot = new HBox(copyAll, go, timeline, ticket);
        foot.getStyleClass().add("activity-detail-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, state(), scroll, foot);
        model.detailProperty().subscribe(detail -> detail.ifPresent(newest -> {
            boolean other = shown.filter(before -> before.line().id().equals(newest.line().id())).isEmpty();
            show(newest);
            shown = detail;
            if (other) {
                scroll.toTop();
            }
        }));
    }

    /// @param copy     puts a text on the clipboard
    /// @param ticket   does so with what is told in a ticket
    /// @param go       shows the stack, and the service there
    /// @param timeline shows what happened around it
    /// @param close    hides these details
    record Acts(Consumer<String> copy, Consumer<String> ticket, Runnable go, Runnable timeline, Runnable close) {}

    private static VBox part(String style) {
        var part = new VBox();
        part.getStyleClass().add(style);
        part.setId(style);
        return part;
    }

    private Button button(String key, String id, Glyph glyph, Runnable action) {
        var button = new Button(words.say(key), Icons.icon(glyph));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private Node state() {
        verdict.setId("activity-verdict");
        var line = new HBox(verdict, standing);
        line.getStyleClass().add("activity-state");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show(EntryDetail detail) {
        ActivityLine line = detail.line();
        kind.show(Icons.of(line.kind()));
        head.show(line.title(), "", line.stackName(), line.environment(), detail.component());
        verdict.setText(line.verdict());
        line.tone().on(verdict);
        standing.setText(detail.standing());
        sentence.setText(line.sentence());
        fill(changes, EntryDetail::changes, detail, this::change);
        fill(facts, EntryDetail::facts, detail, this::fact);
        fill(requests, EntryDetail::requests, detail, one -> new RequestPane(one, words, copy));
        Texts.shown(requestsTitle, !detail.requests().isEmpty());
        Texts.set(missing, detail.missing());
        fill(remarks, EntryDetail::remarks, detail, this::remark);
        Texts.shown(remarksTitle, !detail.remarks().isEmpty());
        Texts.set(reminder, detail.reminder());
        copyAll.setDisable(detail.requests().isEmpty());
        go.setDisable(!detail.watched());
        timeline.setDisable(!detail.watched());
        go.setText(detail.goesTo());
    }

    /// Only where they are others than before: a button of one may have the focus.
    private <T> void fill(VBox part, Function<EntryDetail, List<T>> lines, EntryDetail detail,
            Function<T, Node> node) {
        if (shown.map(lines).filter(lines.apply(detail)::equals).isEmpty()) {
            part.getChildren().setAll(lines.apply(detail).stream().map(node).toList());
            Texts.shown(part, !part.getChildren().isEmpty());
        }
    }

    private Node change(ChangeLine line) {
        Label what = Texts.label(line.what(), "wd-12", "wd-muted");
        Label after = Texts.wrapping(line.after(), "wd-strong");
        var row =
                new HBox(Texts.wrapping(line.before()), Icons.icon(Glyph.ARROW_RIGHT, "change-arrow"), after);
        if (line.before().isEmpty()) {
            row.getChildren().setAll(after);
        }
        row.getStyleClass().add("entry-change");
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(what, row);
    }

    private Node fact(FactLine line) {
        Label name = Texts.label(line.name(), "wd-12", "wd-muted");
        name.setMinWidth(NAMES);
        name.setPrefWidth(NAMES);
        Label value = Texts.wrapping(line.value(), "wd-12");
        line.tone().on(value);
        Texts.explain(value, line.beside());
        var row = new HBox(name, value);
        row.getStyleClass().add("entry-fact");
        return row;
    }

    private Node remark(RemarkLine line) {
        Label time = Texts.label(line.time(), "wd-12", "wd-muted");
        time.setMinWidth(TIMES);
        time.setPrefWidth(TIMES);
        Texts.explain(time, line.moments());
        var row = new HBox(time, Texts.wrapping(line.said(), "wd-12"));
        row.getStyleClass().add("entry-remark");
        return row;
    }
}
