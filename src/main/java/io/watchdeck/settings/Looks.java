package io.watchdeck.settings;

import java.util.Optional;
import java.util.OptionalInt;

/// How a person wants the window to look; empty where nobody chose.
///
/// @param theme    of the window
/// @param density  how much room rows and controls take
/// @param textSize in percent of the usual size, from [#SMALLEST] to [#LARGEST]
public record Looks(Optional<ThemeWord> theme, Optional<DensityWord> density, OptionalInt textSize) {

    public static final int SMALLEST = 100;
    public static final int LARGEST = 150;

    public enum ThemeWord { DARK, LIGHT, SYSTEM }

    public enum DensityWord { COMFORTABLE, COMPACT }

    public static Looks none() {
        return new Looks(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /// The density that holds.
    public DensityWord dense() {
        return density.orElse(DensityWord.COMFORTABLE);
    }

    /// How many times the usual size text is, from 1 to 1.5.
    public double enlarged() {
        return textSize.orElse(SMALLEST) / 100.0;
    }
}
