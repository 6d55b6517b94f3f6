package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// The cause of a failure in AWS's or the SDK's words, fit for a log: one line, bounded, without anything that looks
/// like a credential. SDK messages can hold such: a signature that does not match is answered with the signed headers,
/// session token included, an unknown profile with the properties of the configuration, and a `credential_process` that
/// failed with what it has said.
final class AwsDetails {

    private static final int LONGEST = 300;
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}\\b");
    /// What the SDK says about itself: how often it tried, and the classes of exceptions.
    private static final Pattern PROGRAM =
            Pattern.compile(" ?\\(SDK Attempt Count: \\d+\\)|\\b(?:[a-z]+\\.)+[A-Z]\\w*: ?");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9+/=]{40,}|[A-Za-z0-9_-]{60,}");

    private AwsDetails() {}

    static String of(Throwable error) {
        var text = new StringBuilder();
        Throwable last = null;
        int depth = 0;
        for (Throwable each = error; each != null && depth < 6; each = each.getCause(), depth++) {
            if (each instanceof AwsServiceException answer) {
                return shortened(text.append(ofAnswer(answer)).toString());
            }
            if (each instanceof RoleCredentials.Refused) {
                text.append("AssumeRole: ");
            }
            last = each;
        }
        Throwable top = error instanceof RoleCredentials.Refused && error.getCause() != null ? error.getCause() : error;
        text.append(words(top));
        if (last != null && last != top && !text.toString().contains(words(last))) {
            text.append(" (").append(words(last)).append(')');
        }
        return shortened(text.toString());
    }

    /// Its message, or where it has none its kind in words: `SocketTimeoutException` says "socket timeout".
    private static String words(Throwable error) {
        String message = clean(error.getMessage());
        return message.isEmpty() ? error.getClass().getSimpleName().replaceAll("(Exception|Error)$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT) : message;
    }

    private static String ofAnswer(AwsServiceException answer) {
        return code(answer).orElse("no error code") + ", HTTP " + answer.statusCode() + ": " + clean(message(answer));
    }

    /// Adds by which id AWS knows the request. Only of what is sent once: of what is read again and again each try has another,
    /// and the failure is the same.
    static Failure withRequest(Failure failure, RuntimeException error) {
        return AwsFailures.find(error, AwsServiceException.class).map(AwsServiceException::requestId)
                .filter(id -> !id.isBlank())
                .map(id -> failure.withDetail(failure.detail() + " (request id " + id + ")")).orElse(failure);
    }

    static Optional<String> code(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails()).map(AwsErrorDetails::errorCode)
                .filter(code -> !code.isBlank());
    }

    /// The id of the service that answered, such as `SSO OIDC`, or empty.
    static String service(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails()).map(AwsErrorDetails::serviceName).orElse("")
                .toUpperCase(Locale.ROOT);
    }

    static String message(AwsServiceException error) {
        return Optional.ofNullable(error.awsErrorDetails()).map(AwsErrorDetails::errorMessage).orElse("");
    }

    private static String clean(@Nullable String message) {
        if (message == null) {
            return "";
        }
        String line = message.split(
                "\\R|The Canonical String|: ProfileFile\\(|ProfileFile\\(| with error message: |Unrecognized token",
                2)[0].strip();
        String plain = PROGRAM.matcher(line).replaceAll("");
        String keyless = ACCESS_KEY.matcher(plain).replaceAll("…");
        return SECRET.matcher(keyless).replaceAll("…");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
