package io.watchdeck.stack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Which costs of the account belong to the stack: those that carry all of these tags and cost categories, and are of
/// these services; all empty means the whole account.
///
/// @param categories values of cost categories, by their names
public record CostFilter(Map<String, String> tags, Map<String, String> categories, List<String> services) {
    public CostFilter {
        tags = Map.copyOf(tags);
        categories = Map.copyOf(categories);
        services = List.copyOf(services);
    }

    /// Without cost categories.
    public CostFilter(Map<String, String> tags, List<String> services) {
        this(tags, Map.of(), services);
    }

    /// What a cost can carry.
    ///
    /// @param kind whether it is a cost allocation tag, or a category that the account's rules give
    public record Label(Kind kind, String key) {

        public enum Kind { TAG, COST_CATEGORY }
    }

    /// What a cost must carry to belong to the stack, always in the same order.
    public List<Label> labels() {
        return Stream.concat(new TreeMap<>(tags).keySet().stream().map(key -> new Label(Label.Kind.TAG, key)),
                new TreeMap<>(categories).keySet().stream().map(key -> new Label(Label.Kind.COST_CATEGORY, key)))
                .toList();
    }

    /// With which value; empty for a label that it need not carry.
    public Optional<String> value(Label label) {
        return Optional.ofNullable(switch (label.kind()) {
            case TAG -> tags.get(label.key());
            case COST_CATEGORY -> categories.get(label.key());
        });
    }

    /// Whether what carries the labels of another carries those of this one.
    public boolean includes(CostFilter other) {
        return other.tags.entrySet().containsAll(tags.entrySet())
                && other.categories.entrySet().containsAll(categories.entrySet());
    }
}
