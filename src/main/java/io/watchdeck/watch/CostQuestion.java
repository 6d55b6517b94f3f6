package io.watchdeck.watch;

import io.watchdeck.model.Money;
import java.util.Optional;

/// What it takes to ask AWS now what the stacks of an account have cost.
///
/// @param requests at least; further pages come on top
/// @param price    of so many requests
/// @param refusal  why it cannot be asked; empty where it can
public record CostQuestion(int requests, Money price, Optional<Refusal> refusal) {

    /// Why nobody is asked.
    public enum Refusal {
        /// The bill is simulated: there is nobody to ask.
        SANDBOX("sandbox"),
        /// It is being asked.
        ASKING("asking"),
        /// The price would pass the month's cap.
        CAP("cap"),
        /// Nothing of the stack may be read: not signed in, or another account than its file names.
        CLOSED("closed");

        private final String word;

        Refusal(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
