package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Glyph;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What is used of the free requests, account by account, and what comes after them.
final class FreePane extends SectionCardPane {

    private final VBox content = new VBox();
    private Optional<FreePage> shown = Optional.empty();

    FreePane(SettingsViewModel model, Words words) {
        super(Glyph.GIFT_OUTLINE, words.say("ui.settings.free.title"), words.say("ui.settings.tableNote"));
        setId("settings-free");
        content.getStyleClass().add("settings-content");
        getChildren().add(content);
        model.pageProperty().subscribe(page -> show(page.flatMap(MeterPage::free)));
    }

    private void show(Optional<FreePage> newest) {
        if (!newest.equals(shown)) {
            shown = newest;
            content.getChildren().setAll(newest.map(FreePane::nodes).orElse(List.of()));
        }
    }

    private static List<Node> nodes(FreePage page) {
        var top = new HBox(Texts.label(page.share(), "wd-24", "wd-strong"),
                Texts.wrapping(page.of(), "wd-12", "wd-muted"));
        top.getStyleClass().add("meter-top");
        top.setAlignment(Pos.BASELINE_LEFT);
        var accounts = new VBox();
        accounts.getStyleClass().add("free-accounts");
        page.accounts().forEach(account -> accounts.getChildren().add(account(account)));
        if (!page.none().isEmpty()) {
            accounts.getChildren().add(Texts.wrapping(page.none(), "wd-12"));
        }
        return List.of(top, accounts, Texts.wrapping(page.then(), "wd-12"),
                Texts.wrapping(page.set(), "wd-12", "wd-muted"));
    }

    private static Node account(FreePage.Account account) {
        Label state = Texts.yielding(account.state(), "wd-12");
        account.tone().on(state);
        Texts.shown(state, !account.state().isEmpty());
        var line = new HBox(Texts.label(account.name(), "wd-12", "wd-mono"), state, Texts.spacer(),
                Texts.label(account.used(), "wd-12"));
        line.getStyleClass().add("meter-top");
        line.setAlignment(Pos.BASELINE_LEFT);
        var bar = new Meter(6);
        bar.show(account.part(), account.part(), OptionalDouble.empty(), account.tone(),
                account.name() + " " + account.used() + " " + account.state());
        return new VBox(line, bar);
    }
}
