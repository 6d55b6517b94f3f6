package io.watchdeck;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Something that listens on the loopback address and is not AWS: it answers with a web page, with half an answer, or
/// never. Counts the requests that wait for an answer at the same time, by Region and operation.
final class OddServer implements AutoCloseable {

    enum Manner { WEB_PAGE, HALF_AN_ANSWER, SILENCE }

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final Pattern TARGET = Pattern.compile("(?im)^x-amz-target: *(\\S+)");
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/]+/\\d+/([^/]+)/([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("Action=(\\w+)");

    private final ServerSocket listening;
    private final Manner manner;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> waiting = new ConcurrentHashMap<>();
    private final Map<String, Integer> most = new ConcurrentHashMap<>();

    OddServer(Manner manner) {
        this.manner = manner;
        try {
            listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        // Threads of the system: what is measured here must not depend on how the console's threads are scheduled.
        Thread.ofPlatform().daemon().start(this::accept);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /// How many requests of each Region and operation waited at the same time, at most.
    Map<String, Integer> mostAtATime() {
        return Map.copyOf(most);
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                open.add(socket);
                Thread.ofPlatform().daemon().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String request = request(socket.getInputStream());
            String name = name(request);
            OutputStream out = socket.getOutputStream();
            switch (manner) {
                case WEB_PAGE -> {
                    String page = "<!DOCTYPE html><html><body>Welcome to the router</body></html>";
                    out.write(("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length()
                            + "\r\nConnection: close\r\n\r\n" + page).getBytes(StandardCharsets.UTF_8));
                }
                case HALF_AN_ANSWER -> out.write(("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n"
                        + "Content-Length: 5000\r\n\r\n{\"services\":[{\"serv").getBytes(StandardCharsets.UTF_8));
                case SILENCE -> {
                    most.merge(name, waiting.merge(name, 1, Integer::sum), Math::max);
                    int end = socket.getInputStream().read();
                    waiting.merge(name, -1, Integer::sum);
                    if (end >= 0) {
                        throw new IllegalStateException("the client went on talking");
                    }
                }
            }
            out.flush();
        } catch (IOException gone) {
            open.remove(socket);
        }
    }

    private static String request(InputStream in) throws IOException {
        var text = new StringBuilder();
        int length = 0;
        int head = -1;
        while (head < 0 || text.length() < head + length) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            text.append((char) next);
            if (head < 0 && text.length() >= 4 && text.substring(text.length() - 4).equals("\r\n\r\n")) {
                head = text.length();
                Matcher matcher = LENGTH.matcher(text);
                length = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
            }
        }
        return text.toString();
    }

    private static String name(String request) {
        Matcher scope = SCOPE.matcher(request);
        String where = scope.find() ? scope.group(1) + " " + scope.group(2) : "unsigned";
        Matcher target = TARGET.matcher(request);
        if (target.find()) {
            return where + " " + target.group(1);
        }
        Matcher action = ACTION.matcher(request);
        return where + " " + (action.find() ? action.group(1) : "?");
    }
}
