package io.watchdeck.ui.settings;

import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.support.Details;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.NotePane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Choices;
import io.watchdeck.ui.shell.ConnectButton;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.PageFactory;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The settings screen: its sections beside what is set or told in one of them. What is chosen is written at once, and
/// what is written into the file by hand is shown at once.
public final class SettingsView implements Page {

    private final PageContext context;
    private final Surroundings surroundings;
    private final Words words;
    private final SettingsViewModel meter;
    private final ChoicesViewModel choices;
    private final StackFilesViewModel stacks;
    private final SectionsPane sections;
    private final Page signing;
    private final Map<Section, List<Node>> made = new EnumMap<>(Section.class);
    private final VBox content = new VBox();
    private final ScrollPane scroll = new ScrollPane(content);
    private final HBox root;
    private final Following following;
    private Subscription chosen = Subscription.EMPTY;
    private boolean shown;
    /// A person has been to a section.
    private boolean visited;
    /// What has the keyboard, by its id.
    private Optional<String> focused = Optional.empty();

    /// @param surroundings what no setting changes
    /// @param signing      shows who is signed in where, as a section
    public SettingsView(PageContext context, Surroundings surroundings, PageFactory signing) {
        this.context = context;
        this.surroundings = surroundings;
        following = new Following(context);
        words = context.words();
        Choices file = context.choices();
        meter = new SettingsViewModel(words, PriceList.shipped(), file::choose);
        choices = new ChoicesViewModel(words, surroundings, file::choose);
        stacks = new StackFilesViewModel(words, surroundings.readOnly(), context.desktop()::stackFile);
        sections = new SectionsPane(words);
        this.signing = signing.create(context);
        content.getStyleClass().add("settings-page");
        content.setFillWidth(true);
        scroll.setId("settings-scroll");
        scroll.getStyleClass().addAll("edge-to-edge", "settings-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        root = new SettingsPane(sections, scroll);
        root.setId("settings");
        root.getStyleClass().add("settings");
        sections.getSelectionModel().selectedItemProperty().subscribe(_ -> show(sections.chosen()));
    }

    /// The words by which a section is asked for, in their order.
    public static List<String> sections() {
        return Arrays.stream(Section.values()).map(Section::word).toList();
    }

    private void show(Section section) {
        scroll.setVvalue(0);
        content.setId("settings-section-" + section.word());
        content.getChildren().setAll(made.computeIfAbsent(section, this::made));
        if (shown) {
            followSigning();
        }
    }

    /// The profiles are read while they are looked at.
    private void followSigning() {
        if (sections.chosen() == Section.SIGNIN) {
            signing.shown(Place.of(Screen.SETTINGS));
        } else {
            signing.hidden();
        }
    }

    /// Once for each section, because what is in it follows the models.
    private List<Node> made(Section section) {
        var head = new VBox(Texts.label(words.say("ui.settings.section." + section.word()), "wd-16", "wd-strong"),
                Texts.wrapping(words.say("ui.settings.section." + section.word() + ".why"), "wd-12", "wd-muted"));
        head.getStyleClass().add("settings-head");
        return Stream.of(Stream.of(head, mistake()), parts(section)).flatMap(part -> part).toList();
    }

    private Stream<Node> parts(Section section) {
        Desktop desktop = context.desktop();
        return switch (section) {
            case COST -> Stream.of(new FormPane(choices, words, section),
                    new PairPane(new MeterPane(meter, words), new FreePane(meter, words)),
                    new PairPane(new StepsPane(meter, words), new PricesPane(meter, words)),
                    new SpendTablePane(meter, words, desktop, "stack", meter.byStack()),
                    new SpendTablePane(meter, words, desktop, "api", meter.byApi()));
            case SIGNIN -> Stream.of(signing.node());
            case HISTORY ->
                Stream.of(new FormPane(choices, words, section), PlacesPane.history(surroundings, words, desktop));
            case STACKS -> Stream.of(connect(), PlacesPane.stacks(surroundings, words, desktop),
                    new StackFilesPane(stacks, words, desktop));
            case FILES -> Stream.of(PlacesPane.files(surroundings, words, desktop));
            case SUPPORT ->
                Stream.of(new SupportPane(new SupportViewModel(words, surroundings), words, desktop, surroundings));
            case APPEARANCE, SPEECH, YOU, NOTICES -> Stream.of(new FormPane(choices, words, section));
        };
    }

    private Node connect() {
        var button = new ConnectButton(words, context.connecting());
        button.setId("settings-connect");
        return button;
    }

    /// Told on every section, because nothing can be set while the file is wrong.
    private Node mistake() {
        Label mistake = Texts.wrapping("", "wd-13");
        mistake.setId("settings-mistake");
        var told = new NotePane(Icons.icon(Glyph.FILE_ALERT_OUTLINE, "warning-icon"), mistake);
        told.getStyleClass().add("settings-mistake");
        choices.mistakeProperty().subscribe(text -> Texts.set(mistake, mistaken(text)));
        var copy = new Button(words.say("ui.details.copy"), Icons.icon(Glyph.CONTENT_COPY));
        copy.setId("settings-mistake-details");
        copy.getStyleClass().add("small");
        copy.setMinWidth(Button.USE_PREF_SIZE);
        copy.setOnAction(_ -> context.desktop().copyDetails(new Details().add(words.say("details.what"),
                choices.mistakeProperty().get()).add(words.say("details.file"), surroundings.settings().told())
                .text()));
        choices.mistakeProperty().subscribe(text -> Texts.shown(copy, !text.isEmpty()));
        var whole = new VBox(told, copy);
        whole.setId("settings-mistaken");
        return whole;
    }

    private String mistaken(String text) {
        long lines = text.lines().count();
        return lines == 0 ? "" : lines == 1 ? words.say("ui.settings.mistaken", text)
                : words.say("ui.settings.mistaken.many", lines) + "\n" + text;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        Choices file = context.choices();
        following.allStacks().snapshots(this::show);
        chosen = Subscription.combine(file.contentsProperty().subscribe(choices::show),
                file.refusedProperty().subscribe((_, _) -> choices.refused()),
                file.enlargedProperty().subscribe(times -> choices.drawn(times.doubleValue())));
        place.component().flatMap(Section::named).ifPresent(section -> {
            sections.choose(section);
            focused = focused.or(() -> Optional.of("settings-bundle-make").filter(_ -> section == Section.SUPPORT));
        });
        visited = true;
        shown = true;
        followSigning();
        root.applyCss(); // what scrolls is in the window only then
        Node again = focused.map(id -> root.lookup("#" + id)).orElse(sections);
        (again.getParent() instanceof OptionsPane choice ? choice : again).requestFocus();
        focused = Optional.empty();
    }

    private void show(WatchSnapshot snapshot, Instant now) {
        meter.show(snapshot, now);
        choices.tick(now);
        stacks.show(snapshot);
        // The banner that something is done without leads to what can be done about it.
        if (!visited && snapshot.meter().saving() != Saving.NONE) {
            sections.choose(Section.COST);
        }
    }

    @Override
    public void hidden() {
        focused = Optional.ofNullable(root.getScene()).map(scene -> scene.getFocusOwner())
                .filter(owner -> isBelow(owner)).map(Node::getId);
        following.end();
        signing.hidden();
        shown = false;
        chosen.unsubscribe();
        choices.cancel();
        meter.cancel();
    }

    private boolean isBelow(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one == root) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof SettingsView same) {
            visited = same.visited;
            focused = same.focused;
            sections.choose(same.sections.chosen());
        }
    }

    @Override
    public boolean escape() {
        boolean asking = meter.askingProperty().get() || choices.cancel();
        meter.cancel();
        return asking;
    }
}
