package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.aws.SignedOutHome;
import io.watchdeck.aws.TestKeys;
import io.watchdeck.aws.WholeAccount;
import io.watchdeck.identity.SignInDesk;
import io.watchdeck.identity.SignInState.Step;
import io.watchdeck.support.ProgramLog;
import io.watchdeck.watch.Subject;
import io.watchdeck.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Everything secret that goes through the console, planted and looked for in everything that it writes: the log, the
/// history, its folders, what `status` prints, what its own words say, every export, and the support bundle.
@ExtendWith(TestKeys.class)
@Timeout(120)
class PlantedSecretsTest {

    private static final String CODE = "918273";

    @TempDir
    Path home;

    /// What was logged, as it would stand in a file.
    private static final class Remembering extends Handler {

        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord entry) {
            lines.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void standNowhereAfterSigningInInEveryWay() throws Exception {
        var log = new Remembering();
        log.setLevel(Level.ALL);
        Logger root = Logger.getLogger("");
        Logger own = Logger.getLogger("io.watchdeck");
        Logger sdk = Logger.getLogger("software.amazon.awssdk");
        Level ownBefore = own.getLevel();
        own.setLevel(Level.ALL);
        sdk.setLevel(Level.ALL);
        root.addHandler(log);
        var printed = new StringBuilder();
        Path config = Files.createDirectory(home.resolve("config"));
        Path stacks = Files.createDirectory(home.resolve("stacks"));
        Path data = home.resolve("data");
        Files.writeString(stacks.resolve("shop.yaml"), stack("Shop", "work"));
        Files.writeString(stacks.resolve("safe.yaml"), stack("Safe", "careful"));
        try (ProgramLog _ = ProgramLog.begin(Folders.log(data));
                var account = new WholeAccount(Duration.ofSeconds(10));
                SignedOutHome person = SignedOutHome.confirmed(account, config)) {
            var command = new ConsoleCommand();
            new CommandLine(command).parseArgs("--stacks", stacks.toString(), "--data", data.toString(),
                    "--endpoint-url", person.endpoint());
            StackChoice choice = Wiring.choice(command.options());
            try (Watching watching = Wiring.console(command.options(), choice, Clock.systemUTC(), Optional.empty())) {
                SignInDesk desk = watching.signIn().orElseThrow();
                watching.watch().readOnce(EnumSet.allOf(Subject.class));
                printed.append(status(watching));
                assertThat(signIn(desk, () -> desk.device(person.door()))).isInstanceOf(Step.Done.class);
                assertThat(signIn(desk, () -> desk.code(SignedOutHome.CAREFUL, CODE))).isInstanceOf(Step.Done.class);
                printed.append(desk.state());
                watching.watch().look(EnumSet.allOf(Subject.class));
                assertThat(watching.watch().current().stacks()).hasSize(2)
                        .allSatisfy(stack -> assertThat(stack.identity().state().latest()).isPresent())
                        .allSatisfy(stack -> assertThat(stack.services()).allSatisfy(
                                service -> assertThat(service.state().state().latest()).as(stack.gaps().toString())
                                        .isPresent()));
                assertThat(watching.written()).isPresent();
                printed.append(status(watching)).append(watching.watch().current());
            }
            assertThat(person.asked("GetRoleCredentials")).isPositive();
        } finally {
            root.removeHandler(log);
            own.setLevel(ownBefore);
            sdk.setLevel(null);
        }

        String logged = String.join("\n", log.lines);
        assertThat(logged).as("the log was heard").contains("software.amazon.awssdk");
        // Six digits may be part of any number.
        String alone = "(?s).*(?<!\\d)" + CODE + "(?!\\d).*";
        assertThat(logged.matches(alone)).as("the code of the device in the log").isFalse();
        assertThat(printed.toString().matches(alone)).as("the code of the device in status").isFalse();
        for (String secret : SignedOutHome.secrets()) {
            assertThat(logged).as("log").doesNotContain(secret);
            assertThat(printed).as("status and snapshots").doesNotContain(secret);
            for (Path file : files(data, stacks)) {
                assertThat(contains(file, secret)).as(file + " holds " + secret).isFalse();
            }
        }
        assertThat(files(data)).as("a history was kept").anyMatch(file -> file.toString().endsWith(".db"))
                .as("a log was kept").anyMatch(file -> file.endsWith("watchdeck-0.log"));

        plantInMessages(data);
        plantInAStackFile(stacks);
        Path bundle = home.resolve("bundle.zip");
        List<String> told = Stream.of(exports(stacks, data), bundles(stacks, data, bundle)).flatMap(List::stream)
                .toList();
        for (String secret : SignedOutHome.secrets()) {
            assertThat(told).as("exports, bundle and what is said of them").noneMatch(text -> text.contains(secret));
            for (Path file : files(data)) {
                assertThat(contains(file, secret)).as(file + " holds " + secret).isFalse();
            }
        }
        assertThat(String.join("\n", told)).as("what was looked through").contains("[redacted]", "planted message",
                "stack: Leaky");
    }

    /// As exceptions quote headers, queries, properties and answers.
    private static void plantInMessages(Path data) throws IOException {
        Logger logger = Logger.getLogger("io.watchdeck.planted");
        try (ProgramLog _ = ProgramLog.begin(Folders.log(data))) {
            for (String secret : SignedOutHome.secrets()) {
                for (String form : List.of("aws_secret_access_key = %s", "X-Amz-Security-Token: %s",
                        "{\"secretAccessKey\":\"%s\"}", "https://host/?refresh_token=%s&x=1", "Bearer %s",
                        "https://user:%s@proxy.example:8080", "device_code='%s'")) {
                    logger.log(Level.SEVERE, "planted message",
                            new IllegalStateException(form.formatted(secret), new IOException(form.formatted(secret))));
                }
            }
        }
    }

    private static void plantInAStackFile(Path stacks) throws IOException {
        var text = new StringBuilder("stack: Leaky\n");
        int number = 0;
        for (String secret : SignedOutHome.secrets()) {
            number++;
            text.append("# aws_session_token: ").append(secret).append('\n').append("password").append(number)
                    .append(": ").append(secret).append('\n').append("token").append(number).append(": \"")
                    .append(secret).append("\"\n");
        }
        Files.writeString(stacks.resolve("leaky.yaml"), text);
    }

    /// Whatever leaves the history.
    private static List<String> exports(Path stacks, Path data) {
        var told = new ArrayList<String>();
        for (String kind : List.of("metrics", "events", "journal", "costs", "report")) {
            for (String form : kind.equals("report") ? List.of("md", "html") : List.of("csv", "json")) {
                Program.Result result = Program.run("--stacks", stacks.toString(), "--data", data.toString(), "export",
                        kind, "--stack", "Shop", "--format", form);
                // Nothing was operated, and a bill of this account is not known.
                assertThat(result.code()).as(kind + " " + form + ": " + result.err())
                        .isIn(kind.equals("journal") || kind.equals("costs") ? List.of(ExitCode.OK, ExitCode.NO_INPUT)
                                : List.of(ExitCode.OK));
                told.add(result.out());
                told.add(result.err());
            }
        }
        return told;
    }

    /// Of a process in whose environment secrets stand too.
    private static List<String> bundles(Path stacks, Path data, Path file) throws Exception {
        var command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), "--stacks", stacks.toString(), "--data",
                data.toString(), "support-bundle", file.toString()).redirectErrorStream(true);
        int number = 0;
        for (String secret : SignedOutHome.secrets()) {
            command.environment().put("AWS_PLANTED_" + number++, secret);
        }
        command.environment().put("AWS_SECRET_ACCESS_KEY", SignedOutHome.secrets().getFirst());
        command.environment().put("AWS_SESSION_TOKEN", SignedOutHome.secrets().get(1));
        command.environment().put("HTTPS_PROXY", "http://user:" + SignedOutHome.secrets().get(2) + "@proxy:8080");
        Process process = command.start();
        var told = new ArrayList<String>();
        told.add(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).as(told.getFirst()).isZero();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                told.add(entry.getName());
                told.add(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(told).as("names alone").anyMatch(text -> text.contains("AWS_PLANTED_0"));
        return told;
    }

