package io.watchdeck.settings;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// How a person wants to be spoken to; empty where nobody chose.
///
/// @param language that the console speaks
/// @param zone     in which times are told
public record Speech(Optional<LanguageWord> language, Optional<ZoneWord> zone) {

    public enum LanguageWord { EN, KO, SYSTEM }

    public enum ZoneWord { LOCAL, UTC }

    public static Speech none() {
        return new Speech(Optional.empty(), Optional.empty());
    }

    /// The zone that holds.
    ///
    /// @param local of this machine
    public ZoneId zoneOr(ZoneId local) {
        return zone.orElse(ZoneWord.LOCAL) == ZoneWord.UTC ? ZoneOffset.UTC : local;
    }
}
