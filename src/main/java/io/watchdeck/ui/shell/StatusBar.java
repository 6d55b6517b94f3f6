package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Who we are, what we may change, what looking has cost, and when we look next. Where there is no room for all of it,
/// the less important parts go, whole.
final class StatusBar extends HBox {

    private static final double GAP = 7;
    private static final double WIDEST_TOLD = 420;
    /// Less of what was done, or of how far something is, would tell nothing.
    private static final double LEAST_TOLD = 170;
    private static final double LEAST_RUNNING = 150;
    private static final double LOCK_SIZE = 12;
    private static final double NEXT_SIZE = 12;

    private final ShellViewModel model;
    private final Words words;
    private final Label personDetail = Texts.blank("wd-12", "wd-muted");
    private final OperationsViewModel operations;
    private final MenuButton lock = new MenuButton();
    private final Label lockDetail = Texts.blank("wd-12", "wd-muted");
    /// Of an endpoint in place of AWS's: its tooltip names that, too.
    private final Label host = Texts.blank("wd-12", "wd-muted");
    private final Meter meter = new Meter(6);
    private final Label nextText = Texts.blank("wd-12", "wd-muted");
    private final HBox running;
    private final Node next;
    private final Node clock;

    /// @param go shows a place
    StatusBar(ShellViewModel model, OperationsViewModel operations, Words words, Consumer<Place> go) {
        this.model = model;
        this.operations = operations;
        this.words = words;
        getStyleClass().add("status-bar");
        setId("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        running = running(go);
        next = next();
        clock = clock();
        getChildren().addAll(who(), lock(), running, told(), Texts.spacer(), spend(), next, clock);
    }

    @Override
    protected void layoutChildren() {
        fold();
        super.layoutChildren();
    }

    /// The least important first; at last the names of the stacks that are unlocked, which the tooltip says then, before who
    /// we are is cut. What runs is cut before anything but the details gives way to it, and when we look next goes last
    /// then. Changes nothing where everything is as it should be, so that layout comes to rest.
    private void fold() {
        boolean runs = running.isManaged();
        List<Node> details = details(runs);
        List<Node> others = others(runs);
        double give = runs ? wholeRunning() - running.minWidth(-1) : 0;
        double wanted = prefWidth(-1) + (runs ? wholeRunning() - running.prefWidth(-1) : 0)
                + textWidth(operations.lockProperty().get()) - textWidth(lock.getText())
                + Stream.concat(details.stream(), others.stream())
                        .mapToDouble(node -> wholeWidth(node) - (node.isManaged() ? widthOf(node) : 0)).sum();
        double least = Stream.concat(details.stream(), others.stream()).mapToDouble(this::wholeWidth).sum();
        wanted -= foldLock(wanted - give - least);
        for (Node node : details) {
            wanted -= fold(node, wanted);
        }
        for (Node node : others) {
            wanted -= node.equals(next) ? foldNext(wanted - give) : fold(node, wanted - give);
        }
        double given = Math.clamp(wanted - getWidth(), 0, give);
        double width = given > 0 ? wholeRunning() - given : USE_COMPUTED_SIZE;
        if (running.getPrefWidth() != width) {
            running.setPrefWidth(width);
        }
    }

    private List<Node> details(boolean runs) {
        var details = new ArrayList<Node>(List.of(lockDetail, personDetail));
        if (!host.getText().isEmpty()) {
            details.add(host);
        }
        if (runs) {
            // The meter draws what stands beside it.
            details.add(meter);
        }
        return details;
    }

    /// What goes after the details, in the order in which it goes.
    private List<Node> others(boolean runs) {
        // Before there is a stack there is no next time to tell.
        if (model.nextProperty().get().isEmpty()) {
            if (next.isManaged()) {
                Texts.shown(next, false);
            }
            return runs ? List.of(clock) : List.of(meter, clock);
        }
        return runs ? List.of(clock, next) : List.of(next, meter, clock);
    }

    /// @param least what all takes without what can be left out
    /// @return how much narrower than the whole text it is
    private double foldLock(double least) {
        String whole = operations.lockProperty().get();
        String brief = operations.lockBriefProperty().get();
        String fitting = least <= getWidth() || brief.isEmpty() ? whole : brief;
        if (!lock.getText().equals(fitting)) {
            lock.setText(fitting);
            Texts.explain(lock, words.say("ui.lock.tooltip") + (fitting.equals(whole) ? "" : "\n" + whole));
        }
        // The room that the shorter text leaves is for the others.
        return textWidth(whole) - textWidth(fitting);
    }

    /// @param wanted what all that is not folded takes
    /// @return what it leaves to the others
    private double fold(Node node, double wanted) {
        boolean keep = wanted <= getWidth();
        if (node.isManaged() != keep) {
            Texts.shown(node, keep);
        }
        return keep ? 0 : wholeWidth(node);
    }

    /// In few words before it goes.
    private double foldNext(double wanted) {
        double fewer = wholeWidth(next) - widthOfNext(model.nextBriefProperty().get());
        boolean brief = wanted > getWidth() && wanted - fewer <= getWidth();
        tellNext(brief);
        return brief ? fewer + fold(next, wanted - fewer) : fold(next, wanted);
    }

    private void tellNext(boolean brief) {
        String said = (brief ? model.nextBriefProperty() : model.nextProperty()).get();
        if (!nextText.getText().equals(said)) {
            nextText.setText(said);
        }
    }

    private double wholeWidth(Node node) {
        return node.equals(next) ? widthOfNext(model.nextProperty().get()) : widthOf(node);
    }

    private double widthOfNext(String said) {
        return widthOf(next) - TextWidth.of(nextText.getText(), false, NEXT_SIZE)
                + TextWidth.of(said, false, NEXT_SIZE);
    }

    private double wholeRunning() {
        return running.getInsets().getLeft() + running.getInsets().getRight()
                + running.getChildren().stream().mapToDouble(text -> Math.min(text.prefWidth(-1), WIDEST_TOLD)).sum();
    }

    private static double textWidth(String said) {
        return TextWidth.of(said, true, LOCK_SIZE);
    }

    private static double widthOf(Node node) {
        return node.prefWidth(-1) + GAP;
    }

    private Node who() {
        Label person = Texts.yielding("", "wd-12");
        person.setId("status-person");
        person.textProperty().bind(model.personProperty());
        model.personProperty().subscribe(said -> Texts.explain(person, said));
        personDetail.textProperty().bind(model.personDetailProperty());
        return part(Glyph.ACCOUNT_CIRCLE_OUTLINE, person, personDetail);
    }

    /// Whether writes are locked, with a menu to unlock a stack.
    private Node lock() {
        lock.setId("status-lock");
        lock.getStyleClass().addAll("flat", "status-lock", "no-arrow");
        lock.setMnemonicParsing(false); // names of stacks have underscores of their own
        lock.setText(operations.lockProperty().get());
        operations.lockProperty().subscribe(_ -> requestLayout());
        lock.setMinWidth(USE_PREF_SIZE);
        operations.lockToneProperty().subscribe(tone -> {
            tone.on(lock);
            lock.setGraphic(Icons.icon(tone == Tone.WARNING ? Glyph.LOCK_OPEN_OUTLINE
                    : Glyph.LOCK_OUTLINE));
        });
        Texts.explain(lock, words.say("ui.lock.tooltip"));
        // Whoever goes about with the arrow keys does not want to unlock anything: it opens by Enter, Space or a click.
        lock.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode().isArrowKey() && !event.isAltDown()) {
                event.consume();
            }
        });
        lock.setOnShowing(_ -> lock.getItems().setAll(items()));
        lock.getItems().setAll(items());
        lockDetail.textProperty().bind(operations.lockDetailProperty());
        var part = new HBox(lock, lockDetail);
        part.getStyleClass().add("status-part");
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }

    private List<MenuItem> items() {
        List<LockRow> rows = operations.lockable();
        if (rows.isEmpty()) {
            var nothing = new MenuItem(words.say("ui.lock.nothing"));
            nothing.setDisable(true);
            return List.of(nothing);
        }
        return rows.stream().map(row -> {
            var item = new MenuItem(row.text());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> operations.toggle(row.stack()));
            return item;
        }).toList();
    }

    /// What runs, with its newest finding: leads to its entry in Activity.
    private HBox running(Consumer<Place> go) {
        var text = new Button(null, Icons.icon(Glyph.PROGRESS_CLOCK));
        text.setId("status-running");
        text.getStyleClass().addAll("flat", "status-running");
        text.setMnemonicParsing(false); // what AWS says has underscores of its own
        text.setMaxWidth(WIDEST_TOLD);
        text.setAccessibleHelp(words.say("ui.operation.openCard"));
        text.setOnAction(_ -> operations.runningPlace().ifPresent(go));
        var part = new HBox(text);
        part.getStyleClass().add("status-part");
        part.setAlignment(Pos.CENTER_LEFT);
        operations.runningProperty().subscribe(said -> {
            text.setText(said);
            text.setMinWidth(said.isEmpty() ? 0 : Math.min(TextWidth.of(said, false, 12) + 32, LEAST_RUNNING));
            Texts.explain(text, said);
            Texts.shown(part, !said.isEmpty());
        });
        return part;
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
            text.setMinWidth(said.isEmpty() ? 0 : Math.min(TextWidth.of(said, false, 12) + 2, LEAST_TOLD));
        });
        Node part = part(Glyph.CHECK, text);
        part.getStyleClass().add("status-told");
        text.visibleProperty().subscribe(said -> Texts.shown(part, said));
        return part;
    }

    private Node spend() {
        Label text = Texts.blank("wd-12");
        text.setId("status-spend");
        text.textProperty().bind(model.spendProperty());
        Label elsewhere = Texts.label(words.say("ui.status.elsewhere"), "wd-12", "wd-strong");
        elsewhere.setId("status-elsewhere");
        host.setId("status-endpoint");
        model.spendDetailProperty()
                .subscribe(detail -> List.of(text, elsewhere, host).forEach(said -> Texts.explain(said, detail)));
        model.spendElsewhereProperty().subscribe(said -> {
            Texts.shown(elsewhere, !said.isEmpty());
            Texts.set(host, said);
        });
        meter.setPrefWidth(56);
        meter.setMinWidth(56);
        Runnable show = () -> meter.show(model.spendShareProperty().get(), 0, OptionalDouble.empty(),
                model.spendToneProperty().get(), model.spendProperty().get());
        model.spendShareProperty().subscribe(show);
        show.run();
        Node part = part(Glyph.CASH_MULTIPLE, text, elsewhere, host, meter);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node next() {
        nextText.setId("status-next");
        model.nextProperty().subscribe(said -> {
            nextText.setText(said);
            Texts.explain(nextText, said);
            requestLayout();
        });
        Node part = part(Glyph.PROGRESS_CLOCK, nextText);
        part.getStyleClass().add("status-right");
        return part;
    }

    private Node clock() {
        Label text = Texts.blank("wd-12", "wd-muted");
        text.setId("status-clock");
        text.textProperty().bind(model.clockProperty());
        var part = new HBox(text);
        part.setAlignment(Pos.CENTER_LEFT);
        part.setMinWidth(USE_PREF_SIZE);
        part.getStyleClass().addAll("status-part", "status-right");
        return part;
    }

    private static Node part(Glyph glyph, Node... nodes) {
        var part = new HBox(Icons.icon(glyph));
        part.getChildren().addAll(nodes);
        part.getStyleClass().add("status-part");
        part.setAlignment(Pos.CENTER_LEFT);
        return part;
    }
}
