package io.watchdeck.identity;

import java.time.Duration;

/// A person who signs in, as whoever does it for them knows them. Any thread.
public interface Attempt {

    /// Asks to confirm a code in a browser. Told again when the service answers after it was [#lost].
    void confirm(DeviceCode code);

    /// Tells that the service does not answer whether a code was confirmed. It is asked again as long as the code holds.
    void lost(DeviceCode code);

    /// Waits.
    ///
    /// @return whether it is still wanted: `false` at once where it was given up
    boolean rest(Duration time);

    boolean isGivenUp();
}
