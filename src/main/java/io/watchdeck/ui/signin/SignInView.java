package io.watchdeck.ui.signin;

import io.watchdeck.identity.SignInDesk;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.SigningIn;
import io.watchdeck.words.Words;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Who is signed in where, profile by profile: a part of the settings. Reads the configuration again when
/// it is shown, also where all else is simulated.
public final class SignInView implements Page {

    private final PageContext context;
    private final ProfilesViewModel model;
    private final VBox root = new VBox();
    private final VBox list = new VBox();
    private final Following following;
    private Subscription states = Subscription.EMPTY;

    public SignInView(PageContext context) {
        this.context = context;
        Words words = context.words();
        model = new ProfilesViewModel(words);
        following = new Following(context);
        Label nothing = Texts.wrapping("", "wd-muted");
        nothing.setId("profiles-nothing");
        model.nothingProperty().subscribe(text -> Texts.set(nothing, text));
        root.setId("profiles");
        root.getStyleClass().addAll("wd-card", "profiles");
        list.getStyleClass().add("profiles-list");
        root.getChildren().addAll(list, nothing);
        model.rows().addListener((ListChangeListener<ProfileRow>) _ -> list());
        list();
    }

    private void list() {
        list.getChildren().setAll(model.rows().stream().map(this::line).toList());
        list.getChildren().stream().skip(1).forEach(line -> line.getStyleClass().add("divided"));
    }

    private Node line(ProfileRow row) {
        var who = new VBox(Texts.yielding(row.name() + " · " + row.kind(), "wd-strong"));
        who.setMinWidth(0);
        who.setAlignment(Pos.CENTER_LEFT);
        if (!row.as().isEmpty()) {
            Label as = Texts.yielding(row.account() + " · " + row.as(), "wd-12", "wd-muted");
            Texts.explain(as, row.as());
            who.getChildren().add(as);
        }
        var line = new HBox(who, Texts.spacer(), Texts.label(row.until(), "wd-12", "wd-muted"));
        line.setId("profile-" + row.name());
        line.getStyleClass().add("profiles-line");
        Words words = context.words();
        row.forget().ifPresent(door -> line.getChildren().add(button(words.say("ui.profiles.forget"),
                () -> signing().desk().ifPresent(desk -> desk.forget(door)))));
        row.enter().ifPresent(door -> line.getChildren().add(button(words.say("ui.profiles.enter"),
                () -> signing().open(door))));
        return line;
    }

    private static Button button(String label, Runnable action) {
        var button = new Button(label);
        button.getStyleClass().add("small");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        follow();
        following.allStacks().snapshots(model::show);
    }

    private void follow() {
        states.unsubscribe();
        SigningIn signing = context.connecting().begunSigning();
        states = signing.stateProperty().subscribe(newest -> model.show(newest));
        signing.desk().ifPresent(SignInDesk::look);
    }

    private SigningIn signing() {
        return context.connecting().signing();
    }

    @Override
    public void hidden() {
        following.end();
        states.unsubscribe();
    }
}