    private static String stack(String name, String profile) {
        return """
                stack: %s
                environment: production
                region: ap-northeast-2
                profile: %s
                cluster: shop
                services: [{name: shop-api, desired: 2}]
                """.formatted(name, profile);
    }

    private static String status(Watching watching) {
        return new StatusJson(new Words(Locale.ENGLISH, ZoneOffset.UTC)).text(watching.watch().current());
    }

    private static Step signIn(SignInDesk desk, Runnable begin) throws InterruptedException {
        var ended = new CountDownLatch(1);
        Runnable end = desk.subscribe(state -> {
            if (state.progress().filter(one -> one.step() instanceof Step.Done || one.step() instanceof Step.Refused)
                    .isPresent()) {
                ended.countDown();
            }
        });
        begin.run();
        assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
        end.run();
        return desk.state().progress().orElseThrow().step();
    }

    private static List<Path> files(Path... folders) throws IOException {
        var all = new ArrayList<Path>();
        for (Path folder : folders) {
            try (Stream<Path> found = Files.walk(folder)) {
                found.filter(Files::isRegularFile).forEach(all::add);
            }
        }
        return all;
    }

    private static boolean contains(Path file, String secret) throws IOException {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        String wide = new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
        return bytes.contains(secret) || bytes.contains(wide);
    }
}
