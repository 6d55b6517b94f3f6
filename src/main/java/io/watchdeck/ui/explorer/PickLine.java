package io.watchdeck.ui.explorer;

import io.watchdeck.stack.Environment;
import java.util.Optional;

/// A line of the list to choose from: a stack, or below it one of its series.
///
/// @param offer  empty for the stack's own line
/// @param colour of a chosen series, from 1; 0 for one that is not chosen
/// @param open   whether it can be chosen now
record PickLine(String key, String stack, Environment environment, Optional<Offer> offer, int colour, boolean open) {

    static PickLine head(Offer first) {
        return new PickLine("stack " + first.id().stack(), first.stack(), first.environment(), Optional.empty(), 0,
                false);
    }

    static PickLine of(Offer offer, int colour, boolean open) {
        return new PickLine(offer.id().toString(), offer.stack(), offer.environment(), Optional.of(offer), colour,
                open);
    }
}
