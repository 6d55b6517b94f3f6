package io.watchdeck;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Which language the system speaks with the person. Java knows it, except on Linux where the locale that the environment
/// names is not installed: there Java falls back to English, though the variables still say what the person reads.
final class SystemLanguage {

    private SystemLanguage() {}

    static String ofThisMachine() {
        return of(System.getProperty("os.name"), System.getenv(), Locale.getDefault());
    }

    /// The code of ISO 639, such as `ko`.
    ///
    /// @param system      as `os.name` names it
    /// @param environment the environment variables
    /// @param java        what Java takes for the system's language
    static String of(String system, Map<String, String> environment, Locale java) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows") || lower.startsWith("mac")) {
            return java.getLanguage();
        }
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank()).findFirst()
                .map(value -> value.split("[_.@]", 2)[0].toLowerCase(Locale.ROOT)).orElse(java.getLanguage());
    }
}
