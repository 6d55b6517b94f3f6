package io.watchdeck.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.data.LimitSource;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.Phrase;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Block;
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

    /// One metric that CloudWatch refuses is told at its own figure; the others are what they were.
    @Test
    void aRefusedMetricIsNamedAtTheFigureThatItLacks() {
        Database database = stack.databases().getFirst();
        var refused = new Failure(Failure.Kind.UNEXPECTED, Phrase.of("failure.aws.metric",
                "AWS/RDS CPUUtilization Average {DBInstanceIdentifier=" + database.spec().id() + "}"),
                Optional.of("cloudwatch:GetMetricData"), Optional.empty(), "ValidationError, HTTP 400: not valid");
        Figure cpu = database.cpu();

        List<Block> before = cards.card(database).left();
        List<Block> after = cards.card(with(database, database.facts(), new Figure(cpu.metric(),
                new Panel<>(new Loadable.Failed<>(refused, Snapshots.NOW), cpu.latest().every()), cpu.recent())))
                .left();

        List<Block> others = after.stream().filter(before::contains).toList();
        assertThat(after).hasSameSizeAs(before).filteredOn(block -> !others.contains(block)).containsExactly(
                new CardFacts.Line("CPU", "Unexpected answer", Tone.MUTED,
                        "CloudWatch refuses the metric AWS/RDS CPUUtilization"
                                + " Average {DBInstanceIdentifier=codemate-db-prod}\nValidationError, HTTP 400: not valid"));
        assertThat(others).hasSize(before.size() - 1);
    }

    private List<CardFacts.Sentence> sentences(boolean rebootPending) {
        Database database = stack.databases().getFirst();
        Panel<DatabaseFacts> facts = database.facts().map(known -> new DatabaseFacts(known.id(), known.engine(),
                known.engineVersion(), known.instanceClass(), known.status(), known.multiAz(), known.storageBytes(),
                new ConnectionLimit(OptionalInt.of(225), LimitSource.PARAMETER_GROUP, rebootPending, Optional.empty()),
                known.maxAcu()));
        return cards.card(with(database, facts, database.cpu())).left().stream()
                .filter(CardFacts.Sentence.class::isInstance).map(CardFacts.Sentence.class::cast)
                .toList();
    }

    private static Database with(Database one, Panel<DatabaseFacts> facts, Figure cpu) {
        return new Database(one.spec(), facts, one.connections(), cpu, one.freeStorage(), one.acu(),
                one.maxConnections(), one.connectionsFrom(), one.disagreement(), one.maxAcu(), one.room());
    }
}
