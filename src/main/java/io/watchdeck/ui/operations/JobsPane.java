package io.watchdeck.ui.operations;

import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Facts;
import io.watchdeck.operations.preflight.JobFacts;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;

/// Which failed jobs are submitted again: each with its name, its id, when and why it failed, and what was submitted in
/// its place before. Those are not chosen unless a person chooses them. A long list is folded.
final class JobsPane extends VBox {

    private static final int FOLDED = 5;

    private final OperationViewModel model;
    private final Words words;
    private final Instant now;
    private boolean unfolded;
    private boolean showing;

    JobsPane(OperationViewModel model, Words words, Instant now) {
        this.model = model;
        this.words = words;
        this.now = now;
        setId("resubmit-jobs");
        getStyleClass().add("revisions");
        model.previewProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<JobFacts> facts = model.facts().flatMap(Facts::jobs);
        if (facts.isEmpty()) {
            getChildren().setAll(Texts.label(words.say("ui.operation.asking"), "wd-muted"));
            return;
        }
        List<FailedJob> failed = facts.get().failed();
        int shown = unfolded || failed.size() <= FOLDED + 1 ? failed.size() : FOLDED;
        var rows = new ArrayList<Node>();
        showing = true;
        failed.stream().limit(shown).forEach(job -> rows.add(row(job, facts.get())));
        showing = false;
        if (failed.size() > FOLDED + 1) {
            rows.add(fold(failed.size() - shown));
        }
        getChildren().setAll(rows);
    }

    private Node row(FailedJob job, JobFacts facts) {
        String text = words.say("ui.operation.job", job.name(), job.id(), words.when(job.stoppedAt(), now),
                job.reason());
        String said = facts.again(job.id()).map(before -> words.say("list.sentences", text,
                before.job().map(id -> words.say("ui.operation.job.before", id, words.when(before.at(), now),
                        before.person()))
                        .orElseGet(() -> words.say("ui.operation.job.perhapsBefore", words.when(before.at(), now),
                                before.person()))))
                .orElse(text);
        var box = new CheckBox(said);
        box.setId("resubmit-" + job.id());
        box.setWrapText(true);
        box.setSelected(chosen().contains(job.id()));
        box.selectedProperty().subscribe(selected -> choose(job.id(), selected));
        return box;
    }

    private Node fold(int more) {
        var button = new Button(more == 0 ? words.say("ui.operation.jobs.fewer")
                : words.say("ui.operation.jobs.more", more));
        button.setId("resubmit-fold");
        button.getStyleClass().add("flat");
        button.setOnAction(_ -> {
            unfolded = !unfolded;
            show();
        });
        return button;
    }

    private List<String> chosen() {
        return model.operationProperty().get() instanceof Operation.Resubmit jobs ? jobs.jobs() : List.of();
    }

    /// In the order of the list.
    private void choose(String job, boolean selected) {
        if (showing || chosen().contains(job) == selected
                || !(model.operationProperty().get() instanceof Operation.Resubmit wish)) {
            return;
        }
        List<String> all = model.facts().flatMap(Facts::jobs).map(JobFacts::failed).orElse(List.of()).stream()
                .map(FailedJob::id).toList();
        model.wish(new Operation.Resubmit(wish.stack(), wish.queue(), all.stream()
                .filter(id -> id.equals(job) ? selected : wish.jobs().contains(id)).toList()));
    }
}
