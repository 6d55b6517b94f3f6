package io.watchdeck.aws;

import java.util.function.UnaryOperator;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// Sends by another client what notes when it begins to leave.
///
/// @param noted in the thread that makes the request
record NotingHttp(SdkHttpClient http, UnaryOperator<HttpExecuteRequest> noted) implements SdkHttpClient {

    /// The same request, which tells when its body is read to be sent: the connection stands by then. A request without a
    /// body tells nothing.
    static HttpExecuteRequest telling(HttpExecuteRequest request, Runnable begins) {
        if (request.contentStreamProvider().isEmpty()) {
            return request;
        }
        ContentStreamProvider body = request.contentStreamProvider().get();
        var telling = HttpExecuteRequest.builder().request(request.httpRequest()).contentStreamProvider(() -> {
            begins.run();
            return body.newStream();
        });
        request.metricCollector().ifPresent(telling::metricCollector);
        return telling.build();
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return http.prepareRequest(noted.apply(request));
    }

    @Override
    public String clientName() {
        return http.clientName();
    }

    @Override
    public void close() {
        http.close();
    }
}
