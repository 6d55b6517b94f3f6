package io.watchdeck.ui.stack;

import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Big;
import io.watchdeck.ui.stack.CardFacts.Block;
import io.watchdeck.ui.stack.CardFacts.Line;
import io.watchdeck.ui.stack.CardFacts.Missing;
import io.watchdeck.ui.stack.CardFacts.Sentence;
import io.watchdeck.ui.stack.CardFacts.Spark;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The cards of a stack: one for each component that it has, in the order in which components are listed.
final class Cards {

    private static final double WIDE = 286;
    private static final double SMALL = 216;

    private final CardText text;
    private final Words words;
    private final ConsoleLinks links;

    private Cards(CardText text) {
        this.text = text;
        words = text.words();
        links = new ConsoleLinks(text.stack().file(),
                text.stack().identity().state().latest().map(identity -> identity.account()));
    }

    static List<CardFacts> of(StackSnapshot stack, Instant now, Words words) {
        var cards = new Cards(new CardText(stack, now, words));
        var all = new ArrayList<CardFacts>();
        stack.loadBalancers().forEach(one -> all.add(cards.loadBalancer(one)));
        var databases = new DatabaseCards(cards.text, cards.links);
        stack.databases().forEach(one -> all.add(databases.card(one)));
        stack.caches().forEach(one -> all.add(cards.cache(one)));
        all.addAll(new QueueCards(cards.text, cards.links).all());
        new CostCard(cards.text).card().ifPresent(all::add);
        cards.contradictions().ifPresent(all::add);
        return all;
    }

    private CardFacts loadBalancer(StackSnapshot.LoadBalancer one) {
        String name = one.spec().name();
        Tone errors = worst(text.tone(ComponentKind.LOAD_BALANCER, name, "lb.5xx"),
                text.tone(ComponentKind.LOAD_BALANCER, name, "lb.target5xx"));
        var left = new ArrayList<Block>();
        Optional<Absence> absence = Absence.of(one.errors5xx().latest().state(), words);
        if (absence.isPresent()) {
            left.add(new Missing(absence.get()));
        } else {
            OptionalDouble limit = text.limit(ComponentKind.LOAD_BALANCER, name, "lb.5xx");
            double value = one.errors5xx().latest().state().latest().orElseThrow();
            left.add(new Big(errors, words.number(value), words.say("ui.card.5xx")));
            Judged.note(text, ComponentKind.LOAD_BALANCER, name, one.errors5xx()).ifPresent(left::add);
            limit.ifPresent(number -> left.add(new Sentence(words.say("ui.card.limit", words.number(number)),
                    Tone.PLAIN)));
            left.add(new Spark(one.errors5xx().recent(), limit, errors,
                    words.say("ui.card.sparkErrors", words.number(value))));
        }
        var right = new ArrayList<Block>();
        right.add(text.line("ui.card.requests", one.requests(), Tone.PLAIN));
        right.add(text.line("ui.card.p50", one.p50(), Tone.PLAIN));
        right.add(text.line("ui.card.p95", one.p95(), text.tone(ComponentKind.LOAD_BALANCER, name, "lb.p95")));
        for (StackSnapshot.TargetGroup group : one.targetGroups()) {
            right.add(targets(group, one.targetGroups().size() > 1));
            draining(group).ifPresent(right::add);
        }
        return new CardFacts(text.key("lb:" + name), ComponentKind.LOAD_BALANCER, words.say("ui.card.loadBalancer"),
                name,
                Optional.of(text.oldest(List.of(one.requests().latest(), one.errors5xx().latest(),
                        one.p95().latest()))),
                left, right, WIDE, reference(ComponentKind.LOAD_BALANCER, name));
    }

    private Line targets(StackSnapshot.TargetGroup group, boolean named) {
        String label = named ? words.say("ui.card.healthyOf", group.name()) : words.say("ui.card.healthy");
        Optional<Absence> absence = Absence.of(group.healthy().latest().state(), words);
        if (absence.isPresent()) {
            return new Line(label, absence.get().word(), Tone.MUTED, absence.get().sentence());
        }
        double healthy = group.healthy().latest().state().latest().orElseThrow();
        double unhealthy = group.unhealthy().latest().state().latest().orElse(0.0);
        String of = words.say("ui.of", words.number(healthy), words.number(healthy + unhealthy));
        Age age = text.oldest(List.of(group.healthy().latest(), group.unhealthy().latest()));
        return text.line(label, of, unhealthy > 0 ? Tone.WARNING : Tone.PLAIN, group.name() + "\n" + age.sentence(),
                age);
    }

    /// On a line of its own: beside the healthy ones it leaves no room for what is counted.
    private Optional<Line> draining(StackSnapshot.TargetGroup group) {
        long draining = group.targets().state().latest().orElse(List.of()).stream().filter(TargetState::isDraining)
                .count();
        Age age = text.oldest(List.of(group.targets()));
        return Optional.of(text.line(words.say("ui.card.draining"), words.number(draining), Tone.PLAIN,
                group.name() + "\n" + age.sentence(), age)).filter(_ -> draining > 0);
    }

    private CardFacts cache(StackSnapshot.Cache one) {
        String id = one.spec().id();
        var blocks = new ArrayList<Block>();
        Optional<Absence> absence = Absence.of(one.hitRate().latest().state(), words);
        if (absence.isPresent()) {
            blocks.add(new Missing(absence.get()));
        } else {
            Tone tone = text.tone(ComponentKind.CACHE, id, one.hitRate());
            OptionalDouble limit = text.limit(ComponentKind.CACHE, id, "cache.hitRate");
            String caption = limit.isPresent()
                    ? words.say("ui.card.hitsLimit", words.number(limit.getAsDouble())) : words.say("ui.card.hits");
            blocks.add(new Big(tone, text.value(one.hitRate()), caption));
            Judged.note(text, ComponentKind.CACHE, id, one.hitRate()).ifPresent(blocks::add);
            blocks.add(new Spark(one.hitRate().recent(), limit, tone,
                    words.say("ui.card.sparkHits", text.value(one.hitRate()))));
        }
        blocks.add(text.line("ui.card.evictions", one.evictions(), Tone.PLAIN));
        blocks.add(text.line("ui.card.cpu", one.cpu(), Tone.PLAIN));
        return new CardFacts(text.key("cache:" + id), ComponentKind.CACHE, words.say("ui.card.cache"), id,
                Optional.of(text.oldest(List.of(one.hitRate().latest(), one.cpu().latest()))), blocks, List.of(), SMALL,
                reference(ComponentKind.CACHE, id));
    }

    /// Where the design contradicts itself: shown, not smoothed.
    private Optional<CardFacts> contradictions() {
        List<String> said = text.stack().file().contradictions();
        if (said.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = said.stream().<Block>map(one -> new Sentence(one, Tone.PLAIN)).toList();
        return Optional.of(
                new CardFacts(text.key("contradictions"), ComponentKind.STACK, words.say("ui.card.contradictions"), "",
                        Optional.empty(), blocks, List.of(), WIDE, Optional.empty()));
    }

    private Optional<AwsReference> reference(ComponentKind kind, String name) {
        return Optional.of(links.of(new ComponentId(kind, name)));
    }

    private static Tone worst(Tone one, Tone other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
