package io.watchdeck.ui.kit;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.words.Words;
import java.util.Optional;

/// Why a figure is not there, in the words of a cell or card. Zero, not asked yet, denied and unknown never look alike.
///
/// @param word     one or two words, such as "Denied"
/// @param detail   the next line: the IAM action, the next try, or nothing
/// @param sentence all of it, for the tooltip
/// @param action   the IAM action that is missing, for [Kind#DENIED]
public record Absence(Kind kind, String word, String detail, String sentence, Optional<String> action) {

    public enum Kind {
        ASKING, EXPIRED, DENIED, THROTTLED, UNREACHABLE, NOT_FOUND, ABSENT, WRONG_ACCOUNT, NOT_KEPT, CAPPED,
        UNEXPECTED
    }

    /// Empty when there is a value, fresh or stale.
    public static Optional<Absence> of(Loadable<?> state, Words words) {
        if (state.latest().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(state.problem().map(failure -> of(failure, words)).orElseGet(() -> asking(words)));
    }

    public static Absence asking(Words words) {
        return new Absence(Kind.ASKING, words.say("ui.absence.asking"), "", words.say("ui.age.asking"),
                Optional.empty());
    }

    public static Absence of(Failure failure, Words words) {
        Kind kind = Kind.valueOf(failure.kind().name());
        String key = "ui.absence." + (failure.isNotAsked() ? "notAsked"
                : failure.isNotRecorded() ? "notRecorded" : failure.isOfTheClock() ? "clock"
                : failure.noSignInHelps() ? "unhelped"
                : failure.kind().word());
        String detail = switch (kind) {
            case DENIED -> failure.action().orElse("");
            case THROTTLED -> failure.retryAt().map(at -> words.say("ui.absence.retry", at)).orElse("");
            case EXPIRED -> words.say(key + ".detail");
            case NOT_FOUND -> words.say("ui.absence.notFound.detail");
            case NOT_KEPT -> failure.isNotRecorded() ? "" : words.say(key + ".detail");
            case WRONG_ACCOUNT -> words.say("ui.absence.wrongAccount.detail");
            case CAPPED -> words.say("ui.absence.capped.detail");
            case ASKING, UNREACHABLE, ABSENT, UNEXPECTED -> "";
        };
        String cause = failure.detail().isEmpty() ? "" : "\n" + failure.detail();
        return new Absence(kind, words.say(key), detail, words.say(failure.sentence()) + cause,
                kind == Kind.DENIED ? failure.action() : Optional.empty());
    }

    /// The statement that a policy needs to allow the missing action.
    public Optional<String> policyStatement() {
        return action.map("""
                {
                  "Effect": "Allow",
                  "Action": "%s",
                  "Resource": "*"
                }
                """::formatted);
    }
}
