package io.watchdeck.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that speaks AWS's protocols on the loopback interface and answers as the test says, faults included.
/// Records every request.
final class LoopbackAws implements AutoCloseable {

    /// @param operation such as `DescribeServices`
    /// @param path      of the address, in which REST protocols name the thing
    /// @param body      JSON, or a form for the query protocol
    /// @param query     of the address, empty without one
    record Request(String operation, String path, String query, String body, String authorization) {

        /// A parameter of the query protocol.
        String parameter(String name) {
            for (String pair : body.split("&")) {
                if (pair.startsWith(name + "=")) {
                    return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            return "";
        }

        /// The numbers of the queries of a `GetMetricData` call, from `MetricDataQueries.member.N.Id`.
        List<String> metricIds() {
            return Pattern.compile("MetricDataQueries\\.member\\.\\d+\\.Id=([^&]+)").matcher(body).results()
                    .map(found -> found.group(1)).toList();
        }
    }

    @FunctionalInterface
    interface Answer {
        void send(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Request, Answer>> script = new ConcurrentHashMap<>();
    private volatile Function<Request, Optional<Answer>> trouble = _ -> Optional.empty();

    LoopbackAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(executor);
        server.createContext("/", this::handle);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    String host() {
        return endpoint().getAuthority();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<Request> requests(String operation) {
        return requests.stream().filter(request -> request.operation().equals(operation)).toList();
    }

    /// Answers in this order; the last one for ever.
    LoopbackAws on(String operation, Answer... answers) {
        var next = new AtomicInteger();
        return serve(operation, _ -> answers[Math.min(next.getAndIncrement(), answers.length - 1)]);
    }

    LoopbackAws serve(String operation, Function<Request, Answer> answer) {
        script.put(operation, answer);
        return this;
    }

    /// From now on some requests get another answer than the script's; those for which there is none get the script's.
    LoopbackAws trouble(Function<Request, Optional<Answer>> instead) {
        trouble = instead;
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var request = new Request(operation(exchange, body), exchange.getRequestURI().getPath(),
                    Objects.requireNonNullElse(exchange.getRequestURI().getQuery(), ""), body,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            requests.add(request);
            trouble.apply(request).orElseGet(() -> script
                    .getOrDefault(request.operation(), _ -> status(500, "text/html", "<html>not implemented</html>"))
                    .apply(request)).send(exchange);
        }
    }

    private static String operation(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        Matcher action = Pattern.compile("(?:^|&)Action=([A-Za-z]+)").matcher(body);
        return action.find() ? action.group(1) : restOperation(exchange.getRequestURI().getPath());
    }

    /// The operations of Batch, Pipes and SSO are known by the address.
    private static String restOperation(String path) {
        return switch (path) {
            case "/v1/describejobqueues" -> "DescribeJobQueues";
            case "/v1/listjobs" -> "ListJobs";
            case "/v1/describejobs" -> "DescribeJobs";
            case "/v1/submitjob" -> "SubmitJob";
            case "/v1/pipes" -> "ListPipes";
            case "/federation/credentials" -> "GetRoleCredentials";
            case "/token" -> "CreateToken";
            case "/client/register" -> "RegisterClient";
            case "/device_authorization" -> "StartDeviceAuthorization";
            default -> path.startsWith("/v1/pipes/") ? "DescribePipe" : "";
        };
    }

    static Answer status(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("x-amzn-RequestId", "11111111-2222-3333-4444-555555555555");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    static Answer json(String body) {
        return status(200, "application/x-amz-json-1.1", body);
    }

    /// An error of the JSON protocols.
    static Answer jsonError(int status, String code, String message) {
        return status(status, "application/x-amz-json-1.1",
                "{\"__type\":\"com.amazonaws.service#" + code + "\",\"message\":\"" + message + "\"}");
    }

    /// An error of the REST-JSON protocol, whose code is in a header.
    static Answer restError(int status, String code, String message) {
        return exchange -> {
            exchange.getResponseHeaders().set("x-amzn-ErrorType", code + ":http://internal.amazon.com/coral/" + code);
            status(status, "application/json", "{\"message\":\"" + message + "\"}").send(exchange);
        };
    }

    /// An answer of the query protocol.
    static Answer xml(String operation, String result) {
        return status(200, "text/xml", "<" + operation + "Response xmlns=\"http://aws.example/doc/\"><" + operation
                + "Result>" + result + "</" + operation + "Result><ResponseMetadata><RequestId>1</RequestId>"
                + "</ResponseMetadata></" + operation + "Response>");
    }

    static Answer xmlError(int status, String code, String message) {
        return status(status, "text/xml", "<ErrorResponse xmlns=\"http://aws.example/doc/\"><Error><Type>Sender</Type>"
                + "<Code>" + code + "</Code><Message>" + message + "</Message></Error><RequestId>1</RequestId>"
                + "</ErrorResponse>");
    }

    static Answer html(int status) {
        return status(status, "text/html", "<html><body><h1>Welcome to the network</h1></body></html>");
    }

    /// Promises more than it sends.
    static Answer truncated(String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(200, bytes.length + 100L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    /// Closes the connection without a word.
    static Answer broken() {
        return HttpExchange::close;
    }

    /// Never answers.
    Answer hanging() {
        return _ -> untilClosed(Long.MAX_VALUE);
    }

    /// A byte now and then, so that no single read takes long.
    Answer trickling(long millis) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, 1_000_000);
            while (!untilClosed(millis)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        };
    }

    private boolean untilClosed(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        executor.shutdownNow();
    }
}
