package io.watchdeck.ui.settings;

import java.util.Map;
import java.util.Optional;

/// What the settings screen tells of the console that no setting changes.
///
/// @param given    what an option of the command line decides, whatever the file says: the key with the word of the option
/// @param readOnly the console was started so that nothing changes the cloud
/// @param user     of the operating system
/// @param settings the settings file
/// @param stacks   the folder of the stack files
/// @param data     the folder of the history; empty where nothing is kept
/// @param about    the console itself
public record Surroundings(Map<String, String> given, boolean readOnly, String user, Located settings, Located stacks,
        Optional<Located> data, About about) {

    public Surroundings {
        given = Map.copyOf(given);
    }
}
