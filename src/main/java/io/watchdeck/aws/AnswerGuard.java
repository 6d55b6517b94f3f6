package io.watchdeck.aws;

import java.util.Locale;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;

/// Turns away a page that says "OK" but is not an answer of AWS, such as the sign-in page of a hotel's network. The SDK
/// reads an empty or well-formed page as an answer in which everything is missing, which would show as "no alarms".
final class AnswerGuard implements ExecutionInterceptor {

    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        SdkHttpResponse answer = context.httpResponse();
        boolean page = answer.firstMatchingHeader("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html")).isPresent();
        boolean empty = answer.firstMatchingHeader("Content-Length").filter("0"::equals).isPresent();
        if (answer.isSuccessful() && (page || empty)) {
            throw SdkClientException.create("unable to unmarshall: the answer is " + (page ? "a web page" : "empty"));
        }
    }
}
