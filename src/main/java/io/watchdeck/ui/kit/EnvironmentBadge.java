package io.watchdeck.ui.kit;

import io.watchdeck.stack.Environment;
import io.watchdeck.words.Words;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// PROD, TEST or DEV. Violet for production, grey otherwise; never the hue of a severity.
public final class EnvironmentBadge extends Label {

    private static final StyleGroup ENVIRONMENTS =
            new StyleGroup(Stream.of(Environment.values()).map(Environment::word).toList());

    public EnvironmentBadge() {
        getStyleClass().addAll("wd-badge");
        setMinWidth(Region.USE_PREF_SIZE);
    }

    public EnvironmentBadge(Environment environment, Words words) {
        this();
        show(environment, words);
    }

    public void show(Environment environment, Words words) {
        setText(words.say("ui.environment." + environment.word()));
        ENVIRONMENTS.set(this, environment.word());
    }
}
