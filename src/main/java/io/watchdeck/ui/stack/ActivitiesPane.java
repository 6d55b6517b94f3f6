package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.SectionPane;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.ActivityLines.Activities;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The part of the drawer that tells what autoscaling did, and why it did nothing.
final class ActivitiesPane extends VBox {

    private final FreshnessLabel age = new FreshnessLabel();
    private final SectionPane section;
    private Optional<Activities> shown = Optional.empty();

    ActivitiesPane(Words words) {
        setId("drawer-activities");
        section = new SectionPane(words.say("ui.drawer.activities"), age);
        getChildren().add(section);
    }

    void show(Activities newest) {
        age.show(newest.age());
        if (shown.filter(newest::saysTheSame).isEmpty()) {
            section.setContent(content(newest));
        }
        shown = Optional.of(newest);
    }

    private static List<Node> content(Activities activities) {
        if (activities.absence().isPresent()) {
            return List.of(EntryPane.absent(activities.absence().get()));
        }
        var nodes = new ArrayList<Node>(activities.lines().stream().map(ActivitiesPane::activity).toList());
        if (!activities.note().isEmpty()) {
            nodes.add(EntryPane.sentence(activities.note(), Tone.MUTED, ""));
        }
        return nodes;
    }

    private static Node activity(ActivityLines.Line line) {
        return new EntryPane(EntryPane.icon(line.tone()),
                EntryPane.line(Texts.label(line.status(), "wd-13"), Texts.spacer(),
                        EntryPane.dated(line.when(), line.whenFull(), "wd-12", "wd-muted")))
                .with(line.what(), Tone.PLAIN, "").with(line.detail(), Tone.PLAIN, "")
                .with(line.cause(), Tone.MUTED, line.fullCause());
    }
}
