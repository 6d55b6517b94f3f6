package io.watchdeck.ui.operations;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.ServiceFacts;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The weights of Spot and on-demand, and whether running tasks are to follow.
final class SpotPane extends VBox {

    private static final String SPOT = "FARGATE_SPOT";
    private static final String ON_DEMAND = "FARGATE";
    private static final int MOST_WEIGHT = 1000;
    private static final int MOST_BASE = 100_000;

    private final OperationViewModel model;
    private final NumberPane spot;
    private final NumberPane onDemand;
    private final NumberPane base;
    private final CheckBox force = new CheckBox();
    private boolean filled;

    SpotPane(OperationViewModel model, Words words) {
        this.model = model;
        getStyleClass().add("spot-pane");
        spot = number("spot-weight", words.say("ui.operation.spot.spot"), MOST_WEIGHT, words);
        onDemand = number("spot-ondemand", words.say("ui.operation.spot.onDemand"), MOST_WEIGHT, words);
        base = number("spot-base", words.say("ui.operation.spot.base"), MOST_BASE, words);
        force.setId("spot-force");
        force.setText(words.say("ui.operation.spot.force"));
        force.selectedProperty().subscribe(_ -> changed());
        var line = new HBox(labelled(words.say("ui.operation.spot.spot"), spot),
                labelled(words.say("ui.operation.spot.onDemand"), onDemand),
                labelled(words.say("ui.operation.spot.base"), base));
        line.getStyleClass().add("spot-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, force);
        model.previewProperty().subscribe(_ -> fill());
    }

    private NumberPane number(String id, String name, int most, Words words) {
        return new NumberPane(id, name, 0, most, _ -> changed(), model, words);
    }

    private static Node labelled(String text, NumberPane field) {
        Label label = Texts.label(text, "wd-12", "wd-strong");
        label.setLabelFor(field.field());
        var box = new VBox(label, field);
        box.getStyleClass().add("labelled");
        return box;
    }

    /// With what is wished, else with what is in force; once.
    private void fill() {
        Optional<ServiceState> state = model.facts().flatMap(Facts::service).map(ServiceFacts::state)
                .flatMap(reading -> reading instanceof Reading.Known<ServiceState>(var known, var _)
                        ? Optional.of(known) : Optional.empty());
        if (filled || state.isEmpty() || !(model.operationProperty().get() instanceof Operation.SpotWeight wish)) {
            return;
        }
        List<CapacityShare> first = wish.strategy().isEmpty() ? state.get().strategy() : wish.strategy();
        spot.show(of(first, SPOT).map(CapacityShare::weight).orElse(0));
        onDemand.show(of(first, ON_DEMAND).map(CapacityShare::weight).orElse(first.isEmpty() ? 1 : 0));
        base.show(of(first, ON_DEMAND).map(CapacityShare::base).orElse(0));
        force.setSelected(wish.force());
        filled = true;
        changed();
    }

    private static Optional<CapacityShare> of(List<CapacityShare> strategy, String provider) {
        return strategy.stream().filter(share -> share.provider().equals(provider)).findFirst();
    }

    private void changed() {
        if (filled && spot.value().isPresent() && onDemand.value().isPresent() && base.value().isPresent()
                && model.operationProperty().get() instanceof Operation.SpotWeight wish) {
            model.wish(new Operation.SpotWeight(wish.stack(), wish.service(), strategy(), force.isSelected()));
        }
    }

    /// In the order of what is in force, so that what is the same is seen to be the same.
    private List<CapacityShare> strategy() {
        var now = new ArrayList<CapacityShare>();
        List<CapacityShare> before = model.facts().map(facts -> facts.baseline().strategy()).orElse(List.of());
        // Only one of the two may have a base, which the field is about on demand: a base of Spot stays where there is none.
        int ofSpot = base.value().orElseThrow() > 0 ? 0 : of(before, SPOT).map(CapacityShare::base).orElse(0);
        var wanted = List.of(new CapacityShare(SPOT, spot.value().orElseThrow(), ofSpot),
                new CapacityShare(ON_DEMAND, onDemand.value().orElseThrow(), base.value().orElseThrow()));
        before.forEach(share -> of(wanted, share.provider()).ifPresent(now::add));
        wanted.stream().filter(share -> of(now, share.provider()).isEmpty())
                .filter(share -> share.weight() > 0 || share.base() > 0).forEach(now::add);
        return now;
    }

    Node first() {
        return spot.field();
    }
}
