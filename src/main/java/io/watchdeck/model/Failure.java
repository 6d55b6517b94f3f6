package io.watchdeck.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Why a figure is not known. Adapters translate every exception into one of these, once; everyone else passes it on
/// as a value, so "denied" can never look like "0".
///
/// @param kind     what went wrong, which decides icon, word and whether to try again
/// @param sentence what to tell a person
/// @param action   the IAM action of the refused or failed call, such as `ecs:DescribeServices`, where there is one
/// @param retryAt  when the next try is due, for [Kind#THROTTLED]
/// @param detail   the cause in the technology's own words, for the log and the tooltip; never holds secrets
public record Failure(Kind kind, Phrase sentence, Optional<String> action, Optional<Instant> retryAt, String detail) {

    public enum Kind {
        /// No credentials, or they are no longer valid: everything of the profile waits for a sign-in.
        EXPIRED("expired"),
        /// Signed in, but not permitted: [Failure#action] names what is missing.
        DENIED("denied"),
        /// AWS asked us to slow down.
        THROTTLED("throttled"),
        /// No answer: no network, refused, timed out, or the answer was cut off or is not AWS's.
        UNREACHABLE("unreachable"),
        /// AWS knows no such thing: a name in the stack file is wrong, or the thing was deleted.
        NOT_FOUND("notFound"),
        /// Asked and answered, but there is no figure (no data point in the period), or none any more.
        ABSENT("absent"),
        /// The credentials belong to another account than the stack file names; nothing of the stack is read.
        WRONG_ACCOUNT("wrongAccount"),
        /// Nobody asked for it: this version of the console does not read it from there, or only when a person wants to know.
        NOT_KEPT("notKept"),
        /// Not asked, because it costs money and the month's cap of the console's own calls is reached.
        CAPPED("capped"),
        /// Anything else.
        UNEXPECTED("unexpected");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// The word used in `status --json`.
        public String word() {
            return word;
        }
    }

    private static final String CLOCK = "failure.aws.clock";
    private static final String SILENT = "failure.silent";
    private static final Set<String> NOT_HELPED = Set.of(CLOCK, "failure.aws.noProfile",
            "failure.aws.noSource", "failure.aws.process");

    /// @param iamAction such as `ecs:DescribeServices`
    public static Failure denied(String iamAction) {
        return of(Kind.DENIED, "failure.denied", iamAction).withAction(iamAction);
    }

    /// @param profile as the person knows it; the default chain is `default`
    public static Failure expired(String profile) {
        return of(Kind.EXPIRED, "failure.expired", profile);
    }

    public static Failure throttled(String iamAction) {
        return of(Kind.THROTTLED, "failure.throttled", iamAction).withAction(iamAction);
    }

    /// @param host the endpoint that did not answer
    public static Failure unreachable(String host) {
        return of(Kind.UNREACHABLE, "failure.unreachable", host);
    }

    /// @param what kind and name, such as `service tiketi-api`
    /// @param where cluster or Region that was searched
    public static Failure notFound(String what, String where) {
        return of(Kind.NOT_FOUND, "failure.notFound", what, where);
    }

    /// Asked and answered: there is no data point.
    public static Failure absent() {
        return of(Kind.ABSENT, "failure.absent");
    }

    /// Asked and answered: there has been no data point since a moment.
    public static Failure silent(Instant since) {
        return of(Kind.ABSENT, SILENT, since);
    }

    /// Whether there were data points and are none any more.
    public boolean isSilence() {
        return sentence.key().equals(SILENT);
    }

    /// CloudWatch tells the state of an alarm, and a value only with the reason of a change of state.
    public static Failure noValue() {
        return of(Kind.ABSENT, "failure.noValue");
    }

    public static Failure wrongAccount(String expected, String actual) {
        return of(Kind.WRONG_ACCOUNT, "failure.wrongAccount", expected, actual);
    }

    public static Failure notKept() {
        return of(Kind.NOT_KEPT, "failure.notKept");
    }

    /// What costs, and nobody needed to know so far.
    public static Failure notAsked() {
        return of(Kind.NOT_KEPT, "failure.notAsked");
    }

    /// Read only while somebody looks, and nobody does.
    public static Failure unattended() {
        return of(Kind.NOT_KEPT, "failure.unattended");
    }

    /// Known from before the console began, and its first reading since is under way.
    public static Failure awaited() {
        return of(Kind.NOT_KEPT, "failure.awaited");
    }

    /// Whether it is not known only because nobody wanted to know.
    public boolean isNotAsked() {
        return sentence.equals(notAsked().sentence());
    }

    /// Whether the clock of this computer is wrong: AWS takes no request then.
    public boolean isOfTheClock() {
        return sentence.key().equals(CLOCK);
    }

    /// Whether nobody can sign in to what is wanted: something on this computer has to be set right first.
    public boolean noSignInHelps() {
        return NOT_HELPED.contains(sentence.key());
    }

    /// Of a moment that is over, and not read then: no answer will come any more.
    public static Failure notRecorded() {
        return of(Kind.NOT_KEPT, "failure.notRecorded");
    }

    /// Whether it is of a moment that is over and was not read then.
    public boolean isNotRecorded() {
        return sentence.equals(notRecorded().sentence());
    }

    /// The call was not made: it would have passed the cap.
    public static Failure capped(String iamAction) {
        return of(Kind.CAPPED, "failure.capped").withAction(iamAction);
    }

    /// Nothing failed, and yet nothing came for five intervals.
    public static Failure stale(Duration age, Duration every) {
        return of(Kind.UNREACHABLE, "failure.stale", age, every);
    }

    /// @param detail the cause in the technology's own words, without secrets
    public static Failure unexpected(String detail) {
        return of(Kind.UNEXPECTED, "failure.unexpected").withDetail(detail);
    }

    private static Failure of(Kind kind, String key, Object... arguments) {
        return new Failure(kind, Phrase.of(key, arguments), Optional.empty(), Optional.empty(), "");
    }

    public Failure withAction(String iamAction) {
        return new Failure(kind, sentence, Optional.of(iamAction), retryAt, detail);
    }

    public Failure withDetail(String text) {
        return new Failure(kind, sentence, action, retryAt, text);
    }

    public Failure withRetryAt(Instant at) {
        return new Failure(kind, sentence, action, Optional.of(at), detail);
    }
}
