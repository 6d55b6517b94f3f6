package io.watchdeck.operations.gate;

import static io.watchdeck.operations.Entries.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.MutableClock;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import io.watchdeck.operations.Dead;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.QueueControl;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterShelfTest {

    private final MutableClock clock = new MutableClock(NOON);
    private final Pages queue = new Pages();
    private final LetterShelf shelf = new LetterShelf(queue, "dlq", clock);

    /// A queue that gives one page after the other, and then nothing. Whoever moves or destroys something fails.
    private final class Pages implements QueueControl {

        private final Deque<Reading<List<DeadLetter>>> pages = new ArrayDeque<>();
        private final List<Duration> hidden = new ArrayList<>();

        /// What happens while SQS is asked.
        private Runnable during = () -> {};

        void gives(DeadLetter... letters) {
            pages.add(Reading.known(List.of(letters), NOON));
        }

        void gives(List<DeadLetter> letters) {
            for (int i = 0; i < letters.size(); i += MOST) {
                pages.add(Reading.known(letters.subList(i, Math.min(letters.size(), i + MOST)), NOON));
            }
        }

        void nothing(int times) {
            IntStream.range(0, times).forEach(_ -> gives());
        }

        void fails(Failure failure) {
            pages.add(Reading.unknown(failure, NOON));
        }

        @Override
        public Reading<List<DeadLetter>> receive(String name, Duration time) {
            during.run();
            assertThat(name).isEqualTo("dlq");
            hidden.add(time);
            return pages.isEmpty() ? Reading.known(List.of(), NOON) : pages.removeFirst();
        }

        @Override
        public Sent redrive(String name, OptionalInt perSecond) {
            throw new AssertionError();
        }

        @Override
        public Sent cancelRedrive(String handle) {
            throw new AssertionError();
        }

        @Override
        public Sent purge(String name) {
            throw new AssertionError();
        }
    }

    private static List<DeadLetter> letters(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> Dead.letter("%06d".formatted(i))).toList();
    }

    private List<String> ids() {
        return shelf.known().letters().stream().map(DeadLetter::id).toList();
    }

    /// An empty answer of SQS hides nothing.
    @Test
    void tellsUntilWhenWhatWasReceivedLastIsHidden() {
        queue.gives(letters(0, 3));
        queue.during = () -> clock.forward(Duration.ofSeconds(1));
        shelf.more(20);

        assertThat(queue.hidden).hasSizeGreaterThan(1);
        assertThat(shelf.look().orElseThrow().hidden())
                .isEqualTo(NOON.plusSeconds(1).plus(LetterShelf.hidden(20)));
    }

    @Test
    void nothingWasLookedAtAtFirst() {
        Letters known = shelf.known();

        assertThat(known.letters()).isEmpty();
        assertThat(known.complete()).isFalse();
        assertThat(known.asOf()).isEqualTo(NOON);
        assertThat(queue.hidden).isEmpty();
    }

    @Test
    void looksAtAPageMoreEachTime() {
        queue.gives(letters(0, 30));
        shelf.more(10);
        assertThat(ids()).hasSize(10);
        assertThat(shelf.isComplete()).isFalse();
        clock.forward(Duration.ofSeconds(3));
        shelf.more(15);

        assertThat(ids()).as("pages are not cut").hasSize(30).doesNotHaveDuplicates();
        assertThat(shelf.known().asOf()).isEqualTo(NOON.plusSeconds(3));
        assertThat(queue.hidden).hasSize(3);
    }

    @Test
    void emptyAnswersAreNoEndUntilThereAreManyOfThem() {
        queue.nothing(4);
        queue.gives(Dead.letter("a"));
        queue.nothing(4);
        queue.gives(Dead.letter("b"));
        shelf.more(100);

        assertThat(ids()).containsExactly("a", "b");
        assertThat(shelf.isComplete()).isTrue();
        assertThat(queue.hidden).hasSize(4 + 1 + 4 + 1 + 5);
    }

    @Test
    void messagesThatAreKnownAlreadyTellNothingNew() {
        IntStream.range(0, 6).forEach(_ -> queue.gives(Dead.letter("a")));
        shelf.more(100);

        assertThat(ids()).containsExactly("a");
        assertThat(shelf.isComplete()).isTrue();
        assertThat(queue.hidden).hasSize(6);
    }

    @Test
    void aFailureEndsTheLookAndKeepsWhatIsKnown() {
        Failure failure = Failure.denied("sqs:ReceiveMessage");
        queue.gives(Dead.letter("a"));
        queue.fails(failure);
        shelf.more(100);
        assertThat(shelf.known().failure()).contains(failure);
        assertThat(shelf.isComplete()).isFalse();
        assertThat(ids()).containsExactly("a");
        queue.gives(Dead.letter("b"));
        shelf.more(100);

        assertThat(shelf.known().failure()).isEmpty();
        assertThat(shelf.isComplete()).isTrue();
        assertThat(ids()).containsExactly("a", "b");
    }

    @Test
    void anotherLookMakesItIncompleteUntilItsEnd() {
        shelf.more(10);
        assertThat(shelf.isComplete()).isTrue();
        queue.gives(letters(0, 20));
        shelf.more(10);

        assertThat(shelf.isComplete()).isFalse();
    }

    @Test
    void theOldestComeFirst() {
        queue.gives(Dead.letter("b", "", NOON), Dead.letter("c", "", NOON.minusSeconds(1)),
                Dead.letter("a", "", NOON));
        shelf.more(3);

        assertThat(ids()).containsExactly("c", "a", "b");
    }

    @Test
    void anotherReceiveOfAMessageTellsItsNewCount() {
        queue.gives(Dead.letter("a"));
        queue.gives(new DeadLetter("a", "body of a", NOON.minusSeconds(3600), java.util.Optional.empty(), 5,
                java.util.Optional.empty(), Map.of(), Map.of()));
        shelf.more(10);

        assertThat(shelf.known().letters()).extracting(DeadLetter::receives).containsExactly(5);
        assertThat(shelf.marks()).hasSize(1);
    }

    @Test
    void equalBodiesAreCountedByTheirHash() {
        queue.gives(Dead.letter("1", "x", NOON), Dead.letter("2", "x", NOON), Dead.letter("3", "y", NOON));
        shelf.more(10);

        assertThat(shelf.hashes()).isEqualTo(Map.of(Dead.letter("1", "x", NOON).hash(), 2,
                Dead.letter("3", "y", NOON).hash(), 1));
    }

    @Test
    void bodiesBeyondTheRoomAreKnownByTheirMarksOnly() {
        String large = "x".repeat(1_000_000);
        queue.gives(IntStream.range(0, 20).mapToObj(i -> Dead.letter("%02d".formatted(i), large + i, NOON)).toList());
        queue.gives(Dead.letter("small", "y", NOON));
        shelf.more(100);
        Letters known = shelf.known();

        assertThat(known.letters()).as("fifteen, and the small one").hasSize(16);
        assertThat(known.letters().stream().mapToLong(one -> one.body().length()).sum())
                .isLessThanOrEqualTo(16_000_000);
        assertThat(known.others()).isEqualTo(5);
        assertThat(shelf.marks()).hasSize(21);
        assertThat(shelf.hashes()).hasSize(21);
        assertThat(shelf.isComplete()).isTrue();
    }

    @Test
    void attributesTakeRoomAsBodiesDo() {
        var attribute = Map.of("trace", new DeadLetter.Attribute("String", "x".repeat(250_000)));
        queue.gives(IntStream.range(0, 100).mapToObj(i -> new DeadLetter("%02d".formatted(i), "body " + i, NOON,
                java.util.Optional.empty(), 1, java.util.Optional.empty(), attribute, Map.of())).toList());
        shelf.more(100);

        assertThat(shelf.known().letters()).hasSize(63);
        assertThat(shelf.known().others()).isEqualTo(37);
        assertThat(shelf.marks()).hasSize(100);
    }

    @Test
    void nobodyLooksFurtherThanUntilEnoughIsKnown() {
        LetterShelf marks = LetterShelf.ofMarks(queue, "dlq", clock);
        queue.gives(letters(0, 1000));
        marks.more(100, known -> known.size() >= 25);
        assertThat(queue.hidden).as("receives").hasSize(3);
        marks.more(100, known -> known.size() >= 25);
        assertThat(queue.hidden).as("it is known already").hasSize(3);
        marks.more(100, _ -> false);

        assertThat(queue.hidden).as("no more than asked for").hasSize(13);
        assertThat(marks.known().letters()).as("no body is kept").isEmpty();
        assertThat(marks.marks()).hasSize(130);
    }

    @Test
    void aMessageThatIsSeenAgainTakesItsRoomOnce() {
        String large = "x".repeat(7_900_000);
        queue.gives(Dead.letter("a", large, NOON));
        queue.gives(Dead.letter("a", large, NOON), Dead.letter("b", large, NOON));
        shelf.more(100);

        assertThat(shelf.known().letters()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"10, 30", "6000, 30", "6200, 31", "20000, 100", "60000, 300", "100000, 300", "2147483647, 300"})
    void whatIsLookedAtIsHiddenUntilTheEndOfTheRound(int most, int seconds) {
        assertThat(LetterShelf.hidden(most)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void asMuchAsThereIsIsNoMoreThanThereIs() {
        queue.gives(letters(0, 25));
        shelf.more(10);
        shelf.more(Integer.MAX_VALUE);

        assertThat(ids()).hasSize(25);
        assertThat(queue.hidden).first().isEqualTo(Duration.ofSeconds(30));
        assertThat(queue.hidden).last().isEqualTo(Duration.ofMinutes(5));
    }

    /// With a cost that grew with the square of the number this would take minutes.
    @Test
    @Timeout(20)
    void aHundredThousandMessagesAreLookedAtInOneGo() {
        queue.gives(letters(0, 100_000));
        shelf.more(200_100);

        Letters known = shelf.known();
        assertThat(known.letters()).as("as many as there is room for").hasSizeBetween(20_000, 40_000);
        assertThat(known.letters().size() + known.others()).isEqualTo(100_000);
        assertThat(shelf.isComplete()).isTrue();
        assertThat(queue.hidden).hasSize(10_005);
        assertThat(shelf.hashes()).hasSize(100_000);
    }

    @Test
    @Timeout(30)
    void whatIsKnownIsToldAlsoWhileSomebodyLooks() {
        var told = new CopyOnWriteArrayList<String>();
        queue.gives(letters(0, 10));
        queue.gives(letters(10, 20));
        queue.during = () -> {
            var other = new Thread(() -> told.add(shelf.look().map(look -> look.hashes().size()).orElse(0) + " of "
                    + shelf.known().letters().size() + ", " + shelf.marks().size() + ", " + shelf.isComplete()));
            other.start();
            try {
                assertThat(other.join(Duration.ofSeconds(10))).as("it does not wait for the look").isTrue();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        };
        shelf.more(20);

        assertThat(told).containsExactly("0 of 0, 0, false", "10 of 10, 10, false");
        assertThat(shelf.known().letters()).hasSize(20);
    }
}
