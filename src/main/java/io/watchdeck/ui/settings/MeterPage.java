package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Tone;
import java.util.List;
import java.util.Optional;

/// What the screen says of the meter beside its tables.
///
/// @param share   of the cap that is spent
/// @param state   what is done without as the cap comes near, or when that begins
/// @param raise   how a person lets it go on; empty in the sandbox, where nothing is spent, and at the greatest cap
/// @param prices  of what costs something
/// @param free    the requests that AWS answers free of charge
/// @param steps   as the cap comes near
/// @param sources where AWS says so, and when that was read
record MeterPage(String month, String cap, String today, double share, Tone tone, String state, Optional<Raise> raise,
        List<Price> prices, String sources, Optional<FreePage> free, List<Step> steps) {

    /// @param label    of the button that asks
    /// @param question what is to be confirmed
    /// @param confirm  of the button that does it
    /// @param word     for the settings file
    record Raise(String label, String question, String confirm, String word) {}

    /// @param price such as `$0.01 for 1,000 metrics`
    record Price(String call, String price) {}

    /// @param from of the cap
    /// @param what is done without then
    /// @param now  whether that is so now
    record Step(String from, String what, boolean now) {}

    MeterPage {
        prices = List.copyOf(prices);
        steps = List.copyOf(steps);
    }
}
