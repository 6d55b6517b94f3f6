package io.watchdeck.watch;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;
import java.util.Optional;

/// @param cap     the monthly limit of the console's own calls
/// @param sandbox the account is simulated
/// @param costs   who needs to know what stacks cost
/// @param history where what is read is kept; empty for a single reading, of which nothing is kept
/// @param alarms  what a person has chosen for alarms
public record WatchSettings(Rhythm rhythm, Meter meter, Money cap, boolean sandbox, CostNeed costs,
        Optional<WatchHistory> history, AlarmWishes alarms) {

    /// Who gives a word where nobody says who he is.
    private static final String NOBODY = "watchdeck";

    /// With the standard wishes for alarms.
    public WatchSettings(Rhythm rhythm, Meter meter, Money cap, boolean sandbox, CostNeed costs,
            Optional<WatchHistory> history) {
        this(rhythm, meter, cap, sandbox, costs, history, AlarmWishes.of(NOBODY));
    }

    /// What stacks cost is asked every day.
    public WatchSettings(Rhythm rhythm, Meter meter, Money cap, boolean sandbox, Optional<WatchHistory> history) {
        this(rhythm, meter, cap, sandbox, new CostNeed(CostNeed.Asked.DAILY), history);
    }

    /// Nothing is kept either.
    public WatchSettings(Rhythm rhythm, Meter meter, Money cap, boolean sandbox) {
        this(rhythm, meter, cap, sandbox, Optional.empty());
    }
}
