package io.watchdeck.ui.stack;

import io.watchdeck.delivery.PipelineState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Panel;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Big;
import io.watchdeck.ui.stack.CardFacts.Block;
import io.watchdeck.ui.stack.CardFacts.Lacking;
import io.watchdeck.ui.stack.CardFacts.Line;
import io.watchdeck.ui.stack.CardFacts.Missing;
import io.watchdeck.ui.stack.CardFacts.Sentence;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Queues with their dead letters, Batch queues with their pipes, pipelines.
final class QueueCards {

    private static final double WIDE = 296;
    private static final Duration DAY = Duration.ofHours(24);

    private final CardText text;
    private final Words words;
    private final ConsoleLinks links;

    QueueCards(CardText text, ConsoleLinks links) {
        this.text = text;
        words = text.words();
        this.links = links;
    }

    List<CardFacts> all() {
        var all = new ArrayList<CardFacts>();
        text.stack().queues().forEach(queue -> all.add(queue(queue)));
        text.stack().batchQueues().forEach(batch -> all.add(batch(batch)));
        if (text.stack().batchQueues().isEmpty() && !text.stack().pipes().isEmpty()) {
            all.add(pipes());
        }
        text.stack().pipelines().forEach(pipeline -> all.add(pipeline(pipeline)));
        return all;
    }

    private CardFacts queue(StackSnapshot.Queue queue) {
        String name = queue.spec().name();
        var blocks = new ArrayList<Block>();
        queue.deadLetters().ifPresent(letters -> deadLetters(name, letters, blocks));
        Optional<QueueState> state = queue.state().state().latest();
        lacking("ui.card.visible", queue.state(), blocks);
        state.ifPresent(known -> {
            if (queue.deadLetters().isEmpty()) {
                blocks.add(new Sentence(words.say("ui.queues.noDlq"), Tone.WARNING));
            }
            blocks.add(Line.of(words.say("ui.card.visible"), words.number(known.visible())));
            blocks.add(Line.of(words.say("ui.card.inFlight"), words.number(known.inFlight())));
            known.redrive().ifPresent(policy -> blocks.add(Line.of(words.say("ui.card.receives"),
                    words.number(policy.maxReceiveCount()))));
        });
        return card("queue:" + name, ComponentKind.QUEUE, "ui.card.queue", name, queue.state(), blocks);
    }

    /// A card of several things says which of them is not known.
    private void lacking(String what, Panel<?> panel, List<Block> blocks) {
        Absence.of(panel.state(), words).map(absence -> new Lacking(words.say(what), absence)).ifPresent(blocks::add);
    }

    private void deadLetters(String queue, DeadLetters letters, List<Block> blocks) {
        Optional<QueueState> state = letters.state().state().latest();
        if (state.isEmpty()) {
            lacking("ui.card.dlq", letters.state(), blocks);
            return;
        }
        // One that a look hides is there.
        long dead = state.get().present();
        Tone open = StackFigures.tone(text.stack(), StackFigures.on(ComponentKind.QUEUE, queue)
                .or(StackFigures.on(ComponentKind.QUEUE, letters.name())));
        blocks.add(new Big(dead == 0 ? Tone.FINE : open == Tone.PLAIN ? Tone.WARNING : open, words.number(dead),
                words.say("ui.card.dead", dead)));
        letters.expiresIn().ifPresent(left -> blocks.add(new Sentence(
                words.say(letters.upperBound() ? "ui.card.destroyedAtMost" : "ui.card.destroyed", left),
                open == Tone.PLAIN ? Tone.PLAIN : open)));
        blocks.add(Line.of(words.say("ui.card.dlq"), letters.name()));
    }

