package io.watchdeck.model;

/// Identifies a stack within the console: the name of its file without the ending, such as `tiketi-prod`.
public record StackId(String value) implements Comparable<StackId> {
    public StackId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a stack id is not blank");
        }
    }

    @Override
    public int compareTo(StackId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
