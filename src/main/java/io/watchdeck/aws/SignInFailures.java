package io.watchdeck.aws;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Region;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.PartitionMetadata;

/// What the exceptions of a sign-in mean.
final class SignInFailures {

    /// What Identity Center says to a code that was asked for.
    enum Answer {
        PENDING, SLOW_DOWN, EXPIRED, DENIED,
        /// No answer came, or the service had a fault of its own: the next may.
        LOST, OTHER
    }

    private SignInFailures() {}

    /// Where the requests of a sign-in go: `.com.cn` in the Regions of China.
    ///
    /// @param service as its host begins, such as `oidc`
    static String host(String service, Region region) {
        return service + "." + region.code() + "." + suffix(region);
    }

    /// How the hosts of AWS end in the partition of a Region.
    static String suffix(Region region) {
        return PartitionMetadata.of(software.amazon.awssdk.regions.Region.of(region.code())).dnsSuffix();
    }

    /// @param host of AWS itself
    static AwsFailures.Context context(String action, String profile, String subject, String host, AwsSettings settings,
            Instant now) {
        return new AwsFailures.Context(action, subject, "", profile, settings.endpoint().map(uri -> uri.getAuthority())
                .orElse(host), now, settings.timeouts());
    }

    static Answer answer(RuntimeException error) {
        Optional<AwsServiceException> answered = AwsFailures.find(error, AwsServiceException.class);
        if (answered.isEmpty()) {
            return AwsFailures.find(error, CapReached.class).isPresent() ? Answer.OTHER : Answer.LOST;
        }
        return switch (AwsDetails.code(answered.get()).orElse("")) {
            case "AuthorizationPendingException" -> Answer.PENDING;
            case "SlowDownException" -> Answer.SLOW_DOWN;
            case "ExpiredTokenException" -> Answer.EXPIRED;
            case "AccessDeniedException" -> Answer.DENIED;
            default -> AwsFailures.isThrottled(error) ? Answer.SLOW_DOWN
                    : answered.get().statusCode() >= 500 ? Answer.LOST : Answer.OTHER;
        };
    }

    /// Why it could not be begun, or ended otherwise than by a word on the code.
    static Phrase of(RuntimeException error, AwsFailures.Context context) {
        Optional<String> code = AwsFailures.find(error, AwsServiceException.class).filter(one -> one.statusCode() < 500)
                .flatMap(AwsDetails::code);
        return code.isPresent() && !AwsFailures.isThrottled(error) ? Phrase.of("signIn.refused", code.get())
                : AwsFailures.of(error, context).sentence();
    }

    /// Why a role was not assumed with a code.
    static Phrase ofCode(RuntimeException error, AwsFailures.Context context) {
        Optional<AwsServiceException> answered = AwsFailures.find(error, AwsServiceException.class);
        String said = answered.map(AwsDetails::message).orElse("").toLowerCase(Locale.ROOT);
        // A role that may not be assumed is refused with its ARN, which may hold the word too.
        if (said.contains("multifactorauthentication failed") || said.contains("one time pass code")) {
            return Phrase.of("signIn.code.wrong");
        }
        if (said.contains("durationseconds")) {
            return Phrase.of("signIn.code.tooLong");
        }
        Failure failure = AwsFailures.of(error, context);
        return failure.sentence();
    }
}
