package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.CountBars;
import java.util.List;
import java.util.Optional;

/// What stands above the ledger.
///
/// @param headline empty while nothing is known
/// @param nothing  that there is nothing to show; empty where there is something
/// @param why      and why, and what to do
/// @param cards    four figures
/// @param without  services that have nothing to do with Spot, in one line; may be empty
/// @param about    the service whose figures and bars are shown, or how many there are
/// @param bars     of hours or days
record SpotPage(Optional<Headline> headline, String nothing, String why, List<SpotCard> cards, String without,
        String about,
        Optional<CountBars> bars) {

    SpotPage {
        cards = List.copyOf(cards);
    }

    static SpotPage nothing(String that, String why) {
        return new SpotPage(Optional.empty(), that, why, List.of(), "", "", Optional.empty());
    }
}
