package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/// Who we are, what we may change, what looking has cost, and when we look next. Where there is no room for all of it,
/// the less important parts go, whole.
final class StatusBar extends HBox {

    private static final double GAP = 7;
    private static final double WIDEST_TOLD = 420;

    private final ShellViewModel model;
    private final Words words;
    private final Label personDetail = Texts.blank("wd-12", "wd-muted");
    private final Label readOnlyDetail;
    private final Meter meter = new Meter(6);
    private final Node next;

    StatusBar(ShellViewModel model, Words words) {
        this.model = model;
        this.words = words;
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        readOnlyDetail = Texts.label(words.say("ui.status.readOnly.detail"), "wd-12", "wd-muted");
        next = next();
        getChildren().addAll(who(), readOnly(), told(), Texts.spacer(), spend(), next, clock());
    }

    @Override
    protected void layoutChildren() {
        fold();
        super.layoutChildren();
    }

    /// The least important first. Changes nothing where everything is as it should be, so that layout comes to rest.
    private void fold() {
        List<Node> foldable = List.of(readOnlyDetail, personDetail, next, meter);
        double wanted = prefWidth(-1)
                + foldable.stream().filter(node -> !node.isManaged()).mapToDouble(StatusBar::widthOf).sum();
        for (Node node : foldable) {
            boolean keep = wanted <= getWidth();
            if (!keep) {
                wanted -= widthOf(node);
            }
            if (node.isManaged() != keep) {
                Texts.shown(node, keep);
            }
        }
    }

    private static double widthOf(Node node) {
        return node.prefWidth(-1) + GAP;
    }

    private Node who() {
        Label person = Texts.yielding("", "wd-12");
        person.setId("status-person");
        person.textProperty().bind(model.personProperty());
        personDetail.textProperty().bind(model.personDetailProperty());
        return part(MaterialDesignA.ACCOUNT_CIRCLE_OUTLINE, person, personDetail);
    }

    private Node readOnly() {
        Label word = Texts.label(words.say("ui.status.readOnly"), "wd-12", "wd-strong");
        Texts.explain(word, words.say("ui.status.readOnly.tooltip"));
        return part(MaterialDesignL.LOCK_OUTLINE, word, readOnlyDetail);
    }

    /// Where there is little room its middle goes: the end of an ARN is what tells.
    private Node told() {
        Label text = Texts.yielding("", "wd-12");
        text.setId("status-told");
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setMaxWidth(WIDEST_TOLD);
        model.toldProperty().subscribe(said -> {
            Texts.set(text, said);
            Texts.explain(text, said);
        });
        Node part = part(MaterialDesignC.CHECK, text);
        part.getStyleClass().add("status-told");
        text.visibleProperty().subscribe(said -> Texts.shown(part, said));
        return part;
    }

    private Node spend() {
        Label text = Texts.blank("wd-12");
        text.setId("status-spend");
        text.textProperty().bind(model.spendProperty());
        model.spendDetailProperty().subscribe(detail -> Texts.explain(text, detail));
        meter.setPrefWidth(56);
        meter.setMinWidth(56);
        Runnable show = () -> meter.show(model.spendShareProperty().get(), 0, OptionalDouble.empty(),
                model.spendToneProperty().get(), model.spendProperty().get());
        model.spendShareProperty().subscribe(show);
        show.run();
        Node part = part(MaterialDesignC.CASH_MULTIPLE, text, meter);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node next() {
        Label text = Texts.blank("wd-12", "wd-muted");
        text.setId("status-next");
        text.textProperty().bind(model.nextProperty());
        Node part = part(MaterialDesignP.PROGRESS_CLOCK, text);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node clock() {
        Label text = Texts.blank("wd-12", "wd-muted");
        text.textProperty().bind(model.clockProperty());
        var part = new HBox(text);
        part.setAlignment(Pos.CENTER_LEFT);
        part.setMinWidth(USE_PREF_SIZE);
        part.getStyleClass().addAll("status-part", "status-right");
        return part;
    }

    private static Node part(Ikon ikon, Node... nodes) {
        var part = new HBox(Icons.icon(ikon));
        part.getChildren().addAll(nodes);
        part.getStyleClass().add("status-part");
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }
}
