package io.watchdeck.ui.stack;

import io.watchdeck.data.LimitSource;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.stack.DatabaseSpec;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Bar;
import io.watchdeck.ui.stack.CardFacts.Big;
import io.watchdeck.ui.stack.CardFacts.Block;
import io.watchdeck.ui.stack.CardFacts.Lacking;
import io.watchdeck.ui.stack.CardFacts.Missing;
import io.watchdeck.ui.stack.CardFacts.Sentence;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.PoolRoom;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A database: connections against what it allows, where that limit comes from, and how many more tasks' pools fit.
final class DatabaseCards {

    private static final double WIDE = 296;

    private final CardText text;
    private final Words words;
    private final ConsoleLinks links;

    DatabaseCards(CardText text, ConsoleLinks links) {
        this.text = text;
        words = text.words();
        this.links = links;
    }

    CardFacts card(Database one) {
        String id = one.spec().id();
        var blocks = new ArrayList<Block>();
        Optional<Absence> absence = Absence.of(one.connections().latest().state(), words);
        if (absence.isPresent()) {
            blocks.add(new Missing(absence.get()));
        } else {
            connections(one, blocks);
        }
        one.room().ifPresent(room -> room(one, room, blocks));
        one.disagreement().ifPresent(other -> blocks.add(new Sentence(
                words.say("ui.card.disagreement", words.number(other)), Tone.WARNING)));
        one.facts().state().latest().filter(facts -> facts.connections().rebootPending())
                .ifPresent(_ -> blocks.add(new Sentence(words.say("ui.card.rebootPending"), Tone.WARNING)));
        if (one.spec().kind() == DatabaseSpec.Kind.CLUSTER) {
            acu(one, blocks);
        }
        blocks.add(text.line("ui.card.cpu", one.cpu(), text.tone(ComponentKind.DATABASE, id, "db.cpu")));
        if (one.spec().kind() == DatabaseSpec.Kind.INSTANCE) {
            blocks.add(text.line("ui.card.freeStorage", one.freeStorage(),
                    text.tone(ComponentKind.DATABASE, id, "db.freeStorage")));
        }
        return new CardFacts(text.key("db:" + id), ComponentKind.DATABASE, words.say("ui.card.database"), id,
                Optional.of(text.oldest(List.of(one.connections().latest(), one.cpu().latest(),
                        one.acu().latest()))),
                blocks, List.of(), WIDE,
                Optional.of(links.of(new ComponentId(ComponentKind.DATABASE, id))));
    }

    private void connections(Database one, List<Block> blocks) {
        double value = one.connections().latest().state().latest().orElseThrow();
        Tone tone = text.tone(ComponentKind.DATABASE, one.spec().id(), "db.connections");
        if (one.maxConnections().isEmpty()) {
            blocks.add(new Big(tone, words.number(value), words.say("ui.card.connections")));
            Judged.note(text, ComponentKind.DATABASE, one.spec().id(), one.connections()).ifPresent(blocks::add);
            Absence.of(one.facts().state(), words).ifPresent(
                    why -> blocks.add(new Lacking(words.say("ui.card.maxConnections"), why)));
            return;
        }
        double max = one.maxConnections().getAsInt();
        String source = words.say("ui.card.limitFrom." + one.connectionsFrom().word());
        blocks.add(new Big(tone, words.number(value), words.say("ui.card.ofMax", words.number(max))));
        Judged.note(text, ComponentKind.DATABASE, one.spec().id(), one.connections()).ifPresent(blocks::add);
        OptionalDouble limit = text.limit(ComponentKind.DATABASE, one.spec().id(), "db.connections");
        double possible = one.room().flatMap(PoolRoom::running).map(PoolRoom.Pools::possible).orElse(0) / max;
        blocks.add(new Bar(value / max, Math.min(1, possible),
                limit.isPresent() ? OptionalDouble.of(limit.getAsDouble() / max) : limit, false, tone,
                one.connectionsFrom() == LimitSource.NONE ? "" : source,
                limit.isPresent() ? words.say("ui.card.alarm", words.number(limit.getAsDouble())) : "",
                words.say("ui.card.barConnections", words.number(value), words.number(max))));
    }

    private void acu(Database one, List<Block> blocks) {
        Optional<Double> now = one.acu().latest().state().latest();
        if (now.isEmpty() || one.maxAcu().isEmpty()) {
            blocks.add(text.line("ui.card.acu", one.acu(), Tone.PLAIN));
            return;
        }
        double max = one.maxAcu().getAsDouble();
        blocks.add(text.line("ui.card.acu", one.acu(), Tone.PLAIN));
        blocks.add(new Bar(now.get() / max, 0, OptionalDouble.empty(), false, Tone.PLAIN, "",
                words.say("ui.card.acuOf", words.number(max)),
                words.say("ui.card.barAcu", words.number(now.get()), words.number(max))));
    }

    private void room(Database one, PoolRoom room, List<Block> blocks) {
        if (one.maxConnections().isEmpty() || room.perTask() == 0) {
            return;
        }
        int max = one.maxConnections().getAsInt();
        room.running().ifPresent(pools -> {
            blocks.add(new Sentence(words.say("ui.card.pools", pools.tasks(), room.perTask(), pools.possible()),
                    Tone.MUTED));
            if (one.poolsMayExceed()) {
                blocks.add(new Sentence(words.say("ui.card.poolsBeyond", pools.possible(), max), Tone.WARNING));
            }
        });
        one.moreTasks().ifPresent(more -> blocks.add(
                new Sentence(words.say("ui.card.room", more), more == 0 ? Tone.CRITICAL : Tone.PLAIN)));
    }
}
