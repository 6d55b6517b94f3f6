package io.watchdeck;

import io.watchdeck.settings.SettingsFile;
import io.watchdeck.stack.StackFolder;
import io.watchdeck.support.Build;
import io.watchdeck.support.ProgramLog;
import io.watchdeck.support.SupportBundle;
import io.watchdeck.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a support bundle holds: what somebody who helps with the console needs to see. Asks neither AWS nor a running
/// console, so that it can be had when those are the trouble. Blocking.
///
/// @param options that the console was started with
/// @param folders where its files lie
record SupportContents(Options options, Folders folders) {

    private static final double MEGABYTE = 1e6;

    SupportBundle bundle() {
        Path data = Wiring.data(options, folders);
        var bundle = new SupportBundle();
        bundle.add("about.txt", about());
        addSettings(bundle, new SettingsFile(folders.settings()));
        addStacks(bundle, options.stacks().orElseGet(folders::stacks));
        bundle.add("history.txt", listed(data));
        addLog(bundle, Folders.log(data));
        return bundle;
    }

    // ---- the system

    private static String about() {
        var lines = new TreeMap<String, String>();
        lines.put("watchdeck", Version.number());
        for (String property : List.of("java.runtime.version", "java.vendor", "os.name",
                "os.version", "os.arch", "file.encoding", "user.language", "prism.order")) {
            lines.put(property, System.getProperty(property, "not set"));
        }
        lines.put("javafx", Optional.ofNullable(System.getProperty("javafx.runtime.version"))
                .orElseGet(() -> Build.javafx() + " (built with; the toolkit is not loaded)"));
        lines.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        lines.put("largest heap", "%.0f MB".formatted(Runtime.getRuntime().maxMemory() / MEGABYTE));
        lines.put("zone", ZoneId.systemDefault().getId());
        lines.put("locale", Locale.getDefault().toLanguageTag());
        for (String variable : List.of("DISPLAY", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP",
                "GDK_SCALE", "AWS_REGION")) {
            Optional.ofNullable(System.getenv(variable)).ifPresent(value -> lines.put(variable, value));
        }
        // What they say may be secret; that they are set decides who one is.
        lines.put("variables of AWS that are set", System.getenv().keySet().stream()
                .filter(name -> name.startsWith("AWS_")).sorted().collect(Collectors.joining(" ")));
        return lines.entrySet().stream().map(line -> line.getKey() + ": " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }

    // ---- what the person wrote

    private static void addSettings(SupportBundle bundle, SettingsFile settings) {
        if (Files.exists(settings.path())) {
            bundle.add("settings.yaml", settings.path());
            addProblems(bundle, "settings-problems.txt", settings.read().problems());
        }
    }

    private static void addStacks(SupportBundle bundle, Path folder) {
        StackFolder reader = Wiring.stackFolder();
        for (Path stack : reader.check(List.of(folder)).keySet()) {
            if (Files.isRegularFile(stack)) {
                bundle.add("stacks/" + stack.getFileName(), stack);
            }
        }
        addProblems(bundle, "stacks/problems.txt", reader.read(folder).problems());
    }

    private static void addProblems(SupportBundle bundle, String name, List<FileProblem> problems) {
        if (!problems.isEmpty()) {
            bundle.add(name, problems.stream().map(problem -> problem + "\n").collect(Collectors.joining()));
        }
    }

    // ---- what the console wrote

    private static String listed(Path folder) {
        if (!Files.isDirectory(folder)) {
            return "There is none.\n";
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().map(one -> size(folder, one))
                    .collect(Collectors.joining());
        } catch (IOException | UncheckedIOException unreadable) {
            return "Cannot be read: " + unreadable + "\n";
        }
    }

    private static String size(Path folder, Path one) {
        try {
            return "%s %d bytes %s%n".formatted(folder.relativize(one), Files.size(one),
                    Files.getLastModifiedTime(one));
        } catch (IOException vanished) {
            return folder.relativize(one) + " " + vanished + "\n";
        }
    }

    private static void addLog(SupportBundle bundle, Path folder) {
        try {
            for (Path one : ProgramLog.files(folder)) {
                bundle.add("log/" + one.getFileName(), one);
            }
        } catch (IOException unreadable) {
            bundle.add("log/unreadable.txt", unreadable.toString());
        }
    }
}
