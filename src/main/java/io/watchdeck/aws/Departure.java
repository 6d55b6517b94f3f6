package io.watchdeck.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/// Whether the one request of a change has begun to leave: its body was read to be sent. Before that no service can act
/// on it, whatever went wrong. Belongs to the thread that makes the request, in which the SDK sends it.
final class Departure {

    private static final ScopedValue<Departure> BOUND = ScopedValue.newInstance();
    private static final String LENGTH = "Content-Length";

    private boolean begun;

    <T> T of(Supplier<T> request) {
        return ScopedValue.where(BOUND, this).call(request::get);
    }

    boolean hasBegun() {
        return begun;
    }

    /// Sends by another client, and notes the departures of changes.
    static SdkHttpClient noting(SdkHttpClient http) {
        return new NotingHttp(http, request -> BOUND.isBound() ? noted(request, BOUND.get()) : request);
    }

    /// The JDK's connection keeps a body whose length it was not told in advance, and sends it once more by itself when a
    /// connection that was kept open breaks: a change without a length is not sent at all.
    private static HttpExecuteRequest noted(HttpExecuteRequest request, Departure departure) {
        if (request.contentStreamProvider().isEmpty()
                || request.httpRequest().firstMatchingHeader(LENGTH).isEmpty()) {
            throw SdkClientException.create("a change without a length might be sent twice");
        }
        return NotingHttp.telling(request, () -> departure.begun = true);
    }
}
