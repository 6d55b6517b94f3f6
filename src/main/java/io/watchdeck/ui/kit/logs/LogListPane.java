package io.watchdeck.ui.kit.logs;

import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/// The lines, newest at the bottom. Those around a moment stand with it in the middle. Else it stays at the end until a
/// person scrolls up, and goes on when they are back there.
final class LogListPane extends StackPane {

    private static final double ROW = 18;
    private static final double END = 1e-6;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final List<KeyCode> SCROLLING = List.of(KeyCode.UP, KeyCode.DOWN, KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN, KeyCode.HOME, KeyCode.END);

    /// As in a tree.
    private static final Map<KeyCode, BiConsumer<LogListPane, TailLine>> UNFOLDING = Map.of(KeyCode.ENTER,
            LogListPane::turn, KeyCode.LEFT, LogListPane::fold, KeyCode.RIGHT, (pane, row) -> {
                if (!pane.model.isUnfolded(row)) {
                    pane.turn(row);
                }
            });

    private final LogTailViewModel model;
    private final Desktop desktop;
    private final ListView<TailLine> list = new ListView<>();
    private final AbsencePane absence = new AbsencePane();
    private final Button news = new Button(null, Icons.icon(Glyph.ARROW_DOWN));
    private Optional<ScrollBar> bar = Optional.empty();
    /// What the bar does from now on is what a person did.
    private boolean touched;
    private boolean scrollWanted;

    LogListPane(LogTailViewModel model, Words words, Desktop desktop) {
        this.model = model;
        this.desktop = desktop;
        getStyleClass().add("log-lines");
        setMinHeight(0);
        list.setId("log-list");
        list.getStyleClass().addAll("dense", "edge-to-edge", "log-list");
        list.setAccessibleText(words.say("ui.logs.list"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> cell());
        list.setPlaceholder(Texts.blank());
        list.setItems(model.lines());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setContextMenu(menu(words));
        list.addEventFilter(ScrollEvent.SCROLL, _ -> touch());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> touched |= isBar(event));
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.skinProperty().subscribe(_ -> findBar());
        absence.setMouseTransparent(false);
        news.setId("log-news");
        news.getStyleClass().addAll("small", "accent", "log-news");
        news.setOnAction(_ -> model.follow());
        StackPane.setAlignment(news, Pos.BOTTOM_CENTER);
        StackPane.setAlignment(absence, Pos.TOP_LEFT);
        getChildren().addAll(list, absence, news);
        model.lines().addListener((ListChangeListener<TailLine>) _ -> scroll());
        model.followingProperty().subscribe(_ -> scroll());
        model.waitingProperty().subscribe(count -> {
            news.setText(words.say("ui.logs.new", count));
            Texts.shown(news, count.intValue() > 0);
        });
        model.factsProperty().subscribe(facts -> {
            facts.absence().ifPresent(absence::show);
            Texts.shown(absence, facts.absence().isPresent());
        });
        heightProperty().subscribe(_ -> scroll());
    }

    void focus() {
        list.requestFocus();
    }

    /// The selected lines; all of them where none is.
    void copy() {
        List<TailLine> selected = List.copyOf(list.getSelectionModel().getSelectedItems());
        desktop.copy(LogTailViewModel.text(selected.isEmpty() ? model.lines() : selected));
    }

    /// A click on the mark before a line, or two on the line, show all of it.
    private TailCell cell() {
        var cell = new TailCell(model::isUnfolded,
                line -> model.firstAfter().filter(line::equals).isPresent());
        cell.setOnMouseClicked(event -> {
            boolean marked = event.getPickResult().getIntersectedNode() instanceof Node node
                    && node.getStyleClass().stream()
                            .anyMatch(style -> style.equals("log-fold") || style.equals("log-mark"));
            if (!cell.isEmpty() && event.getButton() == MouseButton.PRIMARY
                    && (event.getClickCount() == 2 && !marked || event.getClickCount() == 1 && marked)) {
                turn(cell.getItem());
            }
        });
        return cell;
    }

    private void turn(TailLine row) {
        if (model.isUnfolded(row)) {
            fold(row);
        } else {
            model.unfold(row);
            list.refresh();
        }
    }

    /// From a part the selection goes to its line, which is what is left of it.
    private void fold(TailLine row) {
        if (model.isUnfolded(row)) {
            Optional<TailLine> head = model.head(row);
            head.ifPresent(line -> {
                list.getSelectionModel().clearAndSelect(model.lines().indexOf(line));
                list.getFocusModel().focus(model.lines().indexOf(line));
            });
            model.fold(row);
            list.refresh();
        }
    }

    private ContextMenu menu(Words words) {
        var turn = new MenuItem(words.say("ui.logs.turn"));
        turn.setOnAction(_ -> focused().ifPresent(this::turn));
        var some = new MenuItem(words.say("ui.logs.copy"));
        some.setAccelerator(COPY);
        some.setOnAction(_ -> copy());
        var all = new MenuItem(words.say("ui.logs.copyAll"));
        all.setOnAction(_ -> desktop.copy(LogTailViewModel.text(model.lines())));
        return new ContextMenu(turn, some, all);
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            copy();
            event.consume();
        } else if (event.getCode() == KeyCode.END && !model.isAroundMoment()
                && !model.followingProperty().get()) {
            model.follow();
        } else if (SCROLLING.contains(event.getCode())) {
            touch();
        } else if (UNFOLDING.containsKey(event.getCode()) && !event.isShortcutDown() && !event.isAltDown()) {
            focused().ifPresent(row -> UNFOLDING.get(event.getCode()).accept(this, row));
            event.consume();
        }
    }

    private Optional<TailLine> focused() {
        return Optional.ofNullable(list.getFocusModel().getFocusedItem());
    }

    private void touch() {
        findBar();
        touched = true;
    }

    private boolean isBar(MouseEvent event) {
        findBar();
        for (Node node = event.getPickResult().getIntersectedNode(); node != null; node = node.getParent()) {
            if (node instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    private void findBar() {
        if (bar.isEmpty()) {
            bar = list.lookupAll(".scroll-bar").stream().map(ScrollBar.class::cast)
                    .filter(one -> one.getOrientation() == Orientation.VERTICAL).findFirst();
            bar.ifPresent(found -> found.valueProperty().subscribe(value -> moved(found, value.doubleValue())));
        }
    }

    private void moved(ScrollBar found, double value) {
        if (!touched || !found.isVisible() || model.isAroundMoment()) {
            return;
        }
        boolean atTheEnd = value >= found.getMax() - END;
        if (atTheEnd && !model.followingProperty().get()) {
            model.follow();
        } else if (!atTheEnd && model.followingProperty().get()) {
            model.hold();
        }
    }

    /// To the end, or to the moment.
    private void scroll() {
        if (model.followingProperty().get() && !model.lines().isEmpty()) {
            touched = false;
            scrollWanted = true;
            requestLayout();
        }
    }

    /// The list knows how many lines it has, and how many of them fit, only once it is laid out: to scroll before that
    /// would end somewhere else.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (scrollWanted) {
            scrollWanted = false;
            list.layout();
            if (model.isAroundMoment()) {
                int first = model.firstAfter().map(model.lines()::indexOf).orElse(model.lines().size() - 1);
                list.scrollTo(Math.max(0, first - (int) (list.getHeight() / ROW / 2)));
                return;
            }
            list.scrollTo(model.lines().size() - 1);
            list.layout();
            findBar();
            bar.ifPresent(found -> found.setValue(found.getMax()));
        }
    }
}
