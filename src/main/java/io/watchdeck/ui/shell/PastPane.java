package io.watchdeck.ui.shell;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.watch.PastSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Around the screens: while they show a moment that is over, a frame in a colour of its own and a banner that says which,
/// with the way back. Where nothing is recorded of it, the screen's place says so.
final class PastPane extends VBox {

    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final Words words;
    private final Supplier<Instant> clock;
    private final Label title = Texts.label("", "wd-strong");
    private final Label text = Texts.yielding("", "past-text");
    private final HBox banner = new HBox();
    private final Label cover = Texts.wrapping("", "wd-14", "past-cover");
    private final Subscription following;

    /// @param name  of a stack
    /// @param clock tells what time it really is
    PastPane(Node content, Replaying replaying, Navigator navigator, Words words, Supplier<Instant> clock,
            Function<io.watchdeck.model.StackId, String> name) {
        this.words = words;
        this.clock = clock;
        getStyleClass().add("past-pane");
        title.setId("past-moment");
        text.setId("past-text");
        banner.setId("past-banner");
        banner.getStyleClass().add("past-banner");
        banner.setAlignment(Pos.CENTER_LEFT);
        Button timeline = button("past-timeline", "ui.past.timeline", Glyph.CHART_TIMELINE_VARIANT,
                () -> replaying.shownProperty().get().ifPresent(shown -> navigator.go(timeline(shown))));
        Button live = button("past-live", "ui.past.live", Glyph.PLAY_CIRCLE_OUTLINE, navigator::goLive);
        banner.getChildren().addAll(Icons.icon(Glyph.HISTORY), title, text, Texts.spacer(), timeline, live);
        cover.setId("past-cover");
        var middle = new StackPane(content, cover);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        getChildren().addAll(banner, middle);
        following = replaying.shownProperty().subscribe(shown -> show(shown, name));
    }

    /// Follows nothing any more.
    void end() {
        following.unsubscribe();
    }

    private Button button(String id, String key, Glyph glyph, Runnable action) {
        var button = new Button(words.say(key), Icons.icon(glyph));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Place timeline(Replaying.Shown shown) {
        return shown.place().stack().map(stack -> Place.of(stack, shown.moment()))
                .orElseGet(() -> Place.of(Screen.TIMELINE).at(shown.moment()));
    }

    private void show(Optional<Replaying.Shown> shown, Function<io.watchdeck.model.StackId, String> name) {
        pseudoClassStateChanged(PAST, shown.isPresent());
        Texts.shown(banner, shown.isPresent());
        shown.ifPresent(one -> {
            title.setText(words.say("ui.past.title", words.weekday(LocalDate.ofInstant(one.moment(), words.zone())),
                    words.clockSeconds(one.moment()), Duration.between(one.moment(), clock.get())));
            String missing = one.unseen().stream().map(PastSnapshot.Unseen::stack).map(name)
                    .collect(Collectors.joining(", "));
            text.setText(one.unseen().isEmpty() || one.covers() ? words.say("ui.past.text")
                    : words.say("ui.past.missing", missing));
            Texts.explain(text, text.getText());
        });
        Texts.set(cover, shown.filter(Replaying.Shown::covers).map(this::covered).orElse(""));
    }

    private String covered(Replaying.Shown shown) {
        if (shown.asking()) {
            return words.say("ui.past.asking");
        }
        Instant now = clock.get();
        return shown.unseen().stream().findFirst().map(one -> words.say(one.last().isPresent()
                ? one.next().isPresent() ? "ui.past.unseen.between" : "ui.past.unseen.since"
                : one.next().isPresent() ? "ui.past.unseen.before" : "ui.past.unseen.ever",
                one.last().map(at -> words.when(at, now)).orElse(""),
                one.next().map(at -> words.when(at, now)).orElse("")))
                .orElseGet(() -> words.say("ui.past.unseen.ever", "", ""));
    }
}
