package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.ReferenceMenu;
import io.watchdeck.ui.kit.SectionPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.kit.logs.LogTailViewModel;
import io.watchdeck.ui.kit.logs.LogsPane;
import io.watchdeck.ui.shell.OperationMenu;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Everything about the selected service: deployments, tasks with stop reasons in full, target health,
/// what autoscaling did, events, log; and its load and tasks over the time that the page shows.
final class DrawerPane extends VBox {

    static final double WIDTH = 392;
    private static final double LOGS_SHARE = 0.4;
    private static final double LOGS_LEAST = 190;

    private final Words words;
    private final Desktop desktop;
    private final Deeds deeds;
    private final Label name = Texts.name("wd-16", "wd-strong");
    private final VBox sections = new VBox();
    private final SectionPane deployments;
    private final SectionPane tasks;
    private final TargetsPane targets;
    private final ActivitiesPane activities;
    private final PricesPane prices;
    private final SectionPane events;
    private final LogsPane logs;
    private final FreshnessLabel age = new FreshnessLabel();
    private final FreshnessLabel tasksAge = new FreshnessLabel();
    private Optional<ServiceDetail> shown = Optional.empty();

    /// What can be done to the service that is shown, and to its tasks.
    record Deeds(OperationMenu menu, Supplier<Optional<ServiceWishes>> service) {

        /// Of a running task to stop it; of several that are alike a menu of all, of a stopped one nothing.
        private List<MenuItem> of(ServiceDetail.TaskLine line, Words words) {
            Optional<ServiceWishes> wishes = service.get().filter(_ -> !line.stopped());
            if (wishes.isEmpty()) {
                return List.of();
            }
            Optional<String> arn = line.reference().flatMap(AwsReference::arn);
            return arn.isEmpty() ? List.of(menu.tasks(wishes.get()))
                    : wishes.get().tasks().stream().filter(task -> task.arn().equals(arn.get()))
                            .map(task -> menu.stop(wishes.get(), task, words.say("ui.action.stopThisTask"))).toList();
        }

        private List<MenuItem> ofService() {
            return service.get().map(menu::of).orElse(List.of());
        }
    }

    DrawerPane(LogTailViewModel tail, Words words, Desktop desktop, Deeds deeds, Runnable close) {
        this.deeds = deeds;
        this.words = words;
        this.desktop = desktop;
        getStyleClass().add("drawer");
        setId("drawer");
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        deployments = new SectionPane(words.say("ui.drawer.deployments"), age);
        tasks = new SectionPane(words.say("ui.drawer.tasks"), tasksAge);
        targets = new TargetsPane(words);
        activities = new ActivitiesPane(words);
        prices = new PricesPane(words);
        events = new SectionPane(words.say("ui.drawer.events"),
                Texts.label(words.say("ui.open.newest"), "wd-12", "wd-muted"));
        sections.getChildren().addAll(deployments, tasks, targets, activities, prices, events);
        var scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "drawer-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        logs = new LogsPane(tail, words, desktop);
        tail.openProperty().subscribe(_ -> share());
        heightProperty().subscribe(_ -> share());
        getChildren().addAll(head(close), scroll, logs);
    }

    /// Puts the service's past below what it is now.
    void show(ServiceHistoryPane history) {
        sections.getChildren().add(sections.getChildren().indexOf(tasks) + 1, history);
    }

    LogsPane logs() {
        return logs;
    }

    /// The open log has its part of the height, whatever it holds.
    private void share() {
        boolean open = logs.isOpen();
        double height = open ? Math.max(LOGS_LEAST, Math.rint(getHeight() * LOGS_SHARE)) : USE_COMPUTED_SIZE;
        logs.setMinHeight(open ? height : USE_PREF_SIZE);
        logs.setPrefHeight(height);
    }

    void show(Optional<ServiceDetail> detail) {
        detail.ifPresent(newest -> {
            age.show(newest.age());
            tasksAge.show(newest.tasksAge());
            targets.show(newest.targets());
            activities.show(newest.activities());
            prices.show(newest.prices());
            if (shown.filter(old -> sameBody(old, newest)).isEmpty()) {
                name.setText(newest.name());
                Texts.explain(name, newest.name());
                showDeployments(newest);
                showTasks(newest);
                showEvents(newest);
            }
        });
        shown = detail;
        setVisible(detail.isPresent());
    }

    private static boolean sameBody(ServiceDetail one, ServiceDetail other) {
        return one.name().equals(other.name()) && one.scaling().equals(other.scaling())
                && one.deployments().equals(other.deployments())
                && one.tasks().equals(other.tasks()) && one.events().equals(other.events())
                && one.absence().equals(other.absence()) && one.tasksAbsence().equals(other.tasksAbsence());
    }

