package io.watchdeck.queues.letters;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Dead letters that are alike.
///
/// @param letters   oldest first
/// @param lacking   fields that most of the messages have and these have not
/// @param unprinted how many of the bodies hold control characters
public record LetterGroup(Name name, Optional<Signature> signature, List<DeadLetter> letters, List<String> lacking,
        int unprinted) {

    public LetterGroup {
        letters = List.copyOf(letters);
        lacking = List.copyOf(lacking);
    }

    /// What is told of them first. Only what can be seen: why they failed is known where an error was noted with them.
    public sealed interface Name {

        /// @param text what the error attributes say
        record Error(String text) implements Name {}

        record Empty() implements Name {}

        record NotJson() implements Name {}

        /// JSON, but a list or a bare value where most are objects, or all are such.
        ///
        /// @param list else a value
        record NoObject(boolean list) implements Name {}

        /// @param fields that most have
        record Lacks(List<String> fields) implements Name {
            public Lacks {
                fields = List.copyOf(fields);
            }
        }

        /// @param type  JSON's word
        /// @param usual that of most
        record OtherType(String field, String type, String usual) implements Name {}

        /// @param fields that most have not
        record Extra(List<String> fields) implements Name {
            public Extra {
                fields = List.copyOf(fields);
            }
        }

        /// Bodies as most are.
        ///
        /// @param fields of the outermost object
        record Usual(List<String> fields) implements Name {
            public Usual {
                fields = List.copyOf(fields);
            }
        }

        /// The smallest groups together, where there are too many.
        ///
        /// @param groups how many
        record Others(int groups) implements Name {}
    }

    /// A redrive of the past.
    ///
    /// @param hashes of the bodies that were there before it, as [DeadLetter#hash()]
    public record Redriven(Instant begun, Set<String> hashes) {
        public Redriven {
            hashes = Set.copyOf(hashes);
        }
    }

    public int count() {
        return letters.size();
    }

    public Instant first() {
        return letters.getFirst().sentAt();
    }

    public Instant last() {
        return letters.getLast().sentAt();
    }

    /// How many have been moved by a redrive and are dead letters again: a redrive sends each message anew, so that one with a
    /// body of then and a younger date is one that came back.
    public int cameBackFrom(Redriven redrive) {
        return (int) letters.stream().filter(one -> !one.sentAt().isBefore(redrive.begun()))
                .filter(one -> redrive.hashes().contains(one.hash())).count();
    }

    /// How many were there before a redrive and have not been moved by it: they still bear the date of then.
    public int notMovedBy(Redriven redrive) {
        return (int) letters.stream().filter(one -> one.sentAt().isBefore(redrive.begun()))
                .filter(one -> redrive.hashes().contains(one.hash())).count();
    }
}
