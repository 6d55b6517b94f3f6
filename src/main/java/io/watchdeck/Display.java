package io.watchdeck;

import java.util.Locale;
import java.util.Map;

/// Whether a window can be opened at all.
final class Display {

    private Display() {}

    /// Windows and macOS always have a display; elsewhere X11 or Wayland names it, or JavaFX draws without one.
    static boolean present(String system, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        return lower.startsWith("windows") || lower.startsWith("mac") || headless()
                || !environment.getOrDefault("DISPLAY", "").isBlank();
    }

    /// JavaFX draws into memory: chosen by tests and by `snapshot`.
    static boolean headless() {
        return "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
    }

    /// Chooses JavaFX's headless platform; call before the toolkit starts.
    static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}
