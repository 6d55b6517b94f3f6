package io.watchdeck.ui.stack;

import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.SectionPane;
import io.watchdeck.ui.kit.SeverityIcon;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.TargetLines.Targets;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The part of the drawer that tells how the load balancer sees the service: each target with its health and AWS's
/// reason for it.
final class TargetsPane extends VBox {

    private final FreshnessLabel age = new FreshnessLabel();
    private final SectionPane section;
    private Optional<Targets> shown = Optional.empty();

    TargetsPane(Words words) {
        setId("drawer-targets");
        section = new SectionPane(words.say("ui.drawer.targets"), age);
        getChildren().add(section);
    }

    void show(Targets newest) {
        Texts.shown(age, newest.age().isPresent());
        newest.age().ifPresent(age::show);
        if (shown.filter(newest::saysTheSame).isEmpty()) {
            section.setCount(newest.summary());
            section.setContent(content(newest));
        }
        shown = Optional.of(newest);
    }

    private static List<Node> content(Targets targets) {
        if (targets.absence().isPresent()) {
            return List.of(EntryPane.absent(targets.absence().get()));
        }
        if (!targets.note().isEmpty()) {
            return List.of(EntryPane.sentence(targets.note(), Tone.MUTED, ""));
        }
        var nodes = new ArrayList<Node>();
        targets.groups().forEach(group -> {
            nodes.add(EntryPane.line(Texts.yielding(group.name(), "wd-mono", "wd-11", "wd-muted"), Texts.spacer(),
                    Texts.label(targets.groups().size() > 1 ? group.summary() : "", "wd-12", "wd-muted")));
            group.absence().ifPresent(absence -> nodes.add(EntryPane.absent(absence)));
            group.lines().forEach(line -> nodes.add(target(line)));
            if (!group.note().isEmpty()) {
                nodes.add(EntryPane.sentence(group.note(), Tone.MUTED, ""));
            }
        });
        return nodes;
    }

    private static Node target(TargetLines.Line line) {
        return new EntryPane(new SeverityIcon(line.severity(), false),
                EntryPane.line(Texts.label(line.state(), "wd-13"),
                        Texts.yielding(line.address(), "wd-mono", "wd-11"), Texts.spacer(),
                        Texts.label(line.zone(), "wd-12", "wd-muted")))
                .with(line.reason(), Tone.MUTED, "");
    }
}
