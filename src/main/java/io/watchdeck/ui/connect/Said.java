package io.watchdeck.ui.connect;

import io.watchdeck.model.Region;
import io.watchdeck.words.Words;
import java.util.Optional;

/// What the dialog says of the step that it is at.
record Said(ConnectViewModel model, Words words) {

    Optional<String> locked() {
        ConnectViewModel.Now now = model.now();
        return switch (now.step()) {
            case PROFILE -> Region.isCode(model.regionProperty().get().strip()) ? Optional.empty()
                    : Optional.of(words.say("ui.connect.locked.region"));
            case ACCOUNT -> {
                if (now.identity().isEmpty() && now.failure().isEmpty()) {
                    yield Optional.of(words.say("ui.connect.locked.reading"));
                }
                boolean again = now.failure().isPresent() && !model.mayType();
                yield again || !now.picked().isEmpty() ? Optional.empty()
                        : Optional.of(words.say(now.asking() && model.clusters().isEmpty()
                                ? "ui.connect.locked.reading" : "ui.connect.locked.cluster"));
            }
            case STACK -> now.draft().map(StackDraft::locked).orElseGet(() -> now.failure().isPresent()
                    ? Optional.empty() : Optional.of(words.say("ui.connect.locked.reading")));
            case WRITE -> now.asking() ? Optional.of(words.say("ui.connect.locked.writing"))
                    : model.areFilesNamed() ? Optional.empty() : Optional.of(words.say("ui.connect.locked.file"));
        };
    }

    String action() {
        ConnectViewModel.Now now = model.now();
        return words.say(switch (now.step()) {
            case PROFILE -> model.chosenProperty().get().missing().isPresent() ? "ui.connect.enter" : "ui.connect.next";
            case ACCOUNT -> now.failure().isPresent() && !model.mayType() ? "ui.connect.again" : "ui.connect.next";
            case STACK -> now.draft().isEmpty() && now.failure().isPresent() ? "ui.connect.again" : "ui.connect.next";
            case WRITE -> model.isDone() ? "ui.connect.done" : "ui.connect.write";
        }, model.files().size());
    }

    String said() {
        ConnectViewModel.Now now = model.now();
        return switch (now.step()) {
            case PROFILE -> words.say("ui.connect.said.profile");
            case ACCOUNT -> now.identity().map(who -> words.say("ui.connect.said.account", who.account(), who.person(),
                    model.regionProperty().get().strip())).orElseGet(() -> now.failure().isPresent() ? ""
                            : words.say("ui.connect.said.asking"))
                    + (now.identity().isPresent() && now.failure().isEmpty() && !now.asking()
                            && model.clusters().isEmpty() ? " " + words.say("ui.connect.said.noClusters") : "");
            case STACK -> words.say(now.draft().isPresent() ? "ui.connect.said.stack" : "ui.connect.said.reading",
                    now.picked().get(now.current()), now.current() + 1, now.picked().size());
            case WRITE -> words.say(!model.isFollowed() ? "ui.connect.said.sandbox"
                    : model.isDone() ? "ui.connect.said.done" : "ui.connect.said.write", model.folder(),
                    model.files().size());
        };
    }

    String trouble() {
        ConnectViewModel.Now now = model.now();
        return switch (now.step()) {
            case PROFILE, WRITE -> "";
            case ACCOUNT, STACK -> now.failure().map(failure -> model.mayType() && now.step() == Step.ACCOUNT
                    ? words.say("ui.connect.said.type", model.sentence(failure)) : model.sentence(failure)).orElse("");
        };
    }
}
