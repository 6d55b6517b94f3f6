package io.watchdeck.ui.kit;

import io.watchdeck.model.Freshness;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// An age with its disc: full on time, half late, ring stale.
public final class FreshnessLabel extends Label {

    /// Without a text, as [#disc] shows it.
    public static final double DISC_ALONE = 13;
    /// With the gap to its text.
    public static final double DISC = DISC_ALONE + 5;

    private static final StyleGroup CLASSES =
            new StyleGroup(Stream.of(Freshness.values()).map(FreshnessLabel::styleClass).toList());

    private final FontIcon disc = Icons.icon(Icons.of(Freshness.ASKING), "disc");

    public FreshnessLabel() {
        getStyleClass().addAll("freshness", "wd-12");
        setGraphic(disc);
        setMinWidth(Region.USE_PREF_SIZE);
    }

    public void show(Age age) {
        disc.show(Icons.of(age.freshness()));
        CLASSES.set(this, styleClass(age.freshness()));
        setText(age.text());
        Texts.explain(this, age.sentence());
    }

    /// In its largest unit, or the disc alone, where the age beside it has no room; the tooltip tells it.
    ///
    /// @param room that the figure beside it leaves
    public void fit(Age age, double room) {
        show(age);
        setText(TextWidth.fitting(room - DISC, false, 12, List.of(age.text(), age.brief(), "")));
    }

    /// Its disc alone; the tooltip tells the age.
    public void disc(Age age) {
        show(age);
        setText("");
    }

    private static String styleClass(Freshness freshness) {
        return "fresh-" + freshness.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
