package io.watchdeck.aws;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/// The cause of a failure in AWS's or the SDK's words, fit for a log: one line, bounded, without anything that looks
/// like a credential. SDK messages can hold such: a signature that does not match is answered with the signed headers,
/// session token included, and an unknown profile with the properties of the configuration.
final class AwsDetails {

    private static final int LONGEST = 300;
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{8,}\\b");
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
        text.append(top.getClass().getSimpleName()).append(": ").append(clean(top.getMessage()));
        if (last != null && last != top) {
            text.append(" (").append(last.getClass().getSimpleName()).append(": ").append(clean(last.getMessage()))
                    .append(')');
        }
        return shortened(text.toString());
    }

    private static String ofAnswer(AwsServiceException answer) {
        return code(answer).orElse("no error code") + ", HTTP " + answer.statusCode() + ": " + clean(message(answer));
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
        String line = message.split("\\R|The Canonical String|: ProfileFile\\(|ProfileFile\\(", 2)[0].strip();
        String keyless = ACCESS_KEY.matcher(line).replaceAll("…");
        return SECRET.matcher(keyless).replaceAll("…");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
