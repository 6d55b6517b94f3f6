package io.watchdeck.instance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/// A connection as lines of UTF-8. Reading never waits for ever, which the socket's own reading would. Used by one thread;
/// another may close it, which ends the waiting of the first with an [IOException] or
/// [java.nio.channels.ClosedSelectorException].
final class Lines implements AutoCloseable {

    private static final int BUFFER = 1 << 16;
    private static final Duration LOOKED_AGAIN = Duration.ofSeconds(10);

    private final SocketChannel channel;
    private final Selector selector;
    private final SelectionKey key;
    private final int longest;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).flip();

    /// What came of waiting for a line.
    sealed interface Heard {}

    record Line(String text) implements Heard {}

    /// The other side closed the connection; what it had begun of a line is lost.
    record Closed() implements Heard {}

    /// Nothing came for as long as was waited.
    record Silence() implements Heard {}

    record TooLong() implements Heard {}

    private Lines(SocketChannel channel, Selector selector, int longest) throws IOException {
        this.channel = channel;
        this.selector = selector;
        this.longest = longest;
        key = channel.register(selector, 0);
    }

    /// @param channel connected; closed with this
    /// @param longest line in bytes that is taken
    static Lines of(SocketChannel channel, int longest) throws IOException {
        channel.configureBlocking(false);
        return new Lines(channel, channel.provider().openSelector(), longest);
    }

    /// Connects without waiting, which the socket's own connecting would where as many already wait as the system lets.
    static Lines to(Path socket, int longest, Duration patience) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.configureBlocking(false);
            boolean connected = channel.connect(UnixDomainSocketAddress.of(socket));
            Lines lines = of(channel, longest);
            if (!connected && !(lines.await(SelectionKey.OP_CONNECT, patience) && channel.finishConnect())) {
                lines.close();
                throw new SocketTimeoutException(socket.toString());
            }
            return lines;
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    /// @param patience how long nothing may come
    Heard read(Duration patience) throws IOException {
        var line = new ByteArrayOutputStream();
        while (true) {
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                if (next == '\n') {
                    return new Line(line.toString(StandardCharsets.UTF_8));
                }
                if (line.size() == longest) {
                    return new TooLong();
                }
                line.write(next);
            }
            if (!await(SelectionKey.OP_READ, patience)) {
                return new Silence();
            }
            buffer.clear();
            int count = channel.read(buffer);
            buffer.flip();
            if (count < 0) {
                return new Closed();
            }
        }
    }

    /// Waits as long as the other side does not read.
    void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE, LOOKED_AGAIN);
            }
        }
    }

    private boolean await(int what, Duration patience) throws IOException {
        key.interestOps(what);
        int ready = selector.select(Math.max(1, patience.toMillis()));
        selector.selectedKeys().clear();
        return ready > 0;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        selector.close();
    }
}
