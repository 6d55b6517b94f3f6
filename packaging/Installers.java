import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Makes the installers of the system it runs on from the console's image: `.deb` and `.rpm` on Linux, `.msi` on Windows,
/// `.dmg` on macOS. A kind whose tools are not installed is left out and said so; none at all is a failure.
///
/// On Linux it gives the image an AOT cache before that: the console goes once through all that a start does, and the
/// classes it met are kept loaded and linked in a file beside its jars. The JVM takes the cache only with jars of the same
/// size and time, and jpackage gives them another time when it copies them: what is done once they are installed
/// (`postinst`, `watchdeck.spec`) gives them theirs again. Where nothing does, as on Windows and macOS, there is no cache.
///
/// Run by the build: `java -cp PROGUARD packaging/Installers.java IMAGE VERSION JAVAFX OUT`, from the root of the repository,
/// with the JDK whose jpackage is to be used; JAVAFX is the folder of JavaFX's jars.
final class Installers {

    private static final String CACHE = "watchdeck.aot";
    private static final String OPTIONS = "JAVA_TOOL_OPTIONS";
    private static final String WITHOUT_SCREEN = "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true";
    /// Of all jars, as `postinst` and `watchdeck.spec` have it.
    private static final Instant STAMP = Instant.ofEpochSecond(1_767_225_600);
    private static final String UPGRADE_ID = "6a1f0b52-3f7c-4f7e-9f0e-0f3b6f1f4c55";

    private final Path image;
    private final String version;
    private final Path javafx;
    private final Path tools;
    private final Path out;
    private final boolean windows;
    private final boolean mac;

    private Installers(Path image, String version, Path javafx, Path out, String system) {
        this.image = image;
        this.version = version;
        this.javafx = javafx;
        this.out = out;
        tools = Path.of(System.getProperty("java.home"), "bin");
        windows = system.startsWith("windows");
        mac = system.startsWith("mac");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Installers(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Path.of(arguments[2]).toAbsolutePath(),
                Path.of(arguments[3]).toAbsolutePath(), System.getProperty("os.name").toLowerCase(Locale.ROOT)).make();
    }

