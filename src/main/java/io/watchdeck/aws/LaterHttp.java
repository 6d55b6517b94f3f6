package io.watchdeck.aws;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.utils.Lazy;

/// A client that is made with its first request: what a JDK makes for it to encrypt with takes a fiftieth of a second, in
/// which a window opens.
record LaterHttp(Lazy<SdkHttpClient> http) implements SdkHttpClient {

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return http.getValue().prepareRequest(request);
    }

    @Override
    public String clientName() {
        return "UrlConnection";
    }

    @Override
    public void close() {
        if (http.hasValue()) {
            http.getValue().close();
        }
    }
}
