package io.watchdeck.ui.shell;

import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// The screens that exist, and below them the stacks, worst first, so that one glance works on every screen; while the
/// pointer or the focus is there they keep their places, so that nobody opens another than he aimed at. Narrow, it keeps the
/// icons, and the stacks' names below theirs.
final class NavigationRail extends VBox {

    static final double WIDE = 176;
    static final double NARROW = 52;

    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    private final ShellViewModel model;
    private final Words words;
    private final Navigator navigator;
    private final Map<Screen, Button> screens = new EnumMap<>(Screen.class);
    private final RailStacks.Column stacks = new RailStacks.Column();
    private final ScrollPane list = new ScrollPane(stacks);
    private final RailStacks railStacks;
    private final Map<StackId, RailItem> items = new HashMap<>();
    private final Label title;
    private final Label caption;
    private final TilePane tools = new TilePane();
    private final Label badge = Texts.label("", "rail-badge");
    private final BooleanBinding aimedAt;
    private boolean compact;

    NavigationRail(ShellViewModel model, Words words, Navigator navigator, Set<Screen> available) {
        this.model = model;
        this.words = words;
        this.navigator = navigator;
        getStyleClass().add("rail");
        setId("rail");
        title = Texts.label(words.say("ui.product"), "rail-title");
        caption = Texts.yielding(words.say("ui.rail.stacks"), "rail-caption");
        list.getStyleClass().addAll("edge-to-edge", "rail-list");
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        list.setFocusTraversable(false);
        railStacks = new RailStacks(words, stacks, list);
        tools.getStyleClass().add("rail-tools");
        getChildren().addAll(head(), screenList(available), caption, railStacks, tools);
        list.setId("rail-list");
        stacks.setId("rail-stack-list");
        aimedAt = list.hoverProperty().or(list.focusWithinProperty());
        aimedAt.subscribe(_ -> listStacks());
        model.stacks().addListener((ListChangeListener<RailEntry>) _ -> listStacks());
        listStacks();
        setCompact(false);
    }

    private void addTool(Glyph glyph, String id, String text, Runnable action) {
        var button = new Button(null, Icons.icon(glyph));
        button.setId(id);
        button.getStyleClass().addAll("flat", "rail-tool");
        button.setAccessibleText(text);
        Texts.explain(button, text);
        button.setOnAction(_ -> action.run());
        tools.getChildren().add(button);
    }

    void addTools(Words words, Runnable theme, Runnable language, Runnable help) {
        addTool(Glyph.THEME_LIGHT_DARK, "tool-theme", words.say("ui.tool.theme"), theme);
        addTool(Glyph.TRANSLATE, "tool-language", words.say("ui.tool.language"), language);
        addTool(Glyph.KEYBOARD_OUTLINE, "tool-help", words.say("ui.tool.help"), help);
    }

    void setCompact(boolean narrow) {
        compact = narrow;
        double width = narrow ? NARROW : WIDE;
        setMinWidth(width);
        setPrefWidth(width);
        setMaxWidth(width);
        pseudoClassStateChanged(COMPACT, narrow);
        Texts.shown(title, !narrow);
        railStacks.setCompact(narrow);
        tools.setPrefColumns(narrow ? 1 : 3);
        StackPane.setAlignment(badge, narrow ? Pos.TOP_RIGHT : Pos.CENTER_RIGHT);
        StackPane.setMargin(badge, narrow ? new Insets(-2, -4, 0, 0) : new Insets(0, 8, 0, 0));
        screens.forEach((screen, button) -> button.setText(narrow ? null : words.say(screen.key())));
        listStacks();
    }

    private Node head() {
        var mark = new StackPane(Icons.icon(Glyph.PULSE));
        mark.getStyleClass().add("rail-mark");
        var head = new HBox(mark, title);
        head.getStyleClass().add("rail-head");
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node screenList(Set<Screen> available) {
        var list = new VBox();
        list.getStyleClass().add("rail-screens");
        int number = 0;
        for (Screen screen : Screen.values()) {
            if (available.contains(screen)) {
                number++;
                list.getChildren().add(screenItem(screen, number));
            }
        }
        return list;
    }

    private Node screenItem(Screen screen, int number) {
        var button = new Button(words.say(screen.key()), Icons.icon(screen.glyph()));
        button.setId("rail-" + screen.word());
        button.getStyleClass().add("rail-item");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(words.say(screen.key()));
        Texts.explain(button, words.say("ui.rail.hint", words.say(screen.key()), Keys.digitOf(number)));
        button.setOnAction(_ -> navigator.go(Place.of(screen)));
        screens.put(screen, button);
        StackPane item = withMark(button);
        if (screen == Screen.ALARMS) {
            item.getChildren().add(badge(button, screen, number));
        }
        return item;
    }

    /// How many alarms need someone: at the item's end, in the narrow rail at the icon's corner. The item says what is counted,
    /// because its screen counts whatever is open too.
    private Node badge(Button button, Screen screen, int number) {
        badge.setId("rail-badge");
        badge.setMouseTransparent(true);
        model.openAlarmsProperty().subscribe(open -> {
            badge.setText(words.number(open.intValue()));
            badge.setVisible(open.intValue() > 0);
            String said = open.intValue() == 0 ? words.say(screen.key())
                    : words.say("ui.rail.alarms", open.intValue());
            button.setAccessibleText(said);
            Texts.explain(button, words.say("ui.rail.hint", said, Keys.digitOf(number)));
        });
        model.alarmToneProperty().subscribe(tone -> tone.on(badge));
        return badge;
    }

    /// The item with the bar at the window's edge that marks it as current.
    private static StackPane withMark(Button button) {
        var bar = new Pane();
        bar.getStyleClass().add("rail-bar");
        bar.setMouseTransparent(true);
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        return new StackPane(button, bar);
    }

    /// Items stay the same from one snapshot to the next, so that one that has the focus keeps it.
    private void listStacks() {
        List<RailItem> wanted = model.stacks().stream().map(entry -> {
            RailItem item = items.computeIfAbsent(entry.id(), id -> new RailItem(id, words, navigator));
            item.show(entry, compact);
            return item;
        }).toList();
        items.values().retainAll(wanted);
        List<Node> placed = aimedAt.get() ? resting(stacks.getChildren(), wanted) : List.copyOf(wanted);
        if (!stacks.getChildren().equals(placed)) {
            stacks.getChildren().setAll(placed);
        }
        Texts.shown(caption, !compact && !wanted.isEmpty());
        stacks.setAccessibleText(model.summary());
        markCurrent(navigator.place());
    }

    /// What is new comes last.
    private static List<Node> resting(List<Node> before, List<? extends Node> wanted) {
        return Stream.concat(before.stream().filter(wanted::contains),
                wanted.stream().filter(one -> !before.contains(one))).toList();
    }

    void markCurrent(Place place) {
        screens.forEach((screen, button) -> {
            boolean current = screen == place.screen();
            button.pseudoClassStateChanged(CURRENT, current);
            button.getParent().pseudoClassStateChanged(CURRENT, current);
        });
        items.forEach((id, item) -> item.pseudoClassStateChanged(CURRENT,
                place.stack().filter(id::equals).isPresent()));
    }
}
