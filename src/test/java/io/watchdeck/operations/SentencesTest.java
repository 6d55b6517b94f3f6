package io.watchdeck.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Phrase;
import io.watchdeck.words.Words;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The sentences that operations produce, as a person reads them.
class SentencesTest {

    private final Words english = new Words(Locale.ENGLISH, ZoneOffset.UTC);

    private static Arguments of(String said, String key, Object... arguments) {
        return Arguments.of(said, Phrase.of(key, arguments));
    }

    static Stream<Arguments> ones() {
        Phrase none = Phrase.of("proof.rollout.noFailures");
        return Stream.of(
                of("backend:88: 1 of 5 runs.", "proof.rollout.going", "backend:88", 1, 5, none),
                of("backend:88: 0 of 5 run.", "proof.rollout.going", "backend:88", 0, 5, none),
                of("1 of 1 runs.", "proof.scale.worked", 1, 1),
                of("1 of 2 runs, 1 starting", "proof.scale.going", 1, 2, 1),
                of("The new weights are in force for new tasks; the running task stays where it is.",
                        "proof.spot.worked", 1),
                of("The new weights are in force for new tasks; no task runs.", "proof.spot.worked", 0),
                of("The queue is empty; about 1 message was destroyed.", "proof.purge.worked", 1L),
                of("Cancelled; 1 message had moved and stays moved.", "proof.cancel.worked", 1L),
                of("Cancelled; nothing had moved.", "proof.cancel.worked", 0L),
                of("It was not done: 1 task is wanted as before.", "proof.scale.notDone", 1),
                of("3 came back, 1 allowed: it is to be cancelled.", "proof.redrive.bounces", 3L, 1),
                of("The 1 task is replaced. At least 1 stays up, up to 2 run at once.", "operation.rollout.tasks", 1,
                        1, 2),
                of("Its 1 task is stopped; 1 task of what it replaces starts again.", "operation.stop.tasks", 1, 1),
                of("No task of it runs yet; what it replaces still runs in full.", "operation.stop.tasks", 0, 0),
                of("The 1 body is known by hash: the verdict goes by it.", "operation.redrive.looked", 1));
    }

    @ParameterizedTest
    @MethodSource("ones")
    void oneIsSaidAsOne(String said, Phrase phrase) {
        assertThat(english.say(phrase)).isEqualTo(said);
    }

    @Test
    void aStateOfAwsIsQuotedAsOne() {
        assertThat(english.say(Phrase.of("proof.rollout.status", "backend:88", "PENDING")))
                .isEqualTo("The status of backend:88 is PENDING");
        assertThat(english.say(Phrase.of("proof.cancel.going", "CANCELLING", 12L)))
                .isEqualTo("The status of the redrive is CANCELLING, 12 moved");
        assertThat(english.say(Phrase.of("operation.redrive.pipeStopped", "jobs", "STOPPED")))
                .isEqualTo("The state of pipe jobs is STOPPED: nothing takes them until it runs.");
    }

    /// Which particle follows a name or a number depends on how that is spoken.
    @Test
    void noKoreanParticleDependsOnAValue() {
        ResourceBundle korean = ResourceBundle.getBundle("io.watchdeck.words.words", Locale.KOREAN);
        Pattern open = Pattern.compile("\\([은는이가을를과와으]\\)|\\}([은는이가을를과와]|으?로)(?=[ .,:]|$)");

        assertThat(korean.keySet().stream().filter(key -> key.matches("(proof|operation|gate|journal)\\..*"))
                .filter(key -> open.matcher(korean.getString(key)).find())).isEmpty();
    }
}
