package io.watchdeck.ui.connect;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Region;
import io.watchdeck.stack.NewStackFiles;
import io.watchdeck.words.Words;
import java.util.Optional;

/// What the dialog says of the step that it is at.
record Said(ConnectViewModel model, Words words) {

    Optional<String> locked() {
        ConnectViewModel.Now now = model.now();
        return switch (now.step()) {
            case PROFILE -> !model.isRead() ? Optional.of(words.say("ui.connect.locked.profiles"))
                    : Region.isCode(model.regionProperty().get().strip()) ? Optional.empty()
                    : Optional.of(words.say("ui.connect.locked.region"));
            case ACCOUNT -> {
                if (now.identity().isEmpty() && now.failure().isEmpty()) {
                    yield Optional.of(words.say("ui.connect.locked.reading"));
                }
                yield again() || !now.picked().isEmpty() ? Optional.empty()
                        : Optional.of(words.say(now.asking() && model.clusters().isEmpty()
                                ? "ui.connect.locked.reading" : "ui.connect.locked.cluster"));
            }
            case STACK -> now.draft().map(StackDraft::locked).orElseGet(() -> now.failure().isPresent()
                    ? Optional.empty() : Optional.of(words.say("ui.connect.locked.reading")));
            case WRITE -> now.asking() ? Optional.of(words.say("ui.connect.locked.writing"))
                    : areFilesNamed() ? Optional.empty() : Optional.of(words.say("ui.connect.locked.file"));
        };
    }

    private boolean areFilesNamed() {
        return model.files().stream().allMatch(one -> NewStackFiles.isName(one.fileNameProperty().get()));
    }

    /// Whether nothing else can be done than to try again.
    boolean again() {
        ConnectViewModel.Now now = model.now();
        return now.failure().isPresent() && (now.step() == Step.ACCOUNT && !model.mayType()
                || now.step() == Step.STACK && now.draft().isEmpty());
    }

    String action() {
        ConnectViewModel.Now now = model.now();
        return words.say(again() ? "ui.connect.again" : switch (now.step()) {
            case PROFILE -> model.chosenProperty().get().missing().isPresent() ? "ui.connect.enter" : "ui.connect.next";
            case ACCOUNT, STACK -> "ui.connect.next";
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
                    ? words.say("ui.connect.said.type", sentence(failure, words)) : sentence(failure, words))
                    .orElse("");
        };
    }

    /// With the IAM action of the call that failed.
    static String sentence(Failure failure, Words words) {
        String text = words.say(failure.sentence());
        return failure.action().filter(one -> !text.contains(one)).map(one -> text + " (" + one + ")").orElse(text);
    }
}
