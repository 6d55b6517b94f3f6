package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.Tone;

/// One of the four figures.
///
/// @param id     the last part of its node's id
/// @param beside above at the right, such as the plan
/// @param known  whether the value is a figure of all that the card is about
/// @param detail below it
/// @param said   all of it, on hover
record SpotCard(String id, String title, String beside, String value, Tone tone, boolean known, String detail,
        String said) {}
