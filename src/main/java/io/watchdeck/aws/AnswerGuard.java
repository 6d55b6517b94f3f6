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
import software.amazon.awssdk.services.sqs.model.PurgeQueueRequest;

/// Turns away a page that says "OK" but is not an answer of AWS, such as the sign-in page of a hotel's network, and an answer
/// that was cut off before its body. The SDK reads an empty or well-formed page as an answer in which everything is
/// missing, which would show as "no alarms".
/// JSON that is called a page, as emulators send it, is an answer. So is nothing at all where AWS documents it:
/// `PurgeQueue` is answered "with an empty HTTP body".
final class AnswerGuard implements ExecutionInterceptor {

    private static final int PEEK = 64;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(Context.ModifyHttpResponse context,
            ExecutionAttributes attributes) {
        return context.httpResponse().isSuccessful() ? context.responseBody().map(body -> answer(context, body))
                : context.responseBody();
    }

    private static InputStream answer(Context.ModifyHttpResponse context, InputStream body) {
        try {
            byte[] start = body.readNBytes(PEEK);
            boolean page = context.httpResponse().firstMatchingHeader("Content-Type")
                    .filter(type -> type.toLowerCase(Locale.ROOT).contains("html")).isPresent();
            String fault = start.length == 0 && !maySayNothing(context) ? "the answer is empty"
                    : page && !new String(start, StandardCharsets.UTF_8).stripLeading().startsWith("{")
                            ? "the answer is a web page"
                    : "";
            if (!fault.isEmpty()) {
                body.close();
                throw SdkClientException.create("unable to unmarshall: " + fault);
            }
            return new SequenceInputStream(new ByteArrayInputStream(start), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean maySayNothing(Context.AfterTransmission context) {
        return context.request() instanceof PurgeQueueRequest
                && context.httpResponse().firstMatchingHeader("x-amzn-RequestId").isPresent();
    }

    /// What has no body at all does not come by above.
    @Override
    public void beforeUnmarshalling(Context.BeforeUnmarshalling context, ExecutionAttributes attributes) {
        boolean none = context.responseBody().isEmpty() && !maySayNothing(context);
        if (context.httpResponse().isSuccessful() && none) {
            throw SdkClientException.create("unable to unmarshall: the answer is empty");
        }
    }
}
