package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.model.Panel;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class DatabaseCardsTest {

    private static final String PENDING = "The parameter group has changed: it counts after a reboot.";

    private final StackSnapshot stack = Snapshots.moment().stacks().stream()
            .filter(one -> one.file().id().value().equals("codemate-prod")).findFirst().orElseThrow();
    private final DatabaseCards cards = new DatabaseCards(new CardText(stack, Snapshots.NOW,
            new Words(Locale.ENGLISH, Snapshots.ZONE)), new ConsoleLinks(stack.file(), Optional.empty()));

    @Test
    void aPendingRebootIsSaidBecauseTheLimitIsNotYetInForce() {
        assertThat(sentences(true)).contains(new CardFacts.Sentence(PENDING, Tone.WARNING));
        assertThat(sentences(false)).extracting(CardFacts.Sentence::text).doesNotContain(PENDING);
    }

    private List<CardFacts.Sentence> sentences(boolean rebootPending) {
        Database database = stack.databases().getFirst();
        Panel<DatabaseFacts> facts = database.facts().map(known -> new DatabaseFacts(known.id(), known.engine(),
                known.engineVersion(), known.instanceClass(), known.status(), known.multiAz(), known.storageBytes(),
                new ConnectionLimit(OptionalInt.of(225), LimitSource.PARAMETER_GROUP, rebootPending, Optional.empty()),
                known.maxAcu()));
        CardFacts card = cards.card(new Database(database.spec(), facts, database.connections(), database.cpu(),
                database.freeStorage(), database.acu(), database.maxConnections(), database.connectionsFrom(),
                database.disagreement(), database.maxAcu(), database.room()));
        return card.left().stream().filter(CardFacts.Sentence.class::isInstance).map(CardFacts.Sentence.class::cast)
                .toList();
    }
}
