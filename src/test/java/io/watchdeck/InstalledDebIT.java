package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.watchdeck.emulator.Emulator;
import io.watchdeck.stack.ShippedStacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The `.deb` that the build made, on the machine it was made on: installed with what it depends on, started, removed. Only
/// where there is a Debian that may be changed: a root user, and no console installed yet.
@Tag("installer")
@Timeout(600)
class InstalledDebIT {

    private static final Path COMMAND = Path.of("/usr/bin/watchdeck");
    private static final Path PROGRAM = Path.of("/opt/watchdeck");
    private static final Path ENTRY = Path.of("/usr/share/applications/watchdeck.desktop");
    private static final Path PAGE = Path.of("/usr/share/man/man1/watchdeck.1.gz");
    private static final Path DOCUMENTS = Path.of("/usr/share/doc/watchdeck");
    private static final long MOST_BYTES = 75_000_000;

    @TempDir
    static Path home;

    private static boolean own;

    /// One that a person has installed is left alone.
    @BeforeAll
    static void mayChange() {
        assumeTrue("root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get")),
                "not a Debian that may be changed");
        assumeTrue(!Files.exists(COMMAND) && !Files.exists(PROGRAM), "a console is installed already");
        own = true;
    }

    @BeforeEach
    void install() throws IOException, InterruptedException {
        if (Files.exists(PROGRAM)) {
            return;
        }
        Result result = run(Map.of("DEBIAN_FRONTEND", "noninteractive"), "apt-get", "install", "-y", "-qq",
                "--no-install-recommends", deb().toString());
        assertThat(result.code()).as(result.said()).isZero();
    }

    @AfterAll
    static void remove() throws IOException, InterruptedException {
        if (own && Files.exists(PROGRAM)) {
            run(Map.of(), "apt-get", "remove", "-y", "-qq", "watchdeck");
        }
    }

    @Test
    void isSmallEnoughAndNamesWhatItNeeds() throws IOException, InterruptedException {
        assertThat(Files.size(deb())).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(run(Map.of(), "dpkg", "-s", "watchdeck").said()).contains("libgtk-3-0",
                "Status: install ok installed");
    }

    @Test
    void everyLibraryOfItIsFound() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.walk(PROGRAM)) {
            for (Path library : files.filter(file -> file.toString().endsWith(".so")).toList()) {
                assertThat(run(Map.of("LD_LIBRARY_PATH", PROGRAM + "/lib/runtime/lib:" + PROGRAM
                        + "/lib/runtime/lib/server"), "ldd", library.toString()).said()).as(library.toString())
                        .doesNotContain("not found");
            }
        }
    }

    @Test
    void theCommandSaysItsVersionAndNothingElse() throws IOException, InterruptedException {
        Result result = run(Map.of(), COMMAND.toString(), "--version");

        assertThat(result.code()).isZero();
        assertThat(result.said()).matches("watchdeck \\d+(\\.\\d+)+\\R");
    }

    /// The JVM would go on without a cache that it cannot take, only slower.
    @Test
    void theCacheIsTaken() throws IOException, InterruptedException {
        Result result = run(Map.of("JAVA_TOOL_OPTIONS", "-XX:AOTMode=on"), COMMAND.toString(), "--version");

        assertThat(result.code()).as(result.said()).isZero();
    }

    @Test
    void theEntryOfTheMenuStartsIt() throws IOException {
        List<String> entry = Files.readAllLines(ENTRY);

        assertThat(value(entry, "Exec")).map(Path::of).hasValueSatisfying(file -> assertThat(file).isExecutable());
        assertThat(value(entry, "Icon")).map(Path::of).hasValueSatisfying(
                file -> assertThat(file).hasSameBinaryContentAs(Path.of("packaging/icons/watchdeck.png")));
        assertThat(value(entry, "Comment[ko]")).isPresent();
    }

    @Test
    void theDocumentsAreWhereTheyAreLookedFor() throws IOException {
        try (var page = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(PAGE)),
                StandardCharsets.UTF_8))) {
            assertThat(page.readAllAsString()).startsWith(".TH WATCHDECK 1").contains("watchdeck status");
        }
        assertThat(DOCUMENTS.resolve("README.md")).hasSameBinaryContentAs(Path.of("README.md"));
        assertThat(DOCUMENTS.resolve("copyright")).hasSameBinaryContentAs(Path.of("LICENSE"));
        assertThat(DOCUMENTS.resolve("src/docs/stack-files.md")).isNotEmptyFile();
    }

    @Test
    void theConsoleOfTheMenuRunsAnswersAndIsRemovedWithoutItsHistory() throws IOException, InterruptedException {
        Path stacks = Files.createDirectories(home.resolve("stacks"));
        Files.writeString(stacks.resolve("glimpse-prod.yaml"),
                ShippedStacks.text("glimpse-prod"));
        Map<String, String> environment = Map.of("HOME", home.toString(), "XDG_DATA_HOME",
                home.resolve("data").toString(), "XDG_CONFIG_HOME", home.resolve("config").toString(),
                "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none", "JAVA_TOOL_OPTIONS",
                "-Dglass.platform=Headless -Dprism.order=sw -Djava.awt.headless=true");
        String menu = value(Files.readAllLines(ENTRY), "Exec").orElseThrow();
        Process console = start(environment, menu, "--stacks", stacks.toString(), "--endpoint-url",
                "http://127.0.0.1:9");
        try {
            Result status = awaitAnswer(environment, stacks, console);
            assertThat(status.code()).as(status.said()).isEqualTo(ExitCode.UNKNOWN);
            assertThat(status.said()).contains("\"stack\"", "glimpse-prod");
        } finally {
            console.toHandle().destroy();
            assertThat(console.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        Path history = home.resolve("data/watchdeck/endpoints/127.0.0.1-9/history.mv.db");
        assertThat(history).isNotEmptyFile();

        assertThat(
                run(Map.of("DEBIAN_FRONTEND", "noninteractive"), "apt-get", "remove", "-y", "-qq", "watchdeck").code())
                .isZero();
        assertThat(PROGRAM).doesNotExist();
        assertThat(ENTRY).doesNotExist();
        assertThat(List.of(COMMAND, PAGE, DOCUMENTS)).noneMatch(
                link -> Files.exists(link, LinkOption.NOFOLLOW_LINKS));
        assertThat(history).isNotEmptyFile();
    }

    /// What the package leaves out of AWS's clients is not what reading takes: the installed console reads the same as the
    /// one that was built.
    @Test
    void itReadsOfAwsWhatTheBuiltOneReads() throws IOException, InterruptedException {
        assumeTrue(Emulator.missing().isEmpty(), () -> Emulator.missing().orElseThrow());
        try (Emulator emulator = Emulator.start()) {
            emulator.provision(Emulator.ACCOUNT, "all");
            String[] reading = {"status", "--json", "--cost", "--endpoint-url", emulator.endpoint().toString()};

            Result built = run(keeping("built"), Stream.concat(Stream.of(ProcessHandle.current().info().command()
                    .orElseThrow(), "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                    "io.watchdeck.Main"), Stream.of(reading)).toArray(String[]::new));
            Result installed =
                    run(keeping("installed"), Stream.concat(Stream.of(COMMAND.toString()), Stream.of(reading))
                            .toArray(String[]::new));

            assertThat(known(installed.said())).contains("stacks[3].databases[0].connections")
                    .isEqualTo(known(built.said()));
            assertThat(installed.code()).isEqualTo(built.code());
        }
    }

    private static Map<String, String> keeping(String where) {
        return Map.of("HOME", home.toString(), "XDG_DATA_HOME", home.resolve(where).toString(), "XDG_CONFIG_HOME",
                home.resolve("config").toString(), "AWS_ACCESS_KEY_ID", "none", "AWS_SECRET_ACCESS_KEY", "none");
    }

    /// The paths of all leaves that hold a figure or a text.
    private static Set<String> known(String json) throws IOException {
        var paths = new TreeSet<String>();
        gather("", new ObjectMapper().readTree(json), paths);
        return paths;
    }

    private static void gather(String path, JsonNode node, Set<String> paths) {
        node.properties().forEach(field -> gather(path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                field.getValue(), paths));
        for (int at = 0; node.isArray() && at < node.size(); at++) {
            gather(path + "[" + at + "]", node.get(at), paths);
        }
        if (node.isValueNode() && !node.isNull()) {
            paths.add(path);
        }
    }

    /// The console answers for as long as it has read nothing, too; only before it listens the command reads by itself.
    private Result awaitAnswer(Map<String, String> environment, Path stacks, Process console)
            throws IOException, InterruptedException {
        Path socket = home.resolve("data/watchdeck/endpoints/127.0.0.1-9/instance/socket");
        for (int look = 0; look < 600 && !Files.exists(socket); look++) {
            assertThat(console.isAlive()).isTrue();
            console.waitFor(100, TimeUnit.MILLISECONDS);
        }
        assertThat(socket).exists();
        return run(environment, COMMAND.toString(), "status", "--json", "--timeout", "1", "--stacks", stacks.toString(),
                "--endpoint-url", "http://127.0.0.1:9");
    }

    private static Optional<String> value(List<String> entry, String key) {
        return entry.stream().filter(line -> line.startsWith(key + "=")).map(line -> line.substring(key.length() + 1))
                .findFirst();
    }

    private static Path deb() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target/installers"))) {
            return files.filter(file -> file.toString().endsWith(".deb")).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    /// @param said on both streams
    private record Result(int code, String said) {}

    private static Process start(Map<String, String> environment, String... command) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (BufferedReader reader = process.inputReader()) {
            String said = reader.readAllAsString();
            return new Result(process.waitFor(), said);
        }
    }
}
