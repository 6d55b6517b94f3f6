package io.watchdeck.model;

/// A rule, as an argument of a phrase: ours are told by their words, those of a stack file by the name that it gives them.
///
/// @param id as in a stack file, such as `dead-letters-destroyed-now`
public record RuleName(String id) {

    /// For what is not told to a person.
    @Override
    public String toString() {
        return id;
    }
}
