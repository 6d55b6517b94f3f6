package io.watchdeck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// The console's image, as the build packages it, and a bare window that is packaged beside it twice, with the same runtime
/// and an AOT cache of its own: with the console's options, and with those that the JVM has by itself.
///
/// @param console the launcher
/// @param bare    the launcher of the bare window with the console's options
/// @param plain   the launcher of the bare window without options
record Packaged(Path console, Path bare, Path plain) {

    private static final Path IMAGE = Path.of("target", "image", "watchdeck").toAbsolutePath();
    private static final String CACHE = "-XX:AOTCache=";

    /// Takes half a minute.
    ///
    /// @param scratch a folder of its own
    /// @throws IOException where the console has not been packaged before
    static Packaged make(Path scratch) throws IOException, InterruptedException {
        Path console = IMAGE.resolve("bin").resolve("watchdeck");
        if (!Files.isExecutable(console)) {
            throw new IOException("No packaged console at " + IMAGE + ": mvn -Pinstaller -DskipTests verify");
        }
        return new Packaged(console, bare(scratch, "bare", options()), bare(scratch, "plain", List.of()));
    }

    /// The options of the console's launcher, without those of its cache.
    private static List<String> options() throws IOException {
        try (Stream<String> lines = Files.lines(IMAGE.resolve("lib").resolve("app").resolve("watchdeck.cfg"))) {
            return lines.filter(line -> line.startsWith("java-options="))
                    .map(line -> line.substring("java-options=".length()))
                    .filter(option -> !option.startsWith(CACHE) && !option.startsWith("-Djpackage")).toList();
        }
    }

    private static Path bare(Path scratch, String name, List<String> options)
            throws IOException, InterruptedException {
        Path input = Files.createDirectories(scratch.resolve(name + "-input"));
        try (Stream<Path> jars = Files.list(IMAGE.resolve("lib").resolve("app"))) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith("atlantafx")).toList()) {
                Files.copy(jar, input.resolve(jar.getFileName()));
            }
        }
        jar(input.resolve("bare.jar"));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jpackage").toString(),
                "--type", "app-image", "--name", name, "--runtime-image",
                IMAGE.resolve("lib").resolve("runtime").toString(), "--input", input.toString(), "--main-jar",
                "bare.jar", "--main-class", BareWindow.Launcher.class.getName(), "--dest", scratch.toString()));
        for (String option : options) {
            command.addAll(List.of("--java-options", option));
        }
        run(Map.of(), command);
        Path app = scratch.resolve(name).resolve("lib").resolve("app");
        Path launcher = scratch.resolve(name).resolve("bin").resolve(name);
        Path seen = scratch.resolve(name + ".aotconf");
        Path cache = app.resolve("bare.aot");
        run(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=record -XX:AOTConfiguration=" + seen
                + " -Dglass.platform=Headless -Dprism.order=sw"), List.of(launcher.toString(), "once"));
        run(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=create -XX:AOTConfiguration=" + seen + " " + CACHE + cache),
                List.of(launcher.toString(), "once"));
        Path configuration = app.resolve(name + ".cfg");
        Files.writeString(configuration, Files.readString(configuration).stripTrailing() + System.lineSeparator()
                + "java-options=" + CACHE + "$APPDIR/bare.aot" + System.lineSeparator());
        return launcher;
    }

    private static void jar(Path file) throws IOException {
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            for (Class<?> one : List.of(BareWindow.class, BareWindow.Launcher.class,
                    Class.forName(BareWindow.class.getName() + "$1"))) {
                String name = one.getName().replace('.', '/') + ".class";
                jar.putNextEntry(new JarEntry(name));
                jar.write(one.getResourceAsStream("/" + name).readAllBytes());
                jar.closeEntry();
            }
        } catch (ClassNotFoundException renamed) {
            throw new IOException(renamed);
        }
    }

    private static void run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with " + code);
        }
    }
}
