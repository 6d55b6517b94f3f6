package io.watchdeck.ui.timeline;

import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.report.ReportFormat;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.shell.Saved;
import io.watchdeck.ui.timeline.ReportLine.Kind;
import io.watchdeck.words.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Hands the time that is shown over: a report of it is made while the screen goes on, and what came of it is told until
/// a person has seen it.
public final class ReportViewModel {

    private static final Duration STANDS = Duration.ofSeconds(20);

    private final Words words;
    private final HandingOver handingOver;
    private final Executor ui;
    private final ReadOnlyObjectWrapper<Optional<ReportLine>> line = new ReadOnlyObjectWrapper<>(Optional.empty());
    /// When it was first seen that what is told passes by itself.
    private Optional<Instant> since = Optional.empty();

    /// @param ui runs work on the FX thread
    ReportViewModel(Words words, HandingOver handingOver, Executor ui) {
        this.words = words;
        this.handingOver = handingOver;
        this.ui = ui;
    }

    /// Lets a person choose a file and makes the report for it.
    ///
    /// @param now of any later time nothing is known
    void export(ReportFormat format, StackFile stack, TimeRange shown, Instant now) {
        if (isMaking()) {
            return;
        }
        if (handingOver.reports().isEmpty()) {
            tell(Kind.FAILED, words.say("ui.timeline.report.notKept"), Optional.empty());
            return;
        }
        Instant end = shown.to().isAfter(now) ? now : shown.to();
        var range = new TimeRange(shown.from().truncatedTo(ChronoUnit.SECONDS), end.truncatedTo(ChronoUnit.SECONDS));
        handingOver.filing().file(name(format, stack, range), () -> {
            ui.execute(() -> tell(Kind.MAKING, words.say("ui.timeline.report.making", stack.name(),
                    words.when(range.from(), now), words.when(range.to(), now)), Optional.empty()));
            return handingOver.reports().get().make(range, List.of(stack.id()), format, words);
        }, this::told);
    }

    private String name(ReportFormat format, StackFile stack, TimeRange range) {
        LocalDate from = LocalDate.ofInstant(range.from(), words.zone());
        LocalDate to = LocalDate.ofInstant(range.to(), words.zone());
        return "hand-over-" + stack.id().value() + "-" + from + (from.equals(to) ? "" : "-to-" + to) + switch (format) {
            case MARKDOWN -> ".md";
            case HTML -> ".html";
        };
    }

    private void told(Saved saved) {
        Optional<Phrase> problem = saved.problem();
        problem.ifPresentOrElse(
                why -> tell(Kind.FAILED, words.say("ui.timeline.report.failed",
                        String.valueOf(saved.file().getFileName()), words.say(why)), Optional.empty()),
                () -> tell(Kind.SAVED, words.say("ui.timeline.report.saved", saved.file().toString()),
                        Optional.of(saved.file())));
    }

    /// What was typed is no moment: tells what is.
    void refuse(String typed) {
        if (!isMaking()) {
            tell(Kind.REFUSED, words.say("ui.timeline.typed.wrong", typed.strip(), words.say("ui.timeline.typed.help")),
                    Optional.empty());
        }
    }

    /// What went well, and what a person can mend at once, goes by itself.
    void tick(Instant now) {
        boolean passes = line.get().filter(one -> one.kind() == Kind.SAVED || one.kind() == Kind.REFUSED).isPresent();
        since = passes ? since.or(() -> Optional.of(now)) : Optional.empty();
        if (since.filter(from -> Duration.between(from, now).compareTo(STANDS) >= 0).isPresent()) {
            close();
        }
    }

    private void tell(Kind kind, String text, Optional<Path> file) {
        since = Optional.empty();
        line.set(Optional.of(new ReportLine(kind, text, file)));
    }

    private boolean isMaking() {
        return line.get().filter(one -> one.kind() == Kind.MAKING).isPresent();
    }

    /// A person has seen what came of it.
    ///
    /// @return whether there was anything to see
    boolean close() {
        boolean told = line.get().isPresent() && !isMaking();
        if (told) {
            line.set(Optional.empty());
        }
        return told;
    }

    /// What is told at present; empty while there is nothing.
    ReadOnlyObjectProperty<Optional<ReportLine>> lineProperty() {
        return line.getReadOnlyProperty();
    }
}
