package io.watchdeck.cost;

import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.stack.StackFile;
import java.util.List;

/// What could cost less, or why that cannot be told.
public sealed interface Advice {

    enum Kind { SPOT, IDLE, SIZE, NAT, RESERVE, LOGS }

    Kind kind();

    StackFile stack();

    /// @param what       to do
    /// @param why        with the figures and their period
    /// @param saving     a month
    /// @param atMost     whether it may be less: the price is a bound
    /// @param arithmetic of the saving
    /// @param risk       what it would risk
    record Given(Kind kind, StackFile stack, Phrase what, Phrase why, Money saving, boolean atMost, Phrase arithmetic,
            Phrase risk) implements Advice {}

    /// @param missing what would have to be known
    record NotGiven(Kind kind, StackFile stack, Phrase missing) implements Advice {}

    /// Those with a saving, the greatest first; amounts of different currencies as they come.
    static List<Given> given(List<Advice> all) {
        return all.stream().filter(Given.class::isInstance).map(Given.class::cast)
                .sorted((one, other) -> one.saving().currency().equals(other.saving().currency())
                        ? other.saving().compareTo(one.saving()) : 0)
                .toList();
    }
}
