package io.watchdeck.watch;

import io.watchdeck.model.Money;
import io.watchdeck.refresh.Meter;

/// @param cap     the monthly limit of the console's own calls
/// @param sandbox the account is simulated
public record WatchSettings(Rhythm rhythm, Meter meter, Money cap, boolean sandbox) {}
