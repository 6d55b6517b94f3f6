package io.watchdeck.ui.timeline;

import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.logs.LogsPane;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.watch.Inspection;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The log around the cursor, below what happened. Folded away it is a line.
final class CursorLogPane extends VBox {

    private static final double LEAST = 210;
    private static final double USUAL = 240;
    /// A cursor that is dragged, or played, rests nowhere.
    private static final Duration REST = Duration.millis(600);

    private final CursorLogViewModel model;
    private final PageContext context;
    private final LogsPane log;
    private final ComboBox<String> services = new ComboBox<>();
    private final PauseTransition resting = new PauseTransition(REST);
    private Optional<Instant> cursor = Optional.empty();
    private Optional<Inspection> inspected = Optional.empty();
    private boolean showing;
    private boolean filling;

    CursorLogPane(CursorLogViewModel model, PageContext context) {
        this.model = model;
        this.context = context;
        setId("timeline-log");
        getStyleClass().addAll("wd-card", "cursor-log");
        log = new LogsPane(model.tail(), context.words(), context.desktop());
        log.before(behind());
        log.before(services);
        VBox.setVgrow(log, Priority.ALWAYS);
        getChildren().add(log);
        services.setId("timeline-log-service");
        services.getStyleClass().add("log-group");
        services.setAccessibleText(context.words().say("ui.timeline.log.service"));
        services.valueProperty().subscribe(name -> {
            if (!filling && name != null) {
                model.choose(name);
            }
        });
        model.servicesProperty().subscribe(_ -> showServices());
        model.serviceProperty().subscribe(_ -> showServices());
        model.serviceProperty().subscribe(_ -> inspect());
        model.tail().wishProperty().subscribe(_ -> inspect());
        model.tail().openProperty().subscribe(open -> {
            setMinHeight(open ? LEAST : USE_PREF_SIZE);
            setPrefHeight(open ? USUAL : USE_COMPUTED_SIZE);
            inspect();
        });
        model.tail().groups(context.feed()::logGroupsOf);
        resting.setOnFinished(_ -> model.rest(cursor));
    }

    /// Which moment it is of stands in its head.
    private Label behind() {
        Label behind = Texts.yielding(context.words().say("ui.timeline.log.behind"), "wd-12", "wd-muted");
        behind.setId("timeline-log-behind");
        Texts.explain(behind, context.words().say("ui.timeline.log.behind.explain"));
        model.behindProperty().subscribe(on -> Texts.shown(behind, on));
        return behind;
    }

    private void showServices() {
        filling = true;
        if (!services.getItems().equals(model.servicesProperty().get())) {
            services.getItems().setAll(model.servicesProperty().get());
        }
        services.setValue(model.serviceProperty().get().orElse(null));
        filling = false;
        Texts.shown(services, services.getItems().size() > 1);
        Texts.shown(this, !services.getItems().isEmpty());
    }

    /// @param moment empty where the cursor goes on with now
    void cursorAt(Optional<Instant> moment) {
        if (!moment.equals(cursor)) {
            cursor = moment;
            if (moment.isPresent()) {
                model.moves();
                resting.playFromStart();
            } else {
                resting.stop();
                model.rest(moment);
            }
        }
    }

    /// Whether the timeline is in the window: of what nobody sees nothing is read.
    void showing(boolean now) {
        showing = now;
        resting.stop();
        if (now) {
            model.rest(cursor);
        }
        inspect();
    }

    private void inspect() {
        Optional<Inspection> wanted = showing ? model.inspection() : Optional.empty();
        if (!wanted.equals(inspected)) {
            inspected = wanted;
            context.watch().inspect(wanted);
        }
    }

    void open() {
        model.tail().open(true);
        applyCss();
        log.focus();
    }

    /// @return whether it was open
    boolean fold() {
        boolean was = model.tail().openProperty().get();
        model.tail().open(false);
        return was;
    }

    boolean escape() {
        return log.escape();
    }
}
