package io.watchdeck.ui.queues;

import io.watchdeck.queues.QueueState;
import io.watchdeck.queues.letters.BodyShape;
import io.watchdeck.queues.letters.DeadLetter;
import io.watchdeck.ui.kit.BodyText;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.queues.SampleFacts.Fact;
import io.watchdeck.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts one dead letter into words.
///
/// @param queue its dead-letter queue; empty where that is not known
record SampleText(Words words, Instant now, Optional<QueueState> queue) {

    private static final int MOST_ATTRIBUTES = 30;
    private static final int LONGEST_VALUE = 400;
    private static final Duration URGENT = Duration.ofHours(24);
    private static final Duration SOON = Duration.ofHours(72);

    /// @param wanted   how the body is looked at; empty as suits it
    /// @param personal whether personal fields are shown
    SampleFacts of(DeadLetter letter, String position, Optional<BodyText.Look> wanted, boolean personal) {
        String body = letter.body();
        BitSet hidden = PersonalFields.in(body, BodyShape.of(body).isJson());
        boolean any = !hidden.isEmpty() || letter.attributes().entrySet().stream()
                .anyMatch(one -> !PersonalFields.in(one.getKey(), one.getValue().value()).isEmpty());
        BodyText.Look look = wanted.orElseGet(() -> BodyText.usual(body));
        BodyText.Shown shown = BodyText.of(body, look, personal ? new BitSet() : hidden);
        return new SampleFacts(position, size(body), look, shown, any && !personal, any,
                shown.cut() ? words.say("ui.queues.sample.cut") : "", facts(letter), attributes(letter, personal));
    }

    private String size(String body) {
        long bytes = body.length() < BodyText.MOST_CHARACTERS ? body.getBytes(StandardCharsets.UTF_8).length : 0;
        return bytes > 0 || body.isEmpty() ? words.say("ui.queues.sample.bytes", bytes)
                : words.say("ui.queues.sample.characters", body.length());
    }

    private List<Fact> facts(DeadLetter letter) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.say("ui.queues.fact.id"), BodyText.harmless(letter.id()), Tone.PLAIN, true, ""));
        facts.add(new Fact(words.say("ui.queues.fact.sent"), words.say("ui.queues.fact.ago",
                words.whenSeconds(letter.sentAt(), now), Duration.between(letter.sentAt(), now)), Tone.PLAIN, false,
                words.moments(letter.sentAt())));
        facts.add(new Fact(words.say("ui.queues.fact.received"), words.say("ui.queues.fact.times", letter.receives()),
                Tone.PLAIN, false, letter.firstReceivedAt()
                        .map(at -> words.say("ui.queues.fact.firstReceived", words.moments(at))).orElse("")));
        letter.source().ifPresent(source -> facts.add(new Fact(words.say("ui.queues.fact.source"),
                source.substring(source.lastIndexOf(':') + 1), Tone.PLAIN, false, source)));
        facts.add(destroyed(letter));
        facts.add(new Fact(words.say("ui.queues.fact.hash"), shortened(letter.hash()), Tone.PLAIN, true,
                words.say("ui.queues.fact.hashWhy", letter.hash())));
        return facts;
    }

    private static String shortened(String hash) {
        return hash.substring(0, 4) + "…" + hash.substring(hash.length() - 4);
    }

    /// Exact on a standard queue: retention counts from the first send. A FIFO queue begins anew when a message comes, and
    /// does not say when that was.
    private Fact destroyed(DeadLetter letter) {
        String name = words.say("ui.queues.fact.destroyed");
        if (queue.isEmpty()) {
            return new Fact(name, words.say("ui.queues.fact.retentionUnknown"), Tone.MUTED, false, "");
        }
        if (queue.get().fifo()) {
            return new Fact(name, words.say("ui.queues.fact.fifo"), Tone.MUTED, false, "");
        }
        Instant at = letter.sentAt().plus(queue.get().retention());
        if (at.isBefore(now)) {
            return new Fact(name, words.say("ui.queues.fact.gone", words.when(at, now)), Tone.CRITICAL, false,
                    words.moments(at));
        }
        Duration left = Duration.between(now, at);
        Tone tone = left.compareTo(URGENT) < 0 ? Tone.CRITICAL : left.compareTo(SOON) < 0 ? Tone.WARNING : Tone.PLAIN;
        return new Fact(name, words.say("ui.queues.fact.left", words.when(at, now), left), tone, false,
                words.moments(at));
    }

    private List<Fact> attributes(DeadLetter letter, boolean personal) {
        var facts = new ArrayList<Fact>();
        letter.attributes().entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(MOST_ATTRIBUTES)
                .forEach(one -> facts.add(attribute(one.getKey(), one.getValue().value(), one.getValue().type(),
                        personal)));
        letter.system().entrySet().stream().sorted(Map.Entry.comparingByKey()).limit(MOST_ATTRIBUTES)
                .forEach(one -> facts.add(attribute(one.getKey(), one.getValue(), words.say("ui.queues.fact.system"),
                        personal)));
        return facts;
    }

    private static Fact attribute(String name, String value, String type, boolean personal) {
        BitSet hidden = personal ? new BitSet() : PersonalFields.in(name, value);
        return new Fact(BodyText.harmless(name), BodyText.harmless(value, hidden, LONGEST_VALUE), Tone.PLAIN, true,
                type);
    }
}