    private void make() throws IOException, InterruptedException {
        shrink();
        records();
        styleSheets();
        unpack();
        if (!windows && !mac) {
            libraries();
            documents();
            cache();
            gatherResources();
        }
        Files.createDirectories(out);
        int made = 0;
        for (Kind kind : Kind.values()) {
            if (kind.windows != windows || kind.mac != mac) {
                continue;
            }
            if (!kind.tool.isEmpty() && !isThere(kind.tool)) {
                say(kind.type + ": left out, there is no " + kind.tool);
                continue;
            }
            run(Map.of(), command(kind));
            made++;
        }
        if (made == 0) {
            throw new IOException("There are no tools for any installer of this system.");
        }
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.sorted().toList()) {
                say("%s %.1f MB".formatted(file.getFileName(), Files.size(file) / 1e6));
            }
        }
    }

    private enum Kind {
        DEB("deb", "dpkg-deb", false, false), RPM("rpm", "rpmbuild", false, false), MSI("msi", "", true, false),
        DMG("dmg", "", false, true);

        private final String type;
        private final String tool;
        private final boolean windows;
        private final boolean mac;

        Kind(String type, String tool, boolean windows, boolean mac) {
            this.type = type;
            this.tool = tool;
            this.windows = windows;
            this.mac = mac;
        }
    }

    // ---- the jars

    private void shrink() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("watchdeck-shrinking");
        try {
            long before = size();
            var shrinking = new Shrinking(jars(), runtime(), tool("java"), scratch);
            run(new ProcessBuilder(shrinking.command(console())).inheritIO());
            List<Path> clients = shrinking.replace();
            var gathering = new ArrayList<>(List.of(tool("java"), "packaging/MethodReferences.java",
                    Shrinking.jars(jars()).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator))));
            clients.forEach(client -> gathering.add(client.toString()));
            run(Map.of(), gathering);
            say("jars %.1f MB, before %.1f MB".formatted(size() / 1e6, before / 1e6));
        } finally {
            delete(scratch);
        }
    }

    private void records() throws IOException, InterruptedException {
        run(Map.of(), List.of(tool("java"), "packaging/Records.java", jars().resolve(console()).toString()));
    }

    private void styleSheets() throws IOException, InterruptedException {
        run(Map.of(), List.of(tool("java"), "-cp", javafx + File.separator + "*", "packaging/StyleSheets.java",
                jars().resolve(console()).toString(), atlantafx().toString()));
    }

    private Path atlantafx() throws IOException {
        try (Stream<Path> jars = Files.list(jars())) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("atlantafx-base-")).findFirst()
                    .orElseThrow(() -> new IOException("AtlantaFX is not among the jars"));
        }
    }

    private String console() {
        return "watchdeck-" + version + ".jar";
    }

    private String tool(String name) {
        return tools.resolve(name).toString();
    }

    /// In bytes, of all jars.
    private long size() throws IOException {
        long sum = 0;
        for (Path jar : Shrinking.jars(jars())) {
            sum += Files.size(jar);
        }
        return sum;
    }

    /// Keeps the classes of all jars as they are: an installer that is compressed as a whole takes two fifths of what it
    /// takes with compressed jars in it, because the classes of AWS's clients are much alike, and a start has nothing to
    /// expand.
    private void unpack() throws IOException {
        for (Path jar : Shrinking.jars(jars())) {
            Path plain = jar.resolveSibling(jar.getFileName() + ".plain");
            try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)));
                    var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(plain)))) {
                to.setMethod(ZipOutputStream.STORED);
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    byte[] bytes = from.readAllBytes();
                    var crc = new CRC32();
                    crc.update(bytes);
                    var stored = new ZipEntry(entry.getName());
                    stored.setTime(entry.getTime());
                    stored.setSize(bytes.length);
                    stored.setCrc(crc.getValue());
                    to.putNextEntry(stored);
                    to.write(bytes);
                }
            }
            Files.move(plain, jar, StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(jar, FileTime.from(STAMP));
        }
    }

    // ---- the libraries

    /// JavaFX's own libraries lie in its jars, out of which each start would have to look after a copy in the home of the
    /// person. Where a runtime has its libraries JavaFX finds them first.
    private void libraries() throws IOException {
        int found = 0;
        for (Path jar : Shrinking.jars(javafx)) {
            try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
                for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                    if (entry.getName().matches("lib\\w+\\.so")) {
                        Files.copy(from, runtime().resolve("lib").resolve(entry.getName()));
                        found++;
                    }
                }
            }
        }
        if (found == 0) {
            throw new IOException("There are no libraries in " + javafx);
        }
    }

    // ---- the documents

    /// What `man watchdeck` and `/usr/share/doc/watchdeck` show, to where `postinst` and `watchdeck.spec` refer: the manual
    /// page, which the console writes itself, and the documents with the folders in which they refer to each other.
    private void documents() throws IOException, InterruptedException {
        Path documents = Files.createDirectories(image.resolve("lib/doc"));
        Path page = documents.resolve("watchdeck.1");
        run(new ProcessBuilder(launcher().toString(), "man").redirectOutput(page.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT));
        try (var to = new GZIPOutputStream(Files.newOutputStream(documents.resolve("watchdeck.1.gz")))) {
            Files.copy(page, to);
        }
        Files.delete(page);
        Files.copy(Path.of("README.md"), documents.resolve("README.md"));
        Files.copy(Path.of("LICENSE"), documents.resolve("copyright"));
        Path texts = Files.createDirectories(documents.resolve("src/docs"));
        try (Stream<Path> files = Files.list(Path.of("src/docs"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Files.copy(file, texts.resolve(file.getFileName()));
            }
        }
    }

    // ---- the cache

    private void option(String jvm) throws IOException {
        Path configuration = jars().resolve("watchdeck.cfg");
        Files.writeString(configuration, Files.readString(configuration).stripTrailing() + System.lineSeparator()
                + "java-options=" + jvm + System.lineSeparator());
    }

    /// The options of the JVM are those of the launcher, for a cache of other options is not taken. It is the second start
    /// that is recorded: it finds what the first has kept, as nearly every start does, and has no tables to make. What it
    /// compiled is compiled sooner then. The first has keys to sign with, so that it makes all clients of AWS, and fails
    /// where one lacks something.
    private void cache() throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("watchdeck-training");
        Path seen = scratch.resolve("seen.aotconf");
        Path made = scratch.resolve(CACHE);
        try {
            Map<String, String> home = Map.of("HOME", scratch.toString(), "XDG_CONFIG_HOME", scratch.toString(),
                    "XDG_DATA_HOME", scratch.toString(), "AWS_ENDPOINT_URL", "");
            List<String> rehearsal = List.of(launcher().toString(), "rehearse", scratch.resolve("screens").toString());
            run(with(home, Map.of(OPTIONS, WITHOUT_SCREEN, "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY",
                    "none")), rehearsal);
            run(with(home, Map.of(OPTIONS, "-XX:AOTMode=record -XX:AOTConfiguration=" + seen + " " + WITHOUT_SCREEN)),
                    rehearsal);
            run(with(home, Map.of(OPTIONS, "-XX:AOTMode=create -XX:AOTConfiguration=" + seen + " -XX:AOTCache=" + made)),
                    List.of(launcher().toString(), "--version"));
            Files.copy(made, jars().resolve(CACHE));
            option("-XX:AOTCache=$APPDIR/" + CACHE);
        } finally {
            delete(scratch);
        }
    }

    private static Map<String, String> with(Map<String, String> environment, Map<String, String> more) {
        var all = new HashMap<>(environment);
        all.putAll(more);
        return all;
    }

    private Path launcher() {
        return mac ? image.resolve("Contents/MacOS/watchdeck")
                : windows ? image.resolve("watchdeck.exe") : image.resolve("bin/watchdeck");
    }

    private Path jars() {
        return mac ? image.resolve("Contents/app") : windows ? image.resolve("app") : image.resolve("lib/app");
    }

    private Path runtime() {
        return mac ? image.resolve("Contents/runtime/Contents/Home")
                : windows ? image.resolve("runtime") : image.resolve("lib/runtime");
    }

    // ---- the installers

    private List<String> command(Kind kind) {
        var command = new ArrayList<>(List.of(tool("jpackage"), "--type", kind.type, "--app-image", image.toString(), "--name",
                "watchdeck", "--app-version", version, "--dest", out.toString(), "--vendor", "Watchdeck",
                "--license-file", "LICENSE"));
        switch (kind) {
            case DEB -> {
                command.addAll(linux());
                // What JavaFX opens while it runs, which no list of linked libraries names.
                command.addAll(List.of("--linux-package-deps", "libgtk-3-0, libgl1, libxtst6, libxxf86vm1",
                        "--linux-deb-maintainer", "watchdeck@localhost"));
            }
            case RPM -> {
                command.addAll(linux());
                command.addAll(List.of("--linux-package-deps", "gtk3, libglvnd-glx, libXtst, libXxf86vm",
                        "--linux-rpm-license-type", "Apache-2.0"));
            }
            case MSI -> command.addAll(List.of("--win-upgrade-uuid", UPGRADE_ID, "--win-menu", "--win-menu-group",
                    "Watchdeck", "--win-shortcut-prompt", "--win-per-user-install"));
            case DMG -> command.addAll(List.of("--mac-package-identifier", "io.watchdeck"));
        }
        return command;
    }

    private List<String> linux() {
        return List.of("--resource-dir", resources().toString(), "--linux-menu-group",
                "System;Monitor;Development;", "--linux-app-category", "admin", "--linux-shortcut");
    }

    private Path resources() {
        return out.resolveSibling("package-resources");
    }

    /// For an image that is there jpackage heeds no icon but one among the resources, and puts its own in place of the image's.
    private void gatherResources() throws IOException {
        if (Files.exists(resources())) {
            delete(resources());
        }
        Files.createDirectories(resources());
        try (Stream<Path> files = Files.list(Path.of("packaging/linux"))) {
            for (Path file : files.toList()) {
                Files.copy(file, resources().resolve(file.getFileName()));
            }
        }
        Files.copy(Path.of("packaging/icons/watchdeck.png"), resources().resolve("watchdeck.png"));
    }

    // ---- processes and files

    private static boolean isThere(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of)
                .anyMatch(folder -> Files.isExecutable(folder.resolve(tool)));
    }

    private static void run(Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        run(builder);
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        say("+ " + String.join(" ", builder.command()));
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException(builder.command().getFirst() + " ended with " + code);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
