package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.LoopbackAws.Answer;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/// What can be wrong with a service for a while.
public enum Fault {
    THROTTLED(Kind.THROTTLED, "failure.throttled"),
    DENIED(Kind.DENIED, "failure.denied"),
    BROKEN(Kind.UNEXPECTED, "failure.aws.internal"),
    HANGING(Kind.UNREACHABLE, "failure.aws.tooLate"),
    TRUNCATED(Kind.UNREACHABLE, "failure.aws.cutOff");

    private static final List<Words> LANGUAGES = List.of(new Words(Locale.ENGLISH, ZoneOffset.UTC),
            new Words(Locale.KOREAN, ZoneOffset.UTC));

    private final Kind kind;
    /// Of the sentence for people.
    private final String key;

    Fault(Kind kind, String key) {
        this.kind = kind;
        this.key = key;
    }

    /// What the console should make of it.
    Kind kind() {
        return kind;
    }

    Answer answer(AwsService service, String operation, LoopbackAws aws) {
        return switch (this) {
            case THROTTLED -> service.throttled();
            case DENIED -> service.denied(operation);
            case BROKEN -> service.broken();
            case HANGING -> aws.hanging();
            case TRUNCATED -> service.truncated();
        };
    }

    /// Wants the kind, the action and words for people, and the time of the next try where there is one.
    void assertTold(AwsService service, Failure failure) {
        assertThat(failure.kind()).as(failure.toString()).isEqualTo(kind);
        assertThat(failure.sentence().key()).as(failure.toString()).isEqualTo(key);
        assertThat(service.actions().values()).contains(failure.action().orElseThrow());
        for (Words words : LANGUAGES) {
            assertThat(words.say(failure.sentence())).as(failure.toString())
                    .contains(failure.action().orElseThrow())
                    .doesNotContain("Exception", "failure.", "{", "java", "null", "Optional");
        }
        assertThat(failure.detail()).doesNotContain("Exception:", "software.amazon", "java.", "SDK Attempt");
        assertThat(failure.retryAt().isPresent()).isEqualTo(kind == Kind.THROTTLED);
    }
}