    private CardFacts batch(StackSnapshot.BatchQueue batch) {
        var blocks = new ArrayList<Block>();
        Optional<BatchQueueState> state = batch.state().state().latest();
        Absence.of(batch.state().state(), words).map(Missing::new).ifPresent(blocks::add);
        state.ifPresent(known -> {
            int failed = known.failedSince(text.now().minus(DAY));
            Tone open = StackFigures.tone(text.stack(), StackFigures.on(ComponentKind.BATCH_QUEUE, batch.name()));
            blocks.add(new Big(failed == 0 ? Tone.FINE : open == Tone.PLAIN ? Tone.WARNING : open,
                    (known.atLeast().contains(BatchQueueState.FAILED) ? "≥ " : "") + words.number(failed),
                    words.say("ui.card.failedJobs")));
            if (!known.health().works()) {
                blocks.add(new Sentence(words.say("ui.card.batchHealth", known.health().state(),
                        known.health().status(), known.health().reason()).strip(), Tone.WARNING));
            }
            blocks.add(Line.of(words.say("ui.card.running"), words.number(known.count("RUNNING"))));
            blocks.add(Line.of(words.say("ui.card.runnable"), words.number(known.count("RUNNABLE"))));
            known.failed().stream().findFirst().ifPresent(job -> blocks.add(new Sentence(
                    words.say("ui.card.lastFailed", words.when(job.stoppedAt(), text.now()),
                            CardText.shortened(job.name()), job.reason()),
                    Tone.MUTED, job.name() + "\n" + words.moments(job.stoppedAt()) + "\n" + job.reason())));
        });
        text.stack().pipes().forEach(pipe -> blocks.add(pipeLine(pipe)));
        return card("batch:" + batch.name(), ComponentKind.BATCH_QUEUE, "ui.card.batch", batch.name(), batch.state(),
                blocks);
    }

    private CardFacts pipes() {
        List<Block> blocks = text.stack().pipes().stream().map(this::pipeLine).toList();
        return card("pipes", ComponentKind.PIPE, "ui.card.pipe", text.stack().pipes().getFirst().name(),
                text.stack().pipes().getFirst().state(), blocks);
    }

    private Block pipeLine(StackSnapshot.Pipe pipe) {
        String label = words.say("ui.card.pipe");
        Optional<PipeState> state = pipe.state().state().latest();
        if (state.isEmpty()) {
            return new Lacking(label, Absence.of(pipe.state().state(), words).orElseThrow());
        }
        return new Line(label, state.get().state(), state.get().isRunning() ? Tone.PLAIN : Tone.WARNING,
                state.get().reason().isEmpty() ? pipe.name() : pipe.name() + "\n" + state.get().reason());
    }

    private CardFacts pipeline(StackSnapshot.Pipeline pipeline) {
        var blocks = new ArrayList<Block>();
        Optional<PipelineState> state = pipeline.state().state().latest();
        Absence.of(pipeline.state().state(), words).map(Missing::new).ifPresent(blocks::add);
        state.ifPresent(known -> {
            known.deciding().ifPresent(stage -> {
                blocks.add(new Big(tone(stage.status()), stage.name(), statusWord(stage)));
                if (!stage.summary().isEmpty()) {
                    blocks.add(new Sentence(stage.summary(), Tone.PLAIN));
                }
            });
            Optional<Instant> begun = known.stages().stream().findFirst().flatMap(PipelineState.Stage::since);
            known.stages().forEach(stage -> blocks.add(stage(stage, begun)));
        });
        return card("pipeline:" + pipeline.name(), ComponentKind.PIPELINE, "ui.card.pipeline", pipeline.name(),
                pipeline.state(), blocks);
    }

    /// A stage that has not been reached again shows what it did in the run before.
    ///
    /// @param begun when the first stage of this run came to its status
    private Line stage(PipelineState.Stage stage, Optional<Instant> begun) {
        boolean before = begun.isPresent() && stage.since().filter(begun.get()::isAfter).isPresent();
        String word = stage.status().isEmpty() ? words.say("ui.card.neverRan") : statusWord(stage);
        String when = stage.since().map(at -> word + ", " + words.when(at, text.now())).orElse(word);
        String full = stage.since().map(at -> stage.action() + "\n" + words.moments(at)).orElse(stage.action());
        Tone tone = tone(stage.status());
        return new Line(stage.name(), before ? words.say("ui.card.runBefore", when) : when,
                before ? Tone.MUTED : tone == Tone.FINE ? Tone.PLAIN : tone, full);
    }

    private String statusWord(PipelineState.Stage stage) {
        if (stage.waitsForApproval()) {
            return words.say("ui.card.approval");
        }
        return switch (stage.status()) {
            case "Failed", "InProgress", "Succeeded", "Stopped" -> words.say("ui.card.stage." + stage.status());
            default -> stage.status();
        };
    }

    private static Tone tone(String status) {
        return switch (status) {
            case "Failed" -> Tone.WARNING;
            case "InProgress" -> Tone.NOTICE;
            case "Succeeded" -> Tone.FINE;
            default -> Tone.MUTED;
        };
    }

    private CardFacts card(String key, ComponentKind kind, String title, String name,
            Panel<?> panel, List<Block> blocks) {
        return new CardFacts(text.key(key), kind, words.say(title), name, Optional.of(text.oldest(List.of(panel))),
                blocks,
                List.of(), WIDE, Optional.of(links.of(new ComponentId(kind, name))));
    }
}
