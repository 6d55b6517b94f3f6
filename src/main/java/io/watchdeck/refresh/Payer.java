package io.watchdeck.refresh;

import io.watchdeck.model.StackId;

/// For whom a call was made: what the meter can tell of it.
public sealed interface Payer {

    /// One stack alone.
    record Stack(StackId id) implements Payer {}

    /// Operations on one stack: what they are judged by, what they send and what proves them.
    record Operations(StackId id) implements Payer {}

    /// Several stacks together, of which no part is one's own: an account's alarms, or the costs of all of them.
    ///
    /// @param stacks how many, at least two
    record Several(int stacks) implements Payer {}

    /// No stack: the console itself, or a command that names none.
    record Console() implements Payer {}

    /// Counted by a version that did not tell.
    record Untold() implements Payer {}

    /// As the meter keeps it: `stack chat-prod`, `operations chat-prod`, `several 3`, `console` or `unknown`.
    default String word() {
        return switch (this) {
            case Stack(StackId id) -> "stack " + id;
            case Operations(StackId id) -> "operations " + id;
            case Several(int stacks) -> "several " + stacks;
            case Console() -> "console";
            case Untold() -> "unknown";
        };
    }

    /// @param word of [#word]; any other is `unknown`: a later version may have kept it
    static Payer of(String word) {
        String about = word.substring(word.indexOf(' ') + 1);
        if (word.startsWith("stack ") && !about.isBlank()) {
            return new Stack(new StackId(about));
        }
        if (word.startsWith("operations ") && !about.isBlank()) {
            return new Operations(new StackId(about));
        }
        if (word.matches("several \\d{1,6}")) {
            return new Several(Integer.parseInt(about));
        }
        return word.equals("console") ? new Console() : new Untold();
    }
}
