package io.watchdeck.ui.shell;

import io.watchdeck.model.Severity;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.shell.Findable.Offer;
import io.watchdeck.ui.shell.Findable.Sort;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Finds what fits all that was typed, best first. A word fits by the name of a thing, by what else is known of it (its
/// stack, what it is), or by what can be done with it: so `deploy tiketi-prod booking` finds one operation.
///
/// Each typed word is held against the name of each thing once, and once against each text that things share; never against
/// each pair of a thing and what can be done with it.
final class PaletteSearch {

    /// What fits by the stack fits less than what fits by its own name.
    private static final int BY_STACK = 2;
    private static final int BY_SORT = 3;
    private static final int BY_ALIAS = 1;
    private static final int AN_OPERATION = 1;

    private final Map<Sort, List<Folded>> sorts = new EnumMap<>(Sort.class);
    private final Map<Verb, List<Folded>> verbs = new EnumMap<>(Verb.class);
    private final Map<Command, List<Folded>> commands = new EnumMap<>(Command.class);
    private final Recent recent;
    private long compared;

    PaletteSearch(Tongues tongues, Recent recent) {
        this.recent = recent;
        for (Sort sort : Sort.values()) {
            sorts.put(sort, tongues.all(sort.key(), sort.aliases()));
        }
        for (Verb verb : Verb.values()) {
            verbs.put(verb, tongues.all(verb.key(), verb.aliases()));
        }
        for (Command command : Command.values()) {
            commands.put(command, tongues.all(command.key(), "ui.palette.alias." + command.word()));
        }
    }

    /// @param offer what is to be done with it; empty for going there
    record Found(Findable what, Optional<Offer> offer, int cost) {

        String id() {
            return what.id() + offer.map(one -> "#" + one.verb()).orElse("");
        }

        Deed deed() {
            return offer.map(Offer::deed).orElseGet(() -> what.deed().orElseThrow());
        }
    }

    /// @param all that fits, whether it is among the best or not
    record Answer(List<Found> best, int all) {}

    /// What the person is looking at.
    record Concern(Optional<StackId> stack, Optional<String> component) {

        boolean isAbout(Findable what) {
            return component.isPresent() && isIn(what) && what.name().text().equals(component.get());
        }

        boolean isIn(Findable what) {
            return stack.isPresent() && what.home().map(Findable.Home::stack).equals(stack);
        }
    }

    /// How often a word was held against a text so far.
    long compared() {
        return compared;
    }

    /// Slips in names are forgiven only where nothing fits otherwise, so that they add nothing to what was meant.
    Answer find(Typed typed, List<Findable> all, Concern concern, int most) {
        Answer plain = find(new Costs(typed, false), all, concern, most);
        return plain.best().isEmpty() ? find(new Costs(typed, true), all, concern, most) : plain;
    }

    private Answer find(Costs costs, List<Findable> all, Concern concern, int most) {
        var best = new Best(most, order(concern));
        for (Findable what : all) {
            costs.look(what, best);
        }
        Optional<Found> first = best.first().filter(one -> one.offer().isEmpty());
        first.ifPresent(one -> costs.unnamed(one, best));
        return new Answer(best.sorted(), best.all);
    }

    /// Worst first where two fit as well; of operations those on what one looks at.
    private Comparator<Found> order(Concern concern) {
        return Comparator.comparingInt(Found::cost)
                .thenComparing(one -> one.offer().isEmpty() || !concern.isAbout(one.what()))
                .thenComparing(one -> one.offer().isEmpty() || !concern.isIn(one.what()))
                .thenComparing(one -> one.what().severity(), Comparator.<Severity>reverseOrder())
                .thenComparingInt(one -> recent.age(one.id()))
                .thenComparing(one -> one.what().sort())
                .thenComparing(one -> one.what().name().text())
                .thenComparing(Found::id);
    }

    /// The best few of many, without sorting all.
    private static final class Best {

        private final int most;
        private final Comparator<Found> order;
        private final PriorityQueue<Found> kept;
        private int all;

        Best(int most, Comparator<Found> order) {
            this.most = most;
            this.order = order;
            kept = new PriorityQueue<>(order.reversed());
        }

        void add(Found one) {
            all++;
            if (kept.size() < most) {
                kept.add(one);
            } else if (order.compare(one, kept.peek()) < 0) {
                kept.poll();
                kept.add(one);
            }
        }

        Optional<Found> first() {
            return kept.stream().min(order);
        }

        List<Found> sorted() {
            return kept.stream().sorted(order).toList();
        }
    }

    /// What each typed word costs in each text that was looked at.
    private final class Costs {

        private final List<Folded> words;
        private final boolean forgiving;
        private final Map<Folded, List<Integer>> stacks = new IdentityHashMap<>();
        private final Map<Sort, List<Integer>> bySort = new EnumMap<>(Sort.class);
        private final Map<Verb, List<Integer>> byVerb = new EnumMap<>(Verb.class);

        /// @param forgiving whether two letters of a name may have been exchanged
        Costs(Typed typed, boolean forgiving) {
            words = typed.words();
            this.forgiving = forgiving;
        }

        void look(Findable what, Best best) {
            if (what.deed().isEmpty() && what.offers().stream().map(this::verb)
                    .noneMatch(costs -> costs.stream().anyMatch(cost -> cost < Folded.NOT))) {
                return;
            }
            List<Integer> own = own(what);
            int plain = own.stream().mapToInt(Integer::intValue).sum();
            if (what.deed().isPresent() && plain < Folded.NOT) {
                best.add(new Found(what, Optional.empty(), plain));
            }
            for (Offer offer : what.offers()) {
                List<Integer> verb = verb(offer);
                int cost = AN_OPERATION;
                boolean named = false;
                for (int word = 0; word < words.size(); word++) {
                    cost += Math.min(own.get(word), verb.get(word));
                    named |= verb.get(word) < Folded.NOT && verb.get(word) <= own.get(word);
                }
                if (named && cost < Folded.NOT) {
                    best.add(new Found(what, Optional.of(offer), cost));
                }
            }
        }

        /// What can be done with the best that was found, after all else: nothing of what was typed asks for it.
        void unnamed(Found first, Best best) {
            first.what().offers().stream()
                    .filter(offer -> best.kept.stream().noneMatch(
                            one -> one.what() == first.what() && one.offer().filter(offer::equals).isPresent()))
                    .forEach(offer -> best.add(new Found(first.what(), Optional.of(offer), Folded.NOT)));
        }

        private List<Integer> own(Findable what) {
            List<Integer> stack = stacks.computeIfAbsent(what.where(), text -> words.stream()
                    .map(word -> upTo(Folded.WITHIN, fit(word, text), BY_STACK)).toList());
            List<Integer> sort = bySort.computeIfAbsent(what.sort(), one -> words.stream()
                    .map(word -> upTo(Folded.BEGINS_A_WORD, least(word, sorts.get(one)), BY_SORT)).toList());
            List<Integer> alias = alias(what);
            return java.util.stream.IntStream.range(0, words.size())
                    .mapToObj(word -> Math.min(Math.min(name(words.get(word), what.name()), alias.get(word)),
                            Math.min(stack.get(word), sort.get(word))))
                    .toList();
        }

        private int name(Folded word, Folded name) {
            int cost = fit(word, name);
            return forgiving && cost > Folded.SLIP && name.fitsSlipped(word) ? Folded.SLIP : cost;
        }

        /// By the other words for a command.
        private List<Integer> alias(Findable what) {
            List<Folded> others = what.deed().filter(Deed.Order.class::isInstance).map(Deed.Order.class::cast)
                    .map(order -> commands.get(order.command())).orElse(List.of());
            return words.stream().map(word -> upTo(Folded.SLIP, least(word, others), BY_ALIAS)).toList();
        }

        private List<Integer> verb(Offer offer) {
            return byVerb.computeIfAbsent(offer.verb(), one -> words.stream()
                    .map(word -> upTo(Folded.SLIP, least(word, verbs.get(one)), 0)).toList());
        }

        private int least(Folded word, List<Folded> texts) {
            int best = texts.stream().mapToInt(text -> fit(word, text)).min().orElse(Folded.NOT);
            return best > Folded.SLIP && texts.stream().anyMatch(text -> text.fitsSlipped(word)) ? Folded.SLIP : best;
        }

        private int upTo(int worst, int cost, int more) {
            return cost <= worst ? cost + more : Folded.NOT;
        }

        private int fit(Folded word, Folded text) {
            compared++;
            return text.fit(word);
        }
    }
}
