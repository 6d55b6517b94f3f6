package io.watchdeck.ui.shell;

import io.watchdeck.identity.Door;
import io.watchdeck.ui.kit.Desktop;
import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Icons;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The banners under the top bar, one line each, or two where a window is narrow or two things are told. However much there
/// is to say, a banner takes no more from the screen: the rest is in its tooltip, and where the banner sends to.
final class BannerPane extends VBox {

    /// What has no room in one line goes on in a second: a banner says where to go and what to write.
    static final int LINES = 2;
    private static final double TWO_LINES = 40;

    private final ShellViewModel model;
    private final Desktop desktop;
    private final Navigator navigator;
    private final Consumer<Door> entrance;
    private final Connecting connecting;
    private final Words words;

    /// @param entrance opens the dialog in which a person signs in
    BannerPane(ShellViewModel model, Desktop desktop, Navigator navigator, Consumer<Door> entrance,
            Connecting connecting, Words words) {
        this.words = words;
        this.entrance = entrance;
        this.connecting = connecting;
        this.model = model;
        this.desktop = desktop;
        this.navigator = navigator;
        getStyleClass().add("banners");
        model.banners().addListener((ListChangeListener<Banner>) _ -> show());
        show();
    }

    private void show() {
        var numbers = new EnumMap<Banner.Kind, Integer>(Banner.Kind.class);
        getChildren().setAll(model.banners().stream()
                .map(banner -> banner(banner, numbers.merge(banner.kind(), 1, Integer::sum))).toList());
        Texts.shown(this, !model.banners().isEmpty());
    }

    /// @param number of those of its kind, from 1: each node has an id of its own
    private Node banner(Banner banner, int number) {
        String end = number == 1 ? "" : "-" + number;
        var line = new HBox(Icons.icon(icon(banner.kind())), Texts.label(banner.title(), "wd-strong"), text(banner),
                Texts.spacer());
        String word = banner.kind().name().toLowerCase(Locale.ROOT);
        line.setId("banner-" + word + end);
        line.getStyleClass().add("banner");
        line.setMinHeight(USE_PREF_SIZE);
        banner.tone().on(line);
        line.setAlignment(Pos.CENTER_LEFT);
        banner.offers().forEach(offer -> {
            var button = new Button(offer.label());
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            if (offer instanceof Banner.Enter) {
                button.setId("banner-sign-in" + end);
            }
            if (offer instanceof Banner.Connect) {
                button.setId("banner-connect");
                button.getStyleClass().add("accent");
                connecting.possibleProperty().when(Texts.inWindow(button))
                        .subscribe(possible -> Texts.shown(button, possible));
            }
            button.setOnAction(_ -> {
                switch (offer) {
                    case Banner.Copy(var _, String copied) -> desktop.copy(copied);
                    case Banner.Enter(var _, Door door) -> entrance.accept(door);
                    case Banner.Connect _ -> connecting.open();
                    case Banner.Go(var _, Place place) -> navigator.go(place);
                }
            });
            line.getChildren().add(button);
        });
        if (!banner.details().isEmpty()) {
            line.getChildren().add(copying(banner, "banner-details-" + word + end));
        }
        return line;
    }

    /// Of several lines the second is seen however long the first is.
    static Region text(Banner banner) {
        List<String> lines = banner.text().lines().toList();
        if (lines.size() > 1) {
            var texts = new VBox(said(lines.getFirst(), banner),
                    said(lines.get(1) + (lines.size() > LINES ? " …" : ""), banner));
            texts.getStyleClass().add("banner-texts");
            texts.setAlignment(Pos.CENTER_LEFT);
            texts.setMinWidth(0);
            return texts;
        }
        Label text = said(banner.text(), banner);
        text.setWrapText(true);
        text.setMaxHeight(TWO_LINES);
        return text;
    }

    private static Label said(String line, Banner banner) {
        Label text = Texts.yielding(line, "banner-text");
        Texts.explainWhole(text, banner.detail());
        return text;
    }

    private Node copying(Banner banner, String id) {
        var button = new Button(null, Icons.icon(Glyph.CONTENT_COPY));
        button.setId(id);
        button.getStyleClass().addAll("flat", "icon-button");
        button.setAccessibleText(words.say("ui.details.of", banner.title()));
        Texts.explain(button, words.say("ui.details.copy"));
        button.setOnAction(_ -> desktop.copyDetails(banner.details()));
        return button;
    }

    private static Glyph icon(Banner.Kind kind) {
        return switch (kind) {
            case SANDBOX -> Glyph.FLASK_OUTLINE;
            case EXPIRED -> Glyph.KEY_ALERT_OUTLINE;
            case WRONG_ACCOUNT -> Glyph.ACCOUNT_ALERT_OUTLINE;
            case PROBLEMS, SETTINGS -> Glyph.FILE_ALERT_OUTLINE;
            case SAVING -> Glyph.CASH_LOCK;
            case UNSAVED -> Glyph.CONTENT_SAVE_ALERT_OUTLINE;
            case HISTORY -> Glyph.DATABASE_ALERT_OUTLINE;
        };
    }
}
