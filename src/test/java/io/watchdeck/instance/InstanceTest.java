package io.watchdeck.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.instance.Handler.Declined;
import io.watchdeck.instance.Handler.Done;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A console and those who ask it, in one process.
@Timeout(60)
class InstanceTest {

    private static final Request QUESTION = new Request("status", Map.of("json", "true"), List.of("chat"));
    private static final Executor THREADS = work -> Thread.ofPlatform().daemon().start(() -> {
        try {
            work.run();
        } catch (IllegalStateException _) {
            // ends the thread, as any mistake does
        }
    });
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LATER = Duration.ofSeconds(30);

    @TempDir
    private Path home;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    @Test
    void theSecondIsToldThatThereIsAFirstUntilItEnds() {
        Instance first = claimed();

        assertThat(Instance.claim(data(), home)).isEqualTo(new Claim.Held());
        first.close();

        assertThat(Instance.claim(data(), home)).isInstanceOfSatisfying(Claim.Mine.class,
                mine -> mine.instance().close());
    }

    @Test
    void aQuestionIsAnsweredInPiecesThatAreTheWholeText() {
        String text = "a🔥뜨".repeat(40_000) + "end";
        claimed().serve(THREADS, (request, out) -> {
            out.write(request.names().getFirst() + ":");
            out.write(text);
            return new Done(2, Optional.of("not fine"));
        });
        var pieces = new ArrayList<String>();

        Reply reply = caller().ask(QUESTION, pieces::add);

        assertThat(reply).isEqualTo(new Reply.Ended(2, Optional.of("not fine")));
        assertThat(String.join("", pieces)).isEqualTo("chat:" + text);
        assertThat(pieces).hasSizeGreaterThan(5).allMatch(piece -> piece.length() <= 1 << 14);
    }

    @Test
    void aQuestionThatIsNotForThisConsoleIsDeclined() {
        claimed().serve(THREADS, (_, _) -> new Declined("other"));

        assertThat(ask()).isEqualTo(new Reply.Declined("other"));
    }

    @Test
    void anAnswerThatIsLongInComingGivesSignsOfLife() {
        var heard = new CountDownLatch(3);
        claimed().serve(THREADS, (_, out) -> {
            while (heard.getCount() > 0) {
                out.flush();
            }
            return new Declined("other");
        });

        assertThat(caller().ask(QUESTION, piece -> {
            assertThat(piece).isEmpty();
            heard.countDown();
        })).isEqualTo(new Reply.Declined("other"));
    }

