package io.watchdeck.instance;

import java.io.IOException;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// This process as the one console of a data folder: holds its lock, and answers those who ask at its socket, each on a
/// thread of its own. What a killed console left behind is recognised by its lock, which the system has given back, and
/// replaced.
public final class Instance implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Instance.class.getName());
    /// Far behind what the file says, so that others can read it on Windows too, where a lock keeps them from reading.
    private static final long LOCKED = Long.MAX_VALUE - 1;
    /// A question of every kind has less.
    private static final int LONGEST_REQUEST = 1 << 16;
    private static final int MOST_AT_A_TIME = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final FileChannel lock;
    private final Optional<ServerSocketChannel> server;
    private final Path socket;
    private final Set<Lines> asking = ConcurrentHashMap.newKeySet();

    private Instance(FileChannel lock, Optional<ServerSocketChannel> server, Path socket) {
        this.lock = lock;
        this.server = server;
        this.socket = socket;
    }

    /// @param data    the data folder; made where it does not exist
    /// @param runtime a folder with a short name, for the socket of a data folder with a very long one
    public static Claim claim(Path data, Path runtime) {
        var files = new InstanceFiles(data, runtime);
        try {
            Optional<String> unreachable = prepared(files);
            FileChannel channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return new Claim.Held();
            }
            files.secureFile(files.lock());
            Optional<ServerSocketChannel> server = unreachable.isPresent() ? Optional.empty() : bound(files);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n"
                    + server.map(_ -> files.socket().toString()).orElse("") + "\n").getBytes(StandardCharsets.UTF_8)));
            return new Claim.Mine(new Instance(channel, server, files.socket()));
        } catch (IOException failed) {
            LOG.log(Level.FINE, "no lock", failed);
            return new Claim.Untold(failed.toString());
        }
    }

    /// Why there can be no socket; empty when there can. Without a folder for the lock there is no instance at all.
    private static Optional<String> prepared(InstanceFiles files) throws IOException {
        try {
            files.prepare();
            return Optional.empty();
        } catch (IOException failed) {
            if (Files.isDirectory(files.lock().getParent())) {
                LOG.log(Level.WARNING, "Commands cannot ask this console: " + failed);
                return Optional.of(failed.toString());
            }
            throw failed;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED, 1, false);
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    private static Optional<ServerSocketChannel> bound(InstanceFiles files) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            Files.deleteIfExists(files.socket());
            server.bind(UnixDomainSocketAddress.of(files.socket()));
            files.secureFile(files.socket());
            return Optional.of(server);
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "Commands cannot ask this console: " + failed);
            server.close();
            return Optional.empty();
        }
    }

    /// Answers from now on, until it is closed.
    ///
    /// @param threads runs each piece of work at once and for itself, however busy the console is: whoever asks takes a
    ///                console that does not answer for one that hangs
    public void serve(Executor threads, Handler handler) {
        server.ifPresent(open -> threads.execute(() -> accept(open, threads, handler)));
    }

    private void accept(ServerSocketChannel open, Executor threads, Handler handler) {
        while (open.isOpen()) {
            try {
                SocketChannel channel = open.accept();
                if (asking.size() >= MOST_AT_A_TIME) {
                    channel.close();
                    continue;
                }
                Lines lines = Lines.of(channel, LONGEST_REQUEST);
                asking.add(lines);
                threads.execute(() -> answer(lines, handler));
            } catch (IOException failed) {
                // Closed by us, or no room for one more connection.
                LOG.log(Level.FINE, "listening", failed);
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void answer(Lines lines, Handler handler) {
        try (lines) {
            switch (lines.read(PATIENCE)) {
                case Lines.Line(String text) -> answer(text, lines, handler);
                case Lines.TooLong() -> end(lines, new Handler.Declined("tooLong"));
                case Lines.Silence() -> LOG.fine("asked nothing");
                case Lines.Closed() -> LOG.fine("asked half a question");
            }
        } catch (IOException | ClosedSelectorException gone) {
            LOG.log(Level.FINE, "whoever asked has gone, or the console ends", gone);
        } finally {
            asking.remove(lines);
        }
    }

    private static void answer(String line, Lines lines, Handler handler) throws IOException {
        Request request;
        try {
            request = Wire.request(line);
        } catch (Wire.NotUnderstood other) {
            end(lines, new Handler.Declined(String.valueOf(other.getMessage())));
            return;
        }
        lines.write(Wire.part(new Wire.Heard()));
        Handler.Outcome outcome;
        try (Writer text = new Pieces(lines)) {
            outcome = handler.answer(request, text);
        }
        end(lines, outcome);
    }

    private static void end(Lines lines, Handler.Outcome outcome) throws IOException {
        lines.write(Wire.part(new Wire.End(outcome)));
    }

    /// Stops answering, in the middle where it must be, and lets others be the one.
    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
                for (Lines lines : asking) {
                    lines.close();
                }
                Files.deleteIfExists(socket);
            }
            lock.truncate(0);
            lock.close();
        } catch (IOException failed) {
            LOG.log(Level.FINE, "closing", failed);
        }
    }
}