    private Node head(Runnable close) {
        var texts = new VBox(name, Texts.yielding(words.say("ui.drawer.follows"), "wd-12", "wd-muted"));
        texts.setMinWidth(0);
        texts.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var head = new HBox(texts,
                button(Glyph.CONTENT_COPY, "ui.row.copyArn", () -> shown.map(ServiceDetail::reference)
                        .flatMap(AwsReference::arn).ifPresent(desktop::copy)),
                button(Glyph.OPEN_IN_NEW, "ui.row.console", () -> shown.map(ServiceDetail::reference)
                        .map(AwsReference::uri).ifPresent(desktop::open)),
                button(Glyph.CLOSE, "ui.drawer.close", close));
        head.getStyleClass().add("drawer-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button button(Glyph glyph, String key, Runnable action) {
        var button = new Button(null, Icons.icon(glyph));
        button.setId(key.replace('.', '-'));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words.say(key));
        button.setTooltip(Texts.tooltip(words.say(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void showDeployments(ServiceDetail detail) {
        deployments.setCount(Integer.toString(detail.deployments().size()));
        if (detail.absence().isPresent()) {
            deployments.setContent(List.of(EntryPane.absent(detail.absence().get())));
            return;
        }
        var nodes = new ArrayList<Node>(detail.deployments().stream()
                .map(line -> deployment(line, detail.reference())).toList());
        if (!detail.scaling().isEmpty()) {
            nodes.add(EntryPane.sentence(detail.scaling(), Tone.MUTED, ""));
        }
        deployments.setContent(nodes);
    }

    private Node deployment(ServiceDetail.DeploymentLine line, AwsReference service) {
        var bullet = Icons.icon(line.primary() ? Glyph.CIRCLE : Glyph.CIRCLE_OUTLINE, "bullet",
                line.primary() ? "bullet-primary" : "bullet-other");
        Label badge = Texts.label(line.badge(), "wd-badge");
        line.tone().on(badge);
        Texts.shown(badge, !line.badge().isEmpty());
        HBox first = EntryPane.line(Texts.label(line.revision(), "wd-strong"), badge, Texts.spacer(),
                EntryPane.dated(line.started(), line.startedFull(), "wd-12"));
        Label definition = Texts.yielding(line.definition(), "wd-mono", "wd-11", "wd-muted");
        Texts.explainWhole(definition, "");
        Label counts = Texts.label(line.counts(), "wd-12");
        line.countsTone().on(counts);
        Node entry = new EntryPane(bullet, first, EntryPane.line(definition, Texts.spacer(), counts))
                .with(line.reason(), Tone.CRITICAL, line.fullReason());
        ReferenceMenu.install(entry, Optional.of(service), words, desktop, deeds::ofService);
        return entry;
    }

    private void showTasks(ServiceDetail detail) {
        tasks.setCount(detail.tasksAbsence().isPresent() ? "" : detail.taskSummary());
        if (detail.tasksAbsence().isPresent()) {
            tasks.setContent(List.of(EntryPane.absent(detail.tasksAbsence().get())));
        } else {
            tasks.setContent(detail.tasks().stream().map(this::task).toList());
        }
    }

    private Node task(ServiceDetail.TaskLine line) {
        Label id = Texts.label(line.id(), "wd-mono", "wd-11", "task-id");
        Texts.shown(id, !line.id().isEmpty());
        Label title = Texts.wrapping(line.title(), line.stopped() ? "wd-strong" : "wd-13");
        Texts.explainWhole(title, "");
        HBox first = EntryPane.line(id, title,
                Texts.label(line.zone(), "wd-12", "wd-muted"), Texts.spacer(),
                EntryPane.dated(line.when(), line.whenFull(), "wd-12", "wd-muted"));
        Node entry = new EntryPane(EntryPane.icon(line.tone()), first)
                .with(line.reason(), Tone.MUTED, line.fullReason());
        ReferenceMenu.install(entry, line.reference(), words, desktop, () -> deeds.of(line, words));
        return entry;
    }

    private void showEvents(ServiceDetail detail) {
        events.setCount("");
        if (detail.events().isEmpty()) {
            events.setContent(List.of(Texts.label(words.say("ui.drawer.noEvents"), "wd-12", "wd-muted")));
            return;
        }
        events.setContent(detail.events().stream().<Node>map(line -> {
            Label time = EntryPane.dated(line.time(), line.full(), "wd-mono", "wd-11", "wd-muted");
            Label text = EntryPane.sentence(line.text(), line.tone(), line.full());
            var row = new HBox(time, text);
            row.getStyleClass().add("event-line");
            row.setAlignment(Pos.BASELINE_LEFT);
            return row;
        }).toList());
    }
}
