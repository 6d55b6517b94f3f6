package io.watchdeck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// Whether a window can be opened at all, and what draws it.
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

    /// Lets JavaFX draw by itself at once where there is no graphics card; to be set before the toolkit starts.
    ///
    /// Without one it would come to the same: it takes OpenGL only from a maker of cards, and refuses Mesa, which draws in
    /// software then. But it would have loaded Mesa to learn that, which holds some 60 MB until the end. And the regions
    /// that it keeps as pictures, 8 MB of them, are drawn faster than they are copied.
    ///
    /// @param system what the JVM says of where it runs, `os.name`, and what a person has chosen: `prism.order`, `prism.forceGPU`
    /// @param devices the folder of device files of a Linux
    /// @return the properties to set
    static Map<String, String> withoutCard(Properties system, Path devices) {
        boolean free = Stream.of("prism.order", "prism.forceGPU").noneMatch(system::containsKey);
        boolean byItself = system.getProperty("os.name", "").equalsIgnoreCase("Linux") && free && !hasCard(devices);
        return byItself ? Map.of("prism.order", "sw", "prism.disableRegionCaching", "true") : Map.of();
    }

    /// NVIDIA's own driver does not need the kernel's render nodes.
    private static boolean hasCard(Path devices) {
        try (DirectoryStream<Path> nodes = Files.newDirectoryStream(devices.resolve("dri"), "renderD*")) {
            return nodes.iterator().hasNext() || Files.exists(devices.resolve("nvidiactl"));
        } catch (NoSuchFileException _) {
            return Files.exists(devices.resolve("nvidiactl"));
        } catch (IOException unknown) {
            return true;
        }
    }

    /// Chooses JavaFX's headless platform; call before the toolkit starts.
    static void drawInMemory() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }
}
