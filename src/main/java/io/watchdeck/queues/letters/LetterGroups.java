package io.watchdeck.queues.letters;

import io.watchdeck.queues.letters.BodyShape.Kind;
import io.watchdeck.queues.letters.LetterGroup.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts dead letters together that are alike, the largest group first. It takes about 10 µs a message: not on the FX
/// thread.
public final class LetterGroups {

    /// So many groups at most; a person looks through no more.
    public static final int MOST = 50;
    /// Among fewer bodies nothing is usual.
    private static final int ENOUGH = 3;
    private static final Comparator<LetterGroup> ORDER = Comparator.comparingInt(LetterGroup::count).reversed()
            .thenComparing(LetterGroup::first);

    /// Field and type of what more than half of the bodies have.
    private final SortedMap<String, String> usual = new TreeMap<>();

    private LetterGroups(Map<Signature, List<DeadLetter>> alike) {
        Map<String, Map<String, Integer>> types = new HashMap<>();
        int[] bodies = {0};
        alike.forEach((signature, letters) -> {
            if (signature.shape().kind() == Kind.OBJECT) {
                bodies[0] += letters.size();
                signature.shape().fields().forEach((field, type) -> types.computeIfAbsent(field, _ -> new HashMap<>())
                        .merge(type, letters.size(), Integer::sum));
            }
        });
        if (bodies[0] >= ENOUGH) {
            types.forEach((field, counts) -> {
                int having = counts.values().stream().mapToInt(Integer::intValue).sum();
                if (having * 2 > bodies[0]) {
                    counts.entrySet().stream().max(Map.Entry.comparingByValue())
                            .ifPresent(most -> usual.put(field, most.getKey()));
                }
            });
        }
    }

    /// @param letters oldest first
    public static List<LetterGroup> of(List<DeadLetter> letters) {
        Map<Signature, List<DeadLetter>> alike = new LinkedHashMap<>();
        letters.forEach(one -> alike.computeIfAbsent(Signature.of(one), _ -> new ArrayList<>()).add(one));
        var groups = new LetterGroups(alike);
        List<LetterGroup> all = alike.entrySet().stream()
                .map(entry -> groups.group(entry.getKey(), entry.getValue())).sorted(ORDER).toList();
        return all.size() <= MOST ? all : bounded(all);
    }

    /// How many of some messages are in each group, by [Signature#hash()]; groups without any, and those that are put
    /// together because they are too many, are left out.
    ///
    /// @param hashes of their bodies
    public static Map<String, Integer> counts(List<LetterGroup> groups, Set<String> hashes) {
        Map<String, Integer> counts = new HashMap<>();
        groups.forEach(group -> group.signature().ifPresent(signature -> {
            long count = group.letters().stream().filter(one -> hashes.contains(one.hash())).count();
            if (count > 0) {
                counts.put(signature.hash(), (int) count);
            }
        }));
        return counts;
    }

    private static List<LetterGroup> bounded(List<LetterGroup> all) {
        var kept = new ArrayList<>(all.subList(0, MOST - 1));
        List<LetterGroup> rest = all.subList(MOST - 1, all.size());
        kept.add(new LetterGroup(new Name.Others(rest.size()), Optional.empty(),
                rest.stream().flatMap(group -> group.letters().stream())
                        .sorted(Comparator.comparing(DeadLetter::sentAt)).toList(),
                List.of(), rest.stream().mapToInt(LetterGroup::unprinted).sum()));
        return List.copyOf(kept);
    }

    private LetterGroup group(Signature signature, List<DeadLetter> letters) {
        List<String> lacking = signature.shape().kind() == Kind.OBJECT ? lacking(signature.shape()) : List.of();
        return new LetterGroup(signature.error().<Name>map(Name.Error::new)
                .orElseGet(() -> name(signature.shape(), lacking)), Optional.of(signature), letters, lacking,
                (int) letters.stream().filter(one -> BodyShape.isBinary(one.body())).count());
    }

    private Name name(BodyShape shape, List<String> lacking) {
        return switch (shape.kind()) {
            case EMPTY -> new Name.Empty();
            case NOT_JSON -> new Name.NotJson();
            case ARRAY -> new Name.NoObject(true);
            case VALUE -> new Name.NoObject(false);
            case OBJECT -> object(shape, lacking);
        };
    }

    private Name object(BodyShape shape, List<String> lacking) {
        if (!lacking.isEmpty()) {
            return new Name.Lacks(lacking);
        }
        Optional<Name> other = usual.entrySet().stream()
                .filter(one -> !one.getValue().equals(shape.fields().get(one.getKey())))
                .<Name>map(one -> new Name.OtherType(one.getKey(), shape.fields().get(one.getKey()), one.getValue()))
                .findFirst();
        List<String> extra = usual.isEmpty() ? List.of()
                : outermost(shape.fields().keySet().stream().filter(field -> !usual.containsKey(field)).toList());
        return other.orElseGet(() -> extra.isEmpty()
                ? new Name.Usual(shape.fields().keySet().stream().filter(field -> !field.contains(".")).toList())
                : new Name.Extra(extra));
    }

    private List<String> lacking(BodyShape shape) {
        return outermost(usual.keySet().stream().filter(field -> !shape.fields().containsKey(field)).toList());
    }

    /// Where a whole object is meant, its fields are not named.
    private static List<String> outermost(List<String> fields) {
        return fields.stream().filter(field -> fields.stream().noneMatch(other -> field.startsWith(other + ".")))
                .toList();
    }
}
