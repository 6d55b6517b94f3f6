package io.watchdeck.refresh;

import io.watchdeck.model.StackId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// On whose behalf a thread asks AWS: bound by whoever knows the stacks, read where a request leaves. [Parallel] hands it
/// on to its threads; a thread that was begun otherwise asks for no stack.
///
/// A batch that asks for parts of several stacks is told part by part, as it is priced.
public final class Behalf {

    private static final ScopedValue<Behalf> BOUND = ScopedValue.newInstance();
    private static final Behalf NOBODY = of(Set.of());

    private final Set<StackId> stacks;
    private final Map<?, Set<StackId>> parts;
    private final Function<StackId, Payer> alone;

    /// @param alone who pays for one stack
    private Behalf(Set<StackId> stacks, Map<?, Set<StackId>> parts, Function<StackId, Payer> alone) {
        this.stacks = Set.copyOf(stacks);
        this.parts = parts;
        this.alone = alone;
    }

    /// Of the running thread.
    public static Behalf current() {
        return BOUND.orElse(NOBODY);
    }

    public static Behalf of(Collection<StackId> stacks) {
        return new Behalf(Set.copyOf(stacks), Map.of(), Payer.Stack::new);
    }

    /// Of operations on a stack, which the meter tells apart from watching it.
    public static Behalf operations(StackId stack) {
        return new Behalf(Set.of(stack), Map.of(), Payer.Operations::new);
    }

    /// The same, where of some parts of a batch it is known for which stacks they are asked.
    public Behalf withParts(Map<?, Set<StackId>> asked) {
        return new Behalf(stacks, Map.copyOf(asked), alone);
    }

    public <T> T get(Supplier<T> work) {
        return ScopedValue.where(BOUND, this).call(work::get);
    }

    public void run(Runnable work) {
        ScopedValue.where(BOUND, this).run(work);
    }

    /// For whom a request that has no parts is made.
    ///
    /// @param units what its price counts
    public Map<Payer, Integer> whole(int units) {
        return Map.of(payer(stacks), units);
    }

    /// For whom each part of a batch is asked; a part of which nothing is known is asked for all.
    public Map<Payer, Integer> each(Collection<?> asked) {
        var shares = new LinkedHashMap<Payer, Integer>();
        asked.forEach(part -> shares.merge(payer(parts.containsKey(part) ? parts.get(part) : stacks), 1,
                Integer::sum));
        return shares;
    }

    /// For whom a request is made whose parts are priced as one.
    ///
    /// @param units what its price counts
    public Map<Payer, Integer> together(Collection<?> asked, int units) {
        return Map.of(payer(asked.stream().map(part -> parts.containsKey(part) ? parts.get(part) : stacks)
                .flatMap(Set::stream).collect(Collectors.toSet())), units);
    }

    private Payer payer(Set<StackId> of) {
        return switch (of.size()) {
            case 0 -> new Payer.Console();
            case 1 -> alone.apply(of.iterator().next());
            default -> new Payer.Several(of.size());
        };
    }

    @Override
    public String toString() {
        return stacks.stream().map(StackId::value).sorted().collect(Collectors.joining(", "));
    }
}