    @Test
    void severalAskAtTheSameTime() throws InterruptedException {
        var all = new CountDownLatch(4);
        claimed().serve(THREADS, (_, _) -> {
            all.countDown();
            await(all);
            return new Done(0, Optional.empty());
        });
        List<Reply> replies = Collections.synchronizedList(new ArrayList<>());

        List<Thread> threads = java.util.stream.IntStream.range(0, 4)
                .mapToObj(_ -> Thread.ofVirtual().start(() -> replies.add(ask()))).toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(replies).hasSize(4).containsOnly(new Reply.Ended(0, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello\n", "\n", "{\"version\":1}\n", "GET / HTTP/1.1\r\n\r\n", "\u0000\u0001\n"})
    void garbageIsDeclinedAndKeepsNobodyFromAsking(String sent) throws IOException {
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(raw(sent)).isEqualTo("{\"declined\":\"garbage\"}\n");
        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void anotherVersionIsDeclined() throws IOException {
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(raw("{\"version\":99,\"ask\":\"status\"}\n")).isEqualTo("{\"declined\":\"version\"}\n");
    }

    @Test
    void aQuestionWithoutAnEndIsDeclined() throws IOException {
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(raw("x".repeat(1 << 17))).isIn("{\"declined\":\"tooLong\"}\n", "");
        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void halfAQuestionKeepsNobodyFromAsking() throws IOException {
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        try (SocketChannel half = connect()) {
            half.write(bytes("{\"version\":1,\"ask\":\"sta"));
            assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
        }

        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void aMistakeInAnAnswerBreaksThatAnswerAlone() {
        claimed().serve(THREADS, (request, _) -> {
            if (request.names().isEmpty()) {
                throw new IllegalStateException("a mistake that this test makes on purpose");
            }
            return new Done(0, Optional.empty());
        });

        assertThat(caller().ask(new Request("status", Map.of(), List.of()), _ -> {})).isEqualTo(new Reply.Broken());
        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void whoeverStopsReadingStopsHisAnswerAlone() throws IOException, InterruptedException {
        var ended = new CountDownLatch(1);
        claimed().serve(THREADS, (request, out) -> {
            if (request.names().isEmpty()) {
                return new Done(0, Optional.empty());
            }
            try {
                while (true) {
                    out.write("more ".repeat(10_000));
                }
            } finally {
                ended.countDown();
            }
        });

        try (SocketChannel reader = connect()) {
            reader.write(bytes(Wire.request(QUESTION) + "\n"));
            reader.read(ByteBuffer.allocate(100));
        }

        ended.await();
        assertThat(caller().ask(new Request("status", Map.of(), List.of()), _ -> {}))
                .isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void theEndOfTheConsoleEndsItsAnswers() throws InterruptedException {
        var begun = new CountDownLatch(1);
        Instance console = claimed();
        console.serve(THREADS, (_, out) -> {
            while (true) {
                out.write("more ".repeat(10_000));
                begun.countDown();
            }
        });
        var reply = new ArrayList<Reply>();
        Thread asking = Thread.ofVirtual().start(() -> reply.add(ask()));

        begun.await();
        console.close();
        asking.join();

        assertThat(reply).containsExactly(new Reply.Broken());
        assertThat(ask()).isEqualTo(new Reply.Nobody());
    }

    @Test
    void aConsoleThatSaysNothingIsToldFromNone() throws IOException {
        assertThat(ask()).isEqualTo(new Reply.Nobody());
        claimed();
        // Nobody accepts: the system takes the connection, as it does for a process that hangs.

        assertThat(new Caller(data(), SOON, SOON).ask(QUESTION, _ -> {}))
                .isEqualTo(new Reply.Silent(OptionalLong.of(ProcessHandle.current().pid())));
    }

    @Test
    void aConsoleThatFallsSilentInTheMiddleIsNotWaitedForForEver() {
        var never = new CountDownLatch(1);
        open.add(never::countDown);
        claimed().serve(THREADS, (_, out) -> {
            out.write("begin");
            out.flush();
            await(never);
            return new Done(0, Optional.empty());
        });

        assertThat(new Caller(data(), LATER, SOON).ask(QUESTION, _ -> {})).isEqualTo(new Reply.Broken());
    }

    @Test
    void whatAKilledConsoleLeftIsTakenForNobodyAndReplaced() throws IOException {
        claimed().close();
        var files = new InstanceFiles(data(), home);
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(files.socket()));
        }
        Files.writeString(files.lock(), "4711\n" + files.socket() + "\n");
        assertThat(files.socket()).exists();

        assertThat(ask()).isEqualTo(new Reply.Nobody());
        assertThat(new Caller(data()).isWorthAsking()).isFalse();
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void whoeverOnlyLooksWhetherItIsThereKeepsNobodyFromAsking() {
        assertThat(new Caller(data()).isWorthAsking()).isFalse();
        claimed().serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(new Caller(data()).isWorthAsking()).isTrue();
        assertThat(ask()).isEqualTo(new Reply.Ended(0, Optional.empty()));
    }

    @Test
    void onlyTheOwnerReachesLockAndSocket() throws IOException {
        Files.createDirectories(data(), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString("rwxr-xr-x")));
        claimed();

        try (var files = Files.walk(data().resolve("instance"))) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(file))).endsWith("------"));
        }
    }

    @Test
    void aFolderThatWasOpenToOthersIsClosedToThem() throws IOException {
        Path folder = Files.createDirectories(data().resolve("instance"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        claimed();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
    }

    @Test
    void aDataFolderWithALongNameHasItsSocketElsewhere() throws IOException {
        Path deep = home.resolve("d".repeat(60)).resolve("e".repeat(60)).resolve("watchdeck");
        Instance console = claimed(deep);
        console.serve(THREADS, (_, _) -> new Done(0, Optional.empty()));

        assertThat(new Caller(deep).ask(QUESTION, _ -> {})).isEqualTo(new Reply.Ended(0, Optional.empty()));
        assertThat(new InstanceFiles(deep, home).socket()).startsWith(home).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                new InstanceFiles(deep, home).socket().getParent()))).isEqualTo("rwx------");
    }

    @Test
    void aFolderThatCannotBeMadeIsNoInstance() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThat(Instance.claim(file.resolve("data"), home)).isInstanceOf(Claim.Untold.class);
        assertThat(new Caller(file.resolve("data")).ask(QUESTION, _ -> {})).isEqualTo(new Reply.Nobody());
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    private Path data() {
        return home.resolve("watchdeck");
    }

    private Instance claimed() {
        return claimed(data());
    }

    private Instance claimed(Path data) {
        Instance instance = ((Claim.Mine) Instance.claim(data, home)).instance();
        open.add(instance);
        return instance;
    }

    private Caller caller() {
        return new Caller(data(), LATER, LATER);
    }

    private Reply ask() {
        return caller().ask(QUESTION, _ -> {});
    }

    private SocketChannel connect() throws IOException {
        return SocketChannel.open(UnixDomainSocketAddress.of(new InstanceFiles(data(), home).socket()));
    }

    /// Sends the text and reads until the console closes.
    private String raw(String sent) throws IOException {
        var said = new StringBuilder();
        try (SocketChannel channel = connect()) {
            ByteBuffer bytes = bytes(sent);
            ByteBuffer heard = ByteBuffer.allocate(1000);
            try {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                while (channel.read(heard) >= 0) {
                    said.append(StandardCharsets.UTF_8.decode(heard.flip()));
                    heard.clear();
                }
            } catch (IOException _) {
                // What it said before is what counts.
            }
        }
        return said.toString();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
