package io.watchdeck.ui.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Entries;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Verdict;
import io.watchdeck.operations.gate.OperationDesk.Letters;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.queues.letters.LetterGroups;
import io.watchdeck.ui.FakeOperationDesk;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LettersViewModelTest {

    private static final Instant NOW = Snapshots.NOW;
    private static final String GOOD = "{\"user_id\":\"u_12345631\",\"repo_url\":\"https://git.example/a/b\"}";

    private final Words words = new Words(Locale.ENGLISH, Snapshots.ZONE);
    private final StackSnapshot stack = Snapshots.sesami();
    private final FakeOperationDesk desk = new FakeOperationDesk(stack, NOW);
    private final Map<String, Optional<Instant>> oldest = new java.util.HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean background;
    private final LettersViewModel model = new LettersViewModel(words, () -> Optional.of(desk),
            new LettersViewModel.Work() {
                @Override
                public <T> void run(Supplier<T> task, Consumer<T> answer) {
                    if (background) {
                        waiting.add(() -> answer.accept(task.get()));
                    } else {
                        answer.accept(task.get());
                    }
                }
            }, (key, sent) -> oldest.put(key.queue(), sent));

    @Test
    void nothingIsReceivedBeforeAPersonAsks() {
        show();

        assertThat(desk.looks()).isEmpty();
        assertThat(head().look()).isEqualTo("Look at 27 messages");
        assertThat(head().title()).isEqualTo("27 dead letters");
        assertThat(head().note()).isEqualTo("Looking receives each message once: it is hidden for 30 s and its receive"
                + " count rises. Harmless here: this queue has no redrive policy of its own.");
        assertThat(model.sampleProperty().get()).isEmpty();
    }

    @Test
    void whatWasLookedAtStandsInGroupsWithASample() {
        finds(true, good("a"), good("b"), good("c"), letter("d", "again please", Map.of()));
        show();

        model.lookAtPage();

        assertThat(desk.looks()).containsExactly(LettersViewModel.PAGE);
        assertThat(model.groups()).extracting(row -> row.facts().mark() + " " + row.facts().name() + " "
                + row.facts().count()).containsExactly("A Body with repo_url, user_id 3", "B Body is not JSON 1");
        assertThat(model.groups()).extracting(row -> row.facts().of()).as("of all that are there").containsOnly("");
        assertThat(head().title()).isEqualTo("4 dead letters in 2 groups");
        assertThat(head().note()).startsWith("Looking hid each message for 30 s and raised its receive count.");
        assertThat(head().look()).isEmpty();
        assertThat(sample().position()).isEqualTo("Group A, sample 1 of 3");
        assertThat(oldest).containsEntry("sesami-analysis-jobs", Optional.of(NOW.minus(Duration.ofDays(13))));
    }

    @Test
    void theNextLetterComesAfterTheLastTheFirst() {
        finds(true, good("a"), good("b"));
        show();
        model.lookAtPage();

        model.step(1);
        assertThat(sample().position()).isEqualTo("Group A, sample 2 of 2");
        model.step(1);
        assertThat(sample().position()).isEqualTo("Group A, sample 1 of 2");
        model.step(-1);
        assertThat(sample().facts().getFirst().value()).isEqualTo("b");
    }

    @Test
    void personalFieldsAreHiddenUntilTheyAreShownAndCopiedWhole() {
        finds(true, good("a"));
        show();
        model.lookAtPage();

        assertThat(sample().body().text()).doesNotContain("u_12345631").contains("git.example/••••••/b");
        assertThat(sample().hidden()).isTrue();
        model.showPersonal(true);
        assertThat(sample().body().text()).contains("u_12345631");
        assertThat(model.body()).contains(GOOD);
    }

    @Test
    void theDestructionOfALetterIsExact() {
        finds(true, good("a"));
        show();
        model.lookAtPage();

        assertThat(sample().facts()).filteredOn(fact -> fact.name().equals("Destroyed")).singleElement()
                .satisfies(fact -> {
                    assertThat(fact.value()).isEqualTo("23 Sep 13:42, in 1 d");
                    assertThat(fact.tone()).isEqualTo(Tone.WARNING);
                });
    }

    @Test
    void whatIsNotHeldIsSaidAndOnlyTheRestIsExported() {
        desk.letters(new Letters(List.of(good("a"), good("b")), 27, true, NOW, Optional.empty()));
        show();
        model.lookAtPage();

        assertThat(head().exports()).isEqualTo("Export 2, 27 not held…");
        assertThat(head().note()).contains("27 bodies are not held: there are too many.");
        assertThat(head().title()).isEqualTo("2 of 29 looked at, in 1 group");
        assertThat(model.groups()).singleElement().satisfies(row -> {
            assertThat(row.facts().count()).isEqualTo("2");
            assertThat(row.facts().of()).isEqualTo("of 2 held");
            assertThat(row.facts().sentence()).contains("2 messages, of 2 held");
        });
        String lines = new String(model.export().orElseThrow().content(), StandardCharsets.UTF_8);
        assertThat(lines.lines()).hasSize(2).allMatch(line -> line.startsWith("{\"messageId\":"))
                .first().asString().contains("\"body\":\"{\\\"user_id\\\":\\\"u_12345631\\\"");
        assertThat(oldest.get("sesami-analysis-jobs")).isEmpty();
    }

    @Test
    void aLookThatFailsSaysWhyBesideWhatItFound() {
        desk.letters(new Letters(List.of(good("a")), 0, false, NOW,
                Optional.of(Failure.denied("sqs:ReceiveMessage"))));
        show();
        model.lookAtPage();

        assertThat(head().note()).contains("The look ended early:", "sqs:ReceiveMessage");
        assertThat(head().title()).isEqualTo("1 of about 27 in 1 group");
        assertThat(model.groups()).singleElement()
                .satisfies(row -> assertThat(row.facts().of()).isEqualTo("of 1 looked at"));
        assertThat(head().look()).isEqualTo("Look at 26 more");
    }

    @Test
    void whereItIsRefusedNothingIsReceived() {
        model.show(Optional.of(pair()), Optional.of("Read-only by its stack file."), QueueChanges.NONE, NOW);

        model.lookAtPage();
        model.lookAtAll();
        model.lookAgain();

        assertThat(desk.looks()).isEmpty();
        assertThat(head().refused()).contains("Read-only by its stack file.");
        assertThat(head().empty()).isEqualTo("Read-only by its stack file.");
    }

    @Test
    void lookingAgainForgetsFirst() {
        finds(true, good("a"));
        show();
        model.lookAtPage();

        model.lookAgain();

        assertThat(desk.forgotten()).containsExactly("sesami-analysis-jobs-dlq");
        assertThat(desk.looks()).containsExactly(100, 100);
    }

    @Test
    void aGroupKeepsItsLetterWhenOthersGoAndCome() {
        DeadLetter plain = letter("x", "again please", Map.of());
        finds(true, good("a"), good("b"), good("c"), plain);
        show();
        model.lookAtPage();
        assertThat(marks()).containsExactly("A Body with repo_url, user_id", "B Body is not JSON");

        finds(true, plain);
        model.lookAgain();
        assertThat(marks()).containsExactly("B Body is not JSON");

        finds(true, letter("y", "[1]", Map.of()), letter("z", "[1]", Map.of()), plain);
        model.lookAgain();
        assertThat(marks()).containsExactly("C Body is a JSON array, not an object", "B Body is not JSON");
        assertThat(sample().position()).as("what was selected stays so").isEqualTo("Group B, sample 1 of 1");
    }

    private List<String> marks() {
        return model.groups().stream().map(row -> row.facts().mark() + " " + row.facts().name()).toList();
    }

    @Test
    void whatWasLookedAtBeforeARedriveIsSaidToBeOfThen() {
        finds(true, good("a"));
        show();
        model.lookAtPage();

        model.show(Optional.of(pair()), Optional.empty(),
                new QueueChanges(Optional.of(NOW.plusSeconds(5)), Optional.empty(), Optional.empty()),
                NOW.plusSeconds(60));

        assertThat(head().note()).startsWith("These messages were looked at before the redrive or purge of 13:42:17");
        assertThat(head().warns()).isTrue();
        assertThat(oldest.get("sesami-analysis-jobs")).as("the time left is not exact any more").isEmpty();
    }

    @Test
    void whatAPurgeDestroyedIsSaidToBeDestroyed() {
        finds(true, good("a"), good("b"));
        show();
        model.lookAtPage();
        Optional<Instant> purge = Optional.of(NOW.plusSeconds(5));

        model.show(Optional.of(pair()), Optional.empty(), new QueueChanges(purge, purge, Optional.empty()),
                NOW.plusSeconds(60));

        assertThat(head().title()).isEqualTo("2 messages in 1 group, destroyed since");
        assertThat(head().note()).isEqualTo("The purge of 13:42:17 destroyed these messages. What was looked at can"
                + " still be exported, until the next look.");
        assertThat(head().warns()).isTrue();
    }

    @Test
    void aRedriveThatMovedNothingLeavesTheTimeLeftExact() {
        finds(true, good("a"));
        show();
        model.lookAtPage();
        Optional<Instant> sent = oldest.get("sesami-analysis-jobs");

        model.show(Optional.of(pair()), Optional.empty(),
                new QueueChanges(Optional.of(NOW.plusSeconds(5)), Optional.empty(), Optional.empty()),
                NOW.plusSeconds(60));
        model.show(Optional.of(pair()), Optional.empty(),
                new QueueChanges(Optional.empty(), Optional.empty(), Optional.of(NOW.plusSeconds(5))),
                NOW.plusSeconds(60));

        assertThat(sent).isPresent();
        assertThat(oldest.get("sesami-analysis-jobs")).isEqualTo(sent);
        assertThat(head().note()).startsWith("The redrive of 13:42:17 moved none of these messages. Look again");
        assertThat(head().warns()).isFalse();
    }

    @Test
    void aGroupOfWhichNoneWasMovedDoesNotSayThatNoneCameBack() {
        finds(true, good("a"), good("b"));
        show();
        model.lookAtPage();
        desk.ended(redriven(good("a"), good("b")));

        model.lookAgain();

        assertThat(notes()).containsExactly("Last time, at 13:43, none of 2 was moved");
    }

    @Test
    void aGroupOfWhichSomeWereMovedTellsBoth() {
        finds(true, good("a"), good("b"), good("c"));
        show();
        model.lookAtPage();
        desk.ended(redriven(good("a"), good("b"), good("c")));
        finds(true, good("b"), sentAgain("d", GOOD));

        model.lookAgain();

        assertThat(notes()).containsExactly("Last time, at 13:43, 1 of 2 moved came back; 1 was not moved");
    }

    @Test
    void howItWentLastTimeIsToldAfterARestartToo() {
        desk.ended(redriven(good("a"), good("b"), good("c"), letter("x", "x", Map.of())));
        finds(true, sentAgain("d", GOOD), sentAgain("e", "x"));
        show();
        model.lookAtPage();

        assertThat(model.groups()).extracting(row -> row.facts().notes().getFirst().text()).containsExactly(
                "Last time, at 13:43, 1 of 3 came back", "Last time, at 13:43, 1 of 1 came back");
    }

    @Test
    void aRedriveThatMovedNothingTellsLessThanTheOneBefore() {
        desk.ended(nothingMoved(redriven(NOW.plusSeconds(120), sentAgain("d", GOOD))),
                redriven(good("a"), good("b"), good("c")));
        finds(true, sentAgain("d", GOOD));
        show();
        model.lookAtPage();

        assertThat(notes()).containsExactly("Last time, at 13:43, 1 of 3 came back");
    }

    /// A minute from now, of what was looked at.
    private static JournalEntry redriven(DeadLetter... letters) {
        return redriven(NOW.plusSeconds(60), letters);
    }

    private static JournalEntry redriven(Instant begun, DeadLetter... letters) {
        Map<String, Integer> hashes = Stream.of(letters)
                .collect(Collectors.toMap(DeadLetter::hash, _ -> 1, Integer::sum));
        JournalEntry entry = RedriveViewModelTest.entry(begun, hashes);
        return entry.with(entry.before().grouped(LetterGroups.counts(LetterGroups.of(List.of(letters)),
                hashes.keySet())));
    }

    private static JournalEntry allBack(JournalEntry entry, long count) {
        return entry.ended(new Verdict(Verdict.Result.FAILED, Phrase.of("proof.redrive.cameBack", count, count, count,
                0L, 0L, Phrase.of("proof.redrive.byCounts")), entry.begun().plusSeconds(60)));
    }

    private JournalEntry purged(Instant begun, Verdict.Result result) {
        JournalEntry entry = Entries.begunAt(Entries.begun(new Operation.Purge(stack.file().id(),
                "sesami-analysis-jobs-dlq")), begun);
        return entry.ended(new Verdict(result, Phrase.of("proof.purge.worked", 3L), begun.plusSeconds(60)));
    }

    @Test
    void ofWhatWasDestroyedSinceNothingIsForetold() {
        JournalEntry redrive = allBack(redriven(good("a"), good("b"), good("c")), 3);
        desk.ended(purged(NOW.plusSeconds(120), Verdict.Result.WORKED), redrive);
        finds(true, sentAgain("d", GOOD));
        show();
        model.lookAtPage();
        assertThat(notes()).isEmpty();

        desk.ended(purged(NOW.plusSeconds(120), Verdict.Result.NOT_DONE), redrive);
        model.lookAgain();
        assertThat(notes()).containsExactly("Last time, at 13:43, 1 of 3 came back");
    }

    /// As a simulation that has begun anew shows them.
    @Test
    void ofLettersOfBeforeARedriveThatMovedAllItIsNotSaidThatNoneWasMoved() {
        desk.ended(allBack(redriven(good("a"), good("b"), good("c")), 3));
        finds(true, good("a"), good("b"), good("c"));
        show();
        model.lookAtPage();

        assertThat(notes()).isEmpty();
    }

    private static JournalEntry nothingMoved(JournalEntry entry) {
        return entry.ended(new Verdict(Verdict.Result.CANCELLED, Phrase.of("proof.redrive.cancelled", 0L, 1L, 0L, 1L,
                0L, Phrase.of("proof.redrive.noneMoved")), entry.begun().plusSeconds(60)));
    }

    @Test
    void whatARedriveLeftIsToldWhereNobodyHadLookedInThisRun() {
        desk.ended(RedriveViewModelTest.entry(NOW.minusSeconds(60), Map.of(good("a").hash(), 2)));
        finds(true, good("a"), good("b"));
        show();
        model.lookAtPage();

        assertThat(notes()).containsExactly("The redrive of 13:41 did not move 2 of them");
    }

    private List<String> notes() {
        return model.groups().getFirst().facts().notes().stream().map(GroupLine.Note::text).toList();
    }

    @Test
    void aGroupThatWasMovedBeforeTellsHowItWentLastTime() {
        finds(true, good("a"), good("b"), letter("c", "x", Map.of()));
        show();
        model.lookAtPage();
        assertThat(model.groups().getFirst().facts().notes()).as("nothing was moved yet").isEmpty();

        desk.ended(redriven(good("a"), good("b"), letter("c", "x", Map.of())));
        finds(true, sentAgain("b", GOOD), sentAgain("c", "x"));
        model.lookAgain();
        model.lookAgain();

        assertThat(model.groups()).allSatisfy(row -> assertThat(row.facts().notes()).extracting(GroupLine.Note::text)
                .first().asString().startsWith("Last time, at 13:43, 1 of "));
    }

    @Test
    void lettersThatCameBackFromARedriveSaySo() {
        var redrive = RedriveViewModelTest.entry(NOW.minus(Duration.ofDays(20)), Map.of(good("a").hash(), 2));
        desk.ended(redrive);
        finds(true, good("a"), good("b"), letter("c", "x", Map.of()));
        show();
        model.lookAtPage();

        assertThat(model.groups().getFirst().facts().notes()).extracting(GroupLine.Note::text)
                .containsExactly("2 came back from the redrive of 2 Sep 13:42");
        assertThat(model.groups().get(1).facts().notes()).isEmpty();
    }

    @Test
    void aSecondLookWaitsForTheFirst() {
        background = true;
        finds(true, good("a"));
        show();

        model.lookAtPage();
        model.lookAtPage();

        assertThat(desk.looks()).hasSize(1);
        assertThat(head().looking()).isTrue();
        assertThat(head().empty()).isEqualTo("Receiving messages…");
        waiting.forEach(Runnable::run);
        assertThat(head().looking()).isFalse();
        assertThat(model.groups()).hasSize(1);
    }

    /// Bodies are read on another thread; what the window holds of them stays bounded.
    @Test
    void aHundredThousandLettersAreFewRows() {
        background = true;
        List<DeadLetter> many = IntStream.range(0, 100_000).mapToObj(index -> letter("id-" + index,
                "{\"user_id\":\"u_" + index + "\",\"field" + index % 4_000 + "\":1}", Map.of())).toList();
        desk.letters(new Letters(many, 0, true, NOW, Optional.empty()));
        show();
        model.lookAtAll();

        assertThat(model.groups()).isEmpty();
        waiting.forEach(Runnable::run);

        assertThat(model.groups()).hasSize(LetterGroups.MOST);
        assertThat(model.groups().stream().map(Row::facts).map(GroupLine::count)
                .mapToLong(count -> Long.parseLong(count.replace(",", ""))).sum()).isEqualTo(100_000);
        assertThat(sample().body().lines()).hasSizeLessThan(20);
        assertThat(sample().position()).startsWith("Group A, sample 1 of ");
    }

    private void show() {
        model.show(Optional.of(pair()), Optional.empty(), QueueChanges.NONE, NOW);
    }

    private QueuePair pair() {
        return QueuePair.of(stack).getFirst();
    }

    private LooksHead head() {
        return model.headProperty().get();
    }

    private SampleFacts sample() {
        return model.sampleProperty().get().orElseThrow();
    }

    private void finds(boolean complete, DeadLetter... letters) {
        desk.letters(new Letters(List.of(letters), 0, complete, NOW, Optional.empty()));
    }

    private static DeadLetter good(String id) {
        return letter(id, GOOD, Map.of());
    }

    private static DeadLetter sentAgain(String id, String body) {
        return new DeadLetter(id, body, NOW.plusSeconds(90), Optional.empty(), 4, Optional.empty(), Map.of(), Map.of());
    }

    private static DeadLetter letter(String id, String body, Map<String, Attribute> attributes) {
        return new DeadLetter(id, body, NOW.minus(Duration.ofDays(13)), Optional.empty(), 4, Optional.empty(),
                attributes, Map.of());
    }
}
