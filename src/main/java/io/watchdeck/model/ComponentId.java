package io.watchdeck.model;

/// A component within its stack: its kind and the name AWS knows it by. The stack itself is
/// a component of kind [ComponentKind#STACK], for rules over the whole, such as its cost.
public record ComponentId(ComponentKind kind, String name) {
    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + name;
    }
}
