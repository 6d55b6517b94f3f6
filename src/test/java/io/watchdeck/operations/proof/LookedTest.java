package io.watchdeck.operations.proof;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.queues.letters.LetterMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LookedTest {

    private static final int TRIALS = 5_000;

    private static LetterMark mark(String hash, Instant sent) {
        return new LetterMark("id", hash, sent);
    }

    private static Looked look(Map<String, Integer> before, LetterMark... found) {
        return Looked.of(List.of(found), true, before, NOON);
    }

    @Test
    void whatWasSentAnewIsBackAndWhatWasNotHasStayed() {
        assertThat(look(Map.of("a", 1, "b", 1, "c", 1), mark("a", at(1)), mark("b", at(-600))))
                .isEqualTo(new Looked(true, 1, 1, 0));
        assertThat(look(Map.of("a", 1), mark("a", NOON))).as("the moment itself is not later")
                .isEqualTo(new Looked(true, 0, 1, 0));
    }

    @Test
    void aBodyThatWasNotThereIsStrange() {
        assertThat(look(Map.of("a", 1), mark("x", at(1)), mark("y", at(-1)))).isEqualTo(new Looked(true, 0, 0, 2));
    }

    @Test
    void aBodyThatIsThereMoreOftenThanBeforeIsStrangeBeyondThat() {
        assertThat(look(Map.of("a", 2), mark("a", at(1)), mark("a", at(2)), mark("a", at(3)), mark("a", at(4))))
                .isEqualTo(new Looked(true, 2, 0, 2));
    }

    @Test
    void tellsWhetherItWasAll() {
        assertThat(Looked.of(List.of(), false, Map.of("a", 1), NOON)).isEqualTo(new Looked(false, 0, 0, 0));
    }

    /// Random queues, the same every time.
    @Test
    void everyMessageThatWasLookedAtIsOneOfTheThree() {
        var random = new Random(1);
        for (int trial = 0; trial < TRIALS; trial++) {
            var before = new HashMap<String, Integer>();
            for (int i = 0; i < random.nextInt(20); i++) {
                before.merge(hash(random), 1, Integer::sum);
            }
            var found = new ArrayList<LetterMark>();
            for (int i = 0; i < random.nextInt(40); i++) {
                found.add(mark(hash(random), at(random.nextInt(200) - 100)));
            }
            Looked looked = Looked.of(found, true, before, NOON);

            assertThat(looked.back() + looked.stayed() + looked.strange()).isEqualTo(found.size());
            assertThat(looked.back() + looked.stayed()).as("those of before, each at most as often as it was there")
                    .isEqualTo(before.entrySet().stream().mapToLong(one -> Math.min(one.getValue(),
                            found.stream().filter(mark -> mark.hash().equals(one.getKey())).count())).sum());
            assertThat(looked.back()).isLessThanOrEqualTo(
                    found.stream().filter(mark -> mark.sentAt().isAfter(NOON)).count());
        }
    }

    private static String hash(Random random) {
        return "hash-" + random.nextInt(12);
    }
}
