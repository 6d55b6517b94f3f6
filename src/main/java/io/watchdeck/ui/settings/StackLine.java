package io.watchdeck.ui.settings;

import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Tone;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A stack file as the screen lists it.
///
/// @param name        of the stack; of a file that cannot be read its own
/// @param environment empty where the file cannot be read
/// @param file        empty for a stack that ships with the program
/// @param place       the file in words, or that there is none
/// @param account     that is watched, with the person that AWS says we are; empty while that is not known
/// @param tone        of the state
/// @param states      whether it is watched, and all that is wrong
record StackLine(String name, Optional<Environment> environment, Optional<Path> file, String place, String account,
        Tone tone, List<String> states) {

    StackLine {
        states = List.copyOf(states);
    }
}
