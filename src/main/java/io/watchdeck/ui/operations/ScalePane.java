package io.watchdeck.ui.operations;

import atlantafx.base.controls.ProgressSliderSkin;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.stack.ServiceSpec.Range;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// How many tasks, and where wished how far autoscaling may go; and whether somebody wants to be reminded to go back.
final class ScalePane extends VBox {

    private static final int MOST = 5000;
    private static final int BEYOND = 2;
    private static final int LEAST_SHOWN = 6;
    private static final double LATER_WIDE = 176;
    private static final List<Duration> LATER = List.of(Duration.ofMinutes(30), Duration.ofHours(1),
            Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8), Duration.ofHours(24));

    private final OperationViewModel model;
    private final Words words;
    /// Not a dash, which reads as none: nobody knows until ECS has answered.
    private final Label before = Texts.label("?", "scale-before");
    private final NumberPane desired;
    private final Slider slider = new Slider();
    private final TaskScaleChart above;
    private final TaskScaleChart present;
    private final TaskScaleChart below;
    private final CheckBox changesRange = new CheckBox();
    private final NumberPane least;
    private final NumberPane most;
    private final CheckBox reminds = new CheckBox();
    private final ChoiceBox<Duration> later = new ChoiceBox<>();
    /// What is shown is nobody's wish.
    private boolean quiet = true;
    /// Whether the field has held a number: what a person clears stays clear.
    private boolean filled;

    ScalePane(OperationViewModel model, Operation.Scale wish, Words words) {
        this.model = model;
        this.words = words;
        above = TaskScaleChart.ofRange(words);
        present = TaskScaleChart.ofPresent(words);
        below = TaskScaleChart.ofDatabase(words);
        desired = new NumberPane("scale-desired", words.say("ui.operation.scale.desired"), 0, MOST, _ -> changed(),
                model, words);
        least = new NumberPane("scale-min", words.say("ui.operation.scale.min"), 0, MOST, _ -> changed(), model, words);
        most = new NumberPane("scale-max", words.say("ui.operation.scale.max"), 0, MOST, _ -> changed(), model, words);
        getStyleClass().add("scale-pane");
        getChildren().addAll(new HBox(count(), track()), range(), reminder());
        ((HBox) getChildren().getFirst()).getStyleClass().add("scale-line");
        wish.desired().ifPresent(this::fill);
        quiet = false;
        model.previewProperty().subscribe(_ -> known());
    }

    private void fill(int count) {
        desired.show(count);
        filled = true;
    }

    private Node count() {
        Label name = Texts.label(words.say("ui.operation.scale.desired"), "wd-12", "wd-strong");
        var line = new HBox(before, Texts.label("→", "wd-muted", "scale-arrow"), desired);
        line.getStyleClass().add("scale-count");
        line.setAlignment(Pos.CENTER_LEFT);
        var box = new VBox(name, line);
        box.getStyleClass().add("labelled");
        return box;
    }

    private Node track() {
        slider.setId("scale-slider");
        slider.setAccessibleText(words.say("ui.operation.scale.desired"));
        slider.setMajorTickUnit(1);
        slider.setMinorTickCount(0);
        slider.setSnapToTicks(true);
        slider.setBlockIncrement(1);
        slider.valueProperty().subscribe(value -> {
            if (!quiet) {
                desired.show((int) Math.round(value.doubleValue()));
                changed();
            }
        });
        slider.setSkin(new ProgressSliderSkin(slider));
        var box = new VBox(above, new StackPane(slider, present), below);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private Node range() {
        changesRange.setId("scale-range");
        changesRange.setText(words.say("ui.operation.scale.changeRange"));
        changesRange.selectedProperty().subscribe(_ -> changed());
        var ends = new HBox(least, Texts.label("–", "wd-muted"), most);
        ends.getStyleClass().add("scale-ends");
        ends.setAlignment(Pos.CENTER_LEFT);
        ends.disableProperty().bind(changesRange.selectedProperty().not());
        var line = new HBox(changesRange, ends);
        line.getStyleClass().add("scale-option");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private Node reminder() {
        reminds.setId("scale-remind");
        reminds.setText(words.say("ui.operation.scale.remindUnread"));
        later.setId("scale-later");
        later.setPrefWidth(LATER_WIDE); // by itself it is as wide as what it showed first
        later.setMinWidth(USE_PREF_SIZE);
        later.getItems().setAll(LATER);
        later.setValue(Duration.ofHours(4));
        model.back().minuteProperty().subscribe(now -> later.setConverter(new SpanText(words, now)));
        reminds.selectedProperty().subscribe(_ -> remind());
        later.valueProperty().subscribe(_ -> remind());
        later.disableProperty().bind(reminds.selectedProperty().not());
        Label hint = Texts.yielding(words.say("ui.operation.scale.remind.hint"), "wd-12", "wd-muted");
        var line = new HBox(reminds, later, hint);
        line.getStyleClass().add("scale-option");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(USE_PREF_SIZE);
        return line;
    }

    private void remind() {
        model.remind(reminds.isSelected() && !reminds.isDisabled() ? Optional.of(later.getValue()) : Optional.empty());
    }

    /// What a person has set, as a wish.
    private void changed() {
        filled |= !quiet;
        if (quiet || !(model.operationProperty().get() instanceof Operation.Scale scale)) {
            return;
        }
        Optional<Range> range = changesRange.isSelected() && least.value().isPresent() && most.value().isPresent()
                ? Optional.of(new Range(least.value().getAsInt(), most.value().getAsInt())) : Optional.empty();
        if (desired.value().isPresent() || range.isPresent()) {
            model.wish(new Operation.Scale(scale.stack(), scale.service(), desired.value(), range));
        }
    }

    /// What was read, and what it says of the present wish.
    private void known() {
        quiet = true;
        OptionalInt running = model.facts().map(facts -> facts.baseline().desired()).orElse(OptionalInt.empty());
        Optional<Range> scaling = model.facts().flatMap(Facts::service).flatMap(ServiceFacts::scaling);
        running.ifPresent(count -> {
            before.setText(Integer.toString(count));
            if (!filled) {
                fill(count);
            }
            reminds.setText(words.say("ui.operation.scale.remind", count));
        });
        boolean unread = model.facts().isPresent() && running.isEmpty();
        desired.setDisable(unread);
        slider.setDisable(unread);
        reminds.setDisable(running.isEmpty());
        scaling.filter(_ -> !changesRange.isSelected()).ifPresent(ends -> {
            least.show(ends.min());
            most.show(ends.max());
        });
        changesRange.setDisable(scaling.isEmpty());
        int wanted = desired.value().orElse(running.orElse(0));
        Optional<Range> shown =
                changesRange.isSelected() && model.operationProperty().get() instanceof Operation.Scale s
                        ? s.range().or(() -> scaling) : scaling;
        int last = Math.max(LEAST_SHOWN, Math.max(wanted, Math.max(running.orElse(0),
                shown.map(Range::max).orElse(running.orElse(0) * 2))) + BEYOND);
        slider.setMax(last);
        slider.setValue(wanted);
        above.show(last, wanted, shown, model.headroom());
        present.setVisible(running.isPresent());
        running.ifPresent(count -> present.show(last, count, shown, model.headroom()));
        below.show(last, wanted, shown, model.headroom());
        quiet = false;
    }

    /// What a person changes first.
    Node first() {
        return desired.field();
    }
}
