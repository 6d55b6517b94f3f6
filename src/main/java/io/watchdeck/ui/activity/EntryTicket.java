package io.watchdeck.ui.activity;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.support.Details;
import io.watchdeck.ui.kit.FailureDetails;
import io.watchdeck.words.Words;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is told of an operation in a ticket: what became of it, where, and what AWS said to each request that it did not
/// take. Neither who did it nor why.
record EntryTicket(Words words) {

    String of(JournalEntry entry, EntryDetail shown) {
        JournalEntry.Place place = entry.place();
        var details = new Details()
                .add(label("what"),
                        shown.line().title() + ": " + shown.line().verdict() + ". " + shown.line().sentence())
                .add(label("stack"), shown.line().stackName() + ", "
                        + words.say("ui.environment." + place.environment().word()))
                .add(label("account"), place.account()).add(label("region"), place.region().code())
                .add(label("profile"), place.profile())
                .add(label("begun"), entry.begun().truncatedTo(ChronoUnit.SECONDS).toString());
        return Stream.concat(Stream.of(details.text()), entry.sendings().stream().map(this::request))
                .collect(Collectors.joining("\n\n"));
    }

    private String request(Sending sending) {
        var details = new Details().add(label("call"), sending.request().name());
        sending.answer().map(Sent::at).ifPresent(at -> details.add(label("answered"),
                at.truncatedTo(ChronoUnit.SECONDS).toString()));
        return switch (sending.answer().orElse(null)) {
            case Sent.Refused(Failure failure, var _) -> told(details, failure);
            case Sent.Lost(Failure failure, var _) -> told(details, failure);
            case Sent.Taken _ -> details.add(label("detail"), words.say("details.taken")).text();
            case null -> details.add(label("detail"), words.say("ui.activity.unanswered")).text();
        };
    }

    private String told(Details details, Failure failure) {
        return new FailureDetails(words).told(failure, details.add(label("what"), words.say(failure.sentence())))
                .text();
    }

    private String label(String word) {
        return words.say("details." + word);
    }
}
