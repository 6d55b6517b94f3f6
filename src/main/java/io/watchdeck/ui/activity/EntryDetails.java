package io.watchdeck.ui.activity;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.JournalEntry.Reminder;
import io.watchdeck.operations.JournalEntry.Sending;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.journal.Change;
import io.watchdeck.ui.activity.EntryDetail.Answer;
import io.watchdeck.ui.activity.EntryDetail.ChangeLine;
import io.watchdeck.ui.activity.EntryDetail.FactLine;
import io.watchdeck.ui.activity.EntryDetail.RemarkLine;
import io.watchdeck.ui.activity.EntryDetail.RequestLine;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Puts an entry of the journal into words, all of it.
final class EntryDetails {

    private final Words words;

    EntryDetails(Words words) {
        this.words = words;
    }

    /// @param line    what its row says
    /// @param watched whether its stack is among those that are watched
    EntryDetail of(JournalEntry entry, ActivityLine line, boolean watched, Instant now) {
        return new EntryDetail(line, entry.operation().target(), standing(entry, now), facts(entry, now),
                Change.of(entry).stream().map(this::change).toList(),
                entry.sendings().stream().map(one -> request(one, entry, now)).toList(), missing(entry),
                entry.remarks().stream().map(remark -> new RemarkLine(words.whenSeconds(remark.at(), now),
                        words.moments(remark.at()), ShortNames.in(words.say(remark.sentence())))).toList(),
                entry.reminder().map(reminder -> reminder(reminder, now)).orElse(""),
                words.say(entry.operation() instanceof Operation.OfService ? "ui.activity.goService"
                        : "ui.activity.goQueue"),
                watched);
    }

    private String standing(JournalEntry entry, Instant now) {
        return entry.took().map(span -> words.say("ui.activity.after", span))
                .orElseGet(() -> words.say("ui.activity.since", Duration.between(entry.begun(), now)));
    }

    private List<FactLine> facts(JournalEntry entry, Instant now) {
        var facts = new ArrayList<FactLine>();
        String ended = entry.verdict().map(Verdict::at).map(at -> words.say("ui.activity.untilEnd",
                words.moment(entry.begun()), words.whenSeconds(at, entry.begun())))
                .orElseGet(() -> words.moment(entry.begun()));
        facts.add(new FactLine(words.say("ui.activity.fact.when"), ended, Tone.PLAIN, words.moments(entry.begun())));
        facts.add(fact("who", entry.person(), Tone.PLAIN));
        boolean said = !entry.note().isBlank();
        facts.add(fact("why", said ? entry.note() : words.say("ui.activity.noNote"), said ? Tone.PLAIN : Tone.MUTED));
        facts.add(fact("where", where(entry), Tone.PLAIN));
        facts.add(fact("warnings", warnings(entry), entry.warnings() > 0 ? Tone.WARNING : Tone.MUTED));
        extra(entry.operation()).ifPresent(facts::add);
        return facts;
    }

    /// How many there were, and each of them as it was said.
    private String warnings(JournalEntry entry) {
        return Stream.concat(Stream.of(words.say("ui.activity.warnings", entry.warnings())),
                entry.warned().stream().map(words::say)).collect(Collectors.joining("\n"));
    }

    private FactLine fact(String word, String value, Tone tone) {
        return new FactLine(words.say("ui.activity.fact." + word), value, tone, "");
    }

    private String where(JournalEntry entry) {
        JournalEntry.Place place = entry.place();
        String cluster = entry.operation() instanceof Operation.OfService one ? one.service().cluster() : "";
        var parts = new ArrayList<String>();
        parts.add(place.account().map(id -> words.say("ui.activity.account", id))
                .orElseGet(() -> words.say("ui.activity.noAccount")));
        parts.add(place.region().code());
        parts.add(place.profile().map(name -> words.say("ui.activity.profile", name))
                .orElseGet(() -> words.say("ui.activity.noProfile")));
        if (!cluster.isEmpty()) {
            parts.add(words.say("ui.activity.cluster", cluster));
        }
        return words.list(parts);
    }

    /// What was decided beside the change itself.
    private Optional<FactLine> extra(Operation operation) {
        return switch (operation) {
            case Operation.SpotWeight spot -> Optional.of(fact("how",
                    words.say(spot.force() ? "ui.activity.forced" : "ui.activity.notForced"), Tone.PLAIN));
            case Operation.Redrive redrive -> {
                String rate = redrive.perSecond().isPresent()
                        ? words.say("ui.activity.rate", redrive.perSecond().getAsInt())
                        : words.say("ui.activity.anyRate");
                yield Optional.of(fact("how", redrive.bounces().isPresent()
                        ? words.list(List.of(rate, words.say("ui.activity.bounces", redrive.bounces().getAsInt())))
                        : rate, Tone.PLAIN));
            }
            default -> Optional.empty();
        };
    }

    private ChangeLine change(Change change) {
        return new ChangeLine(words.say("ui.activity.change." + change.what().word()),
                change.before().map(words::say).orElse(""), words.say(change.after()));
    }

    private RequestLine request(Sending sending, JournalEntry entry, Instant now) {
        var fields = new ArrayList<FactLine>();
        sending.request().fields().forEach(field -> fields.add(new FactLine(field.name(),
                field.values().isEmpty() ? words.say("ui.activity.on") : String.join("\n", field.values()),
                Tone.PLAIN, "")));
        if (!sending.request().like().isEmpty()) {
            fields.add(new FactLine(words.say("ui.activity.like"), String.join("\n", sending.request().like()),
                    Tone.PLAIN, ""));
        }
        Answer answered = sending.answer().map(EntryDetails::answered).orElse(Answer.NONE);
        return new RequestLine(sending.request().name(), fields, answered,
                sending.answer().map(sent -> answer(sent, now)).orElseGet(
                        () -> words.say(entry.isOver() ? "ui.activity.neverAnswered" : "ui.activity.unanswered")),
                sending.request().command(entry.place().options()));
    }

    private static Answer answered(Sent sent) {
        return switch (sent) {
            case Sent.Taken _ -> Answer.TAKEN;
            case Sent.Refused _ -> Answer.REFUSED;
            case Sent.Lost _ -> Answer.LOST;
        };
    }

    private String answer(Sent sent, Instant now) {
        String at = words.whenSeconds(sent.at(), now);
        return switch (sent) {
            case Sent.Taken(Optional<String> id, var _) -> id.map(known -> words.say("ui.activity.takenAs", at, known))
                    .orElseGet(() -> words.say("ui.activity.taken", at));
            case Sent.Refused(Failure failure, var _) -> words.say("ui.activity.refused", at, why(failure));
            case Sent.Lost(Failure failure, var _) -> words.say("ui.activity.lost", at, why(failure));
        };
    }

    private String why(Failure failure) {
        String sentence = words.say(failure.sentence());
        return failure.detail().isBlank() ? sentence
                : words.say("ui.activity.whyDetail", sentence, failure.detail());
    }

    private String missing(JournalEntry entry) {
        return entry.isOver() && entry.isUnfinished()
                ? words.say("ui.activity.notSent", entry.planned() - entry.sendings().size()) : "";
    }

    private String reminder(Reminder reminder, Instant now) {
        String at = words.when(reminder.at(), now);
        return reminder.desired().isPresent()
                ? words.say(reminder.settled() ? "ui.activity.reminderOver" : "ui.activity.reminder", at,
                        reminder.desired().getAsInt())
                : "";
    }
}
