package io.watchdeck.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;

/// Turns away a page that says "OK" but is not an answer of AWS, such as the sign-in page of a hotel's network. The SDK
/// reads an empty or well-formed page as an answer in which everything is missing, which would show as "no alarms".
/// JSON that is called a page, as emulators send it, is an answer. So is nothing at all where AWS documents it:
/// `PurgeQueue` is answered "with an empty HTTP body".
final class AnswerGuard implements ExecutionInterceptor {

    private static final int PEEK = 64;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
            ExecutionAttributes attributes) {
        SdkHttpResponse answer = context.httpResponse();
        boolean page = answer.firstMatchingHeader("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).contains("html")).isPresent();
        return answer.isSuccessful() && page ? context.responseBody().map(AnswerGuard::json) : context.responseBody();
    }

    private static InputStream json(InputStream body) {
        try {
            byte[] start = body.readNBytes(PEEK);
            if (!new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("{")) {
                body.close();
                throw SdkClientException.create("unable to unmarshall: the answer is a web page");
            }
            return new SequenceInputStream(new ByteArrayInputStream(start), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        SdkHttpResponse answer = context.httpResponse();
        boolean empty = answer.firstMatchingHeader("Content-Length").filter("0"::equals).isPresent();
        boolean ofAws = context.request() instanceof PurgeQueueRequest
                && answer.firstMatchingHeader("x-amzn-RequestId").isPresent();
        if (answer.isSuccessful() && empty && !ofAws) {
            throw SdkClientException.create("unable to unmarshall: the answer is empty");
        }
    }
}
