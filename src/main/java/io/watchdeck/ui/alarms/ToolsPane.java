package io.watchdeck.ui.alarms;

import atlantafx.base.controls.ToggleSwitch;
import io.watchdeck.alarms.Condition.Source;
import io.watchdeck.model.Severity;
import io.watchdeck.ui.kit.FilterField;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Segment;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.ToolsRow;
import io.watchdeck.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What is listed, and the buttons for what is marked.
final class ToolsPane extends ToolsRow {

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    private final AlarmsViewModel model;
    private final Words words;
    private final FilterField filter;
    private final Button acknowledge = new Button(null, Icons.icon(Glyph.ACCOUNT_CHECK_OUTLINE));
    private final Button snooze = new Button(null, Icons.icon(Glyph.SLEEP));
    private boolean narrow;

    ToolsPane(AlarmsViewModel model, Words words, BiConsumer<WordFormViewModel.Kind, List<AlarmFacts>> ask) {
        this.model = model;
        this.words = words;
        getStyleClass().add("alarm-tools");
        setAlignment(Pos.CENTER_LEFT);
        var mine = new ToggleSwitch(words.say("ui.alarms.mine"));
        mine.setId("alarms-mine");
        mine.setMinWidth(Region.USE_PREF_SIZE);
        mine.setLabelPosition(HorizontalDirection.RIGHT);
        mine.selectedProperty().subscribe(only -> change(model.filterProperty().get().withMine(only)));
        model.filterProperty().subscribe(filter -> mine.setSelected(filter.mine()));
        filter = FilterField.ofScreen(words, "alarms-filter", words.say("ui.alarms.filter"),
                words.say("ui.alarms.filterHelp"), model.text().columns(), model::filter);
        HBox.setHgrow(filter, Priority.SOMETIMES);
        button(acknowledge, "acknowledge", () -> ask.accept(WordFormViewModel.Kind.ACKNOWLEDGE,
                model.markedProperty().get()));
        button(snooze, "snooze", () -> ask.accept(WordFormViewModel.Kind.SNOOZE, model.markedProperty().get()));
        snooze.getStyleClass().add("icon-button");
        getChildren().addAll(segments(), mine, severities(), sources(), filter, Texts.spacer(), snooze, acknowledge);
        model.markedProperty().subscribe(_ -> tellMarked());
    }

    private void change(AlarmFilter wanted) {
        if (!wanted.equals(model.filterProperty().get())) {
            model.filter(wanted);
        }
    }

    private static void button(Button button, String word, Runnable act) {
        button.setId("alarms-" + word);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
    }

    void narrow(boolean now) {
        narrow = now;
        pseudoClassStateChanged(NARROW, now);
        tellMarked();
    }

    private void tellMarked() {
        int count = model.markedProperty().get().size();
        acknowledge.setDisable(count == 0);
        snooze.setDisable(count == 0);
        acknowledge.setText(words.say(narrow ? count == 0
                ? "ui.alarms.acknowledgeAsk" : "ui.alarms.acknowledgeBrief"
                : count == 0
                        ? "ui.alarms.acknowledgeSelected"
                : "ui.alarms.acknowledgeMany", count));
        String snoozes = words.say("ui.alarms.snoozeMany", count);
        snooze.setAccessibleText(snoozes);
        Texts.explain(snooze, snoozes);
    }

    private HBox segments() {
        var segments = new HBox();
        segments.getStyleClass().add("segments");
        segments.setMinWidth(USE_PREF_SIZE);
        var group = new ToggleGroup();
        segments.getChildren().add(segment(Optional.empty(), group));
        for (AlarmGroup one : AlarmGroup.values()) {
            segments.getChildren().add(segment(Optional.of(one), group));
        }
        return segments;
    }

    private ToggleButton segment(Optional<AlarmGroup> only, ToggleGroup group) {
        String word = only.map(AlarmGroup::word).orElse("all");
        ToggleButton button = Segment.of("", group, () -> model.only(only));
        button.setId("alarms-only-" + word);
        model.countsProperty().subscribe(counts -> {
            OptionalInt count = count(counts, only);
            button.setText(count.isPresent() ? words.say("ui.alarms.group." + word + ".count", count.getAsInt())
                    : words.say("ui.alarms.group." + word));
            Texts.explain(button, count.isPresent() ? "" : words.say("ui.alarms.group.unknown"));
        });
        model.onlyProperty().subscribe(now -> button.setSelected(now.equals(only)));
        return button;
    }

    /// Nothing where that is not known, as of all together where it is not of one group.
    private static OptionalInt count(Map<AlarmGroup, Integer> counts, Optional<AlarmGroup> only) {
        List<AlarmGroup> groups = only.map(List::of).orElseGet(() -> List.of(AlarmGroup.values()));
        return counts.keySet().containsAll(groups) ? OptionalInt.of(groups.stream().mapToInt(counts::get).sum())
                : OptionalInt.empty();
    }

    private MenuButton severities() {
        var menu = menu("severity");
        for (Severity one : AlarmFilter.allSeverities()) {
            var item = new CheckMenuItem(words.say("severity." + one.word()));
            item.setId("alarms-severity-" + one.word());
            item.setOnAction(_ -> change(model.filterProperty().get().withSeverities(
                    with(model.filterProperty().get().severities(), one, item.isSelected()))));
            model.filterProperty().subscribe(filter -> item.setSelected(filter.severities().contains(one)));
            menu.getItems().add(item);
        }
        model.filterProperty().subscribe(filter -> menu.setText(titled("severity", AlarmFilter.allSeverities().stream()
                .filter(filter.severities()::contains).map(one -> words.say("severity." + one.word())).toList())));
        return menu;
    }

    private MenuButton sources() {
        var menu = menu("source");
        for (Source one : AlarmFilter.allSources()) {
            var item = new CheckMenuItem(source(one));
            item.setId("alarms-source-" + one);
            item.setOnAction(_ -> change(model.filterProperty().get().withSources(
                    with(model.filterProperty().get().sources(), one, item.isSelected()))));
            model.filterProperty().subscribe(filter -> item.setSelected(filter.sources().contains(one)));
            menu.getItems().add(item);
        }
        model.filterProperty().subscribe(filter -> menu.setText(titled("source", AlarmFilter.allSources().stream()
                .filter(filter.sources()::contains).map(this::source).toList())));
        return menu;
    }

    private String source(Source one) {
        return words.say(switch (one) {
            case RULE -> "ui.alarms.source.rules";
            case CLOUDWATCH -> "ui.alarms.source.cloud";
        });
    }

    private MenuButton menu(String word) {
        var menu = new MenuButton();
        menu.setId("alarms-" + word);
        menu.setMinWidth(USE_PREF_SIZE);
        return menu;
    }

    /// One choice is named, several are counted.
    private String titled(String word, List<String> chosen) {
        String title = words.say("ui.alarms.menu." + word);
        return chosen.isEmpty() ? title : chosen.size() == 1 ? chosen.getFirst()
                : words.say("ui.counter", chosen.size(), title);
    }

    private static <T> Set<T> with(Set<T> before, T one, boolean wanted) {
        var after = new HashSet<T>(before);
        Consumer<T> change = wanted ? after::add : after::remove;
        change.accept(one);
        return after;
    }

    FilterField filter() {
        return filter;
    }
}
