package io.watchdeck.aws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A server of bare sockets, which sees what really arrives, also what an HTTP server would hide, and treats connections
/// worse than one could. Connections stay open after an answer.
final class RecordingServer implements AutoCloseable {

    /// What becomes of a connection once a whole request has arrived on it.
    @FunctionalInterface
    interface Reaction {
        /// @return whether the connection stays open for the next request
        boolean to(Socket connection) throws IOException;
    }

    /// @param connection its number, from 1
    /// @param line       such as `POST / HTTP/1.1`
    record Arrived(int connection, String line, String target, String body) {}

    private final ServerSocket server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<Arrived> arrived = new CopyOnWriteArrayList<>();
    private final List<Reaction> reactions;

    /// @param reactions to the requests in their order; the last one for ever
    RecordingServer(Reaction... reactions) {
        this.reactions = List.of(reactions);
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /// Whole requests, in the order in which they arrived.
    List<Arrived> arrived() {
        return List.copyOf(arrived);
    }

    int connections() {
        return connections.size();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                int number = connections.size();
                threads.execute(() -> serve(connection, number));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket connection, int number) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream());
            boolean open = true;
            for (String line = line(in); open && !line.isEmpty(); line = open ? line(in) : "") {
                Arrived request = request(in, line, number);
                Reaction reaction;
                synchronized (this) {
                    reaction = reactions.get(Math.min(arrived.size(), reactions.size() - 1));
                    arrived.add(request);
                }
                open = reaction.to(connection);
            }
        } catch (IOException broken) {
            // By the client, or because the test is over: what did not arrive in whole is not recorded.
        }
    }

    private static Arrived request(InputStream in, String line, int connection) throws IOException {
        int length = 0;
        String target = "";
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            String value = header.substring(header.indexOf(':') + 1).strip();
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            } else if (name.equals("x-amz-target")) {
                target = value.substring(value.indexOf('.') + 1);
            }
        }
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new IOException("cut off");
        }
        return new Arrived(connection, line, target, new String(body, StandardCharsets.UTF_8));
    }

    /// Empty at the end of the connection too.
    private static String line(InputStream in) throws IOException {
        var text = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            if (next != '\r') {
                text.append((char) next);
            }
        }
        return text.toString();
    }

    static Reaction answers(int status, String type, String body) {
        return connection -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + status + " Said\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + bytes.length + "\r\nConnection: keep-alive\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().write(bytes);
            connection.getOutputStream().flush();
            return true;
        };
    }

    /// Says nothing and closes in good order.
    static Reaction closes() {
        return _ -> false;
    }

    /// Says nothing and breaks the connection.
    static Reaction resets() {
        return connection -> {
            connection.setSoLinger(true, 0);
            return false;
        };
    }

    /// Says nothing and does not close.
    static Reaction hangs() {
        return connection -> {
            connection.getInputStream().read();
            return false;
        };
    }

    /// Begins an answer and closes.
    static Reaction cutsOff(String begin) {
        return connection -> {
            connection.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
            connection.getOutputStream().flush();
            return false;
        };
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
