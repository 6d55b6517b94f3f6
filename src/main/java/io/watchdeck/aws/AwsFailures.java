package io.watchdeck.aws;

import io.watchdeck.aws.AwsSettings.Timeouts;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.HttpRetryException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/// What the SDK's exceptions mean, decided by AWS's error code and only without one by the HTTP status: the classes of
/// the exceptions change between SDK versions, the codes do not.
final class AwsFailures {

    /// What was asked when the call failed.
    ///
    /// @param action  such as `ecs:DescribeServices`
    /// @param subject such as `cluster tiketi-prod`
    /// @param region  where it was looked for
    /// @param profile as the person knows it
    /// @param host    where the request went
    /// @param retryAt when the next try is due after AWS asked to slow down
    /// @param patience how long an answer is waited for
    record Context(String action, String subject, String region, String profile, String host, Instant retryAt,
            Timeouts patience) {}

    private static final Set<String> THROTTLED = Set.of("Throttling", "ThrottlingException", "ThrottledException",
            "RequestLimitExceeded", "RequestThrottled", "RequestThrottledException", "SlowDown",
            "TooManyRequestsException", "BandwidthLimitExceeded", "ProvisionedThroughputExceededException",
            "EC2ThrottledException", "LimitExceededException");
    private static final Set<String> EXPIRED = Set.of("ExpiredTokenException", "ExpiredToken",
            "UnrecognizedClientException", "InvalidClientTokenId", "InvalidSignatureException",
            "SignatureDoesNotMatch", "AuthFailure", "InvalidAccessKeyId", "IncompleteSignature",
            "IncompleteSignatureException", "MissingAuthenticationToken", "MissingAuthenticationTokenException",
            "UnauthorizedException", "InvalidGrantException");
    private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture");
    private static final Set<String> DENIED = Set.of("AccessDeniedException", "AccessDenied", "UnauthorizedOperation",
            "AuthorizationError", "AuthorizationErrorException", "NotAuthorized", "OptInRequired",
            "SubscriptionRequiredException", "KMS.AccessDeniedException", "KmsAccessDenied");
    private static final Set<String> NOT_FOUND = Set.of("ClusterNotFoundException", "ServiceNotFoundException",
            "QueueDoesNotExist", "QueueDoesNotExistException", "AWS.SimpleQueueService.NonExistentQueue",
            "ResourceNotFound", "ResourceNotFoundException", "NoSuchEntity", "DBInstanceNotFound",
            "DBInstanceNotFoundFault", "DBClusterNotFoundFault", "DBParameterGroupNotFound",
            "DBClusterParameterGroupNotFound", "TargetGroupNotFound",
            "NotFoundException", "PipelineNotFoundException", "ServiceDeploymentNotFoundException",
            "ObjectNotFoundException");
    /// Of SQS, with HTTP 403: rights are not what is missing.
    private static final Set<String> BUSY = Set.of("PurgeQueueInProgress",
            "AWS.SimpleQueueService.PurgeQueueInProgress", "OverLimit");

    /// "User: … is not authorized to perform: sqs:GetQueueUrl on resource: …"
    private static final Pattern PERFORM = Pattern.compile("not authorized to perform: ([a-z0-9-]+:[A-Za-z0-9]+)");

    private AwsFailures() {}

    static Failure of(RuntimeException error, Context context) {
        Failure failure = kindOf(error, context).withDetail(AwsDetails.of(error));
        return failure.action().isPresent() ? failure : failure.withAction(context.action);
    }

    private static Failure kindOf(RuntimeException error, Context context) {
        if (find(error, CapReached.class).isPresent()) {
            return Failure.capped(context.action);
        }
        if (find(error, MfaWanted.class).isPresent()) {
            return failure(Kind.EXPIRED, "failure.aws.mfa", context.profile);
        }
        Optional<NoSource> missing = find(error, NoSource.class);
        if (missing.isPresent()) {
            return failure(Kind.EXPIRED, "failure.aws.noSource", missing.get().profile(), missing.get().source());
        }
        Optional<AwsServiceException> answered = find(error, AwsServiceException.class);
        return answered.isPresent() ? ofAnswer(answered.get(), context) : withoutAnswer(error, context);
    }

    private static Failure ofAnswer(AwsServiceException error, Context context) {
        String code = code(error);
        int status = error.statusCode();
        if (isThrottled(error)) {
            return Failure.throttled(context.action).withRetryAt(context.retryAt);
        }
        if (isSignedOut(error)) {
            return signedOut(error, context);
        }
        if (isClock(error)) {
            return failure(Kind.EXPIRED, "failure.aws.clock");
        }
        if (EXPIRED.contains(code)) {
            return Failure.expired(context.profile);
        }
        if (NOT_FOUND.contains(code)) {
            return Failure.notFound(context.subject, context.region);
        }
        if (DENIED.contains(code) || status == 403 && !BUSY.contains(code)) {
            return Failure.denied(deniedAction(error).orElse(context.action));
        }
        if (status == 407) {
            return failure(Kind.UNREACHABLE, "failure.aws.proxy", context.host);
        }
        if (code.isEmpty()) {
            return status == 0 ? failure(Kind.UNREACHABLE, "failure.aws.notAws", context.host, context.action)
                    : failure(Kind.UNREACHABLE, "failure.aws.notAwsStatus", context.host, context.action,
                            Integer.toString(status));
        }
        return failure(Kind.UNEXPECTED, status >= 500 ? "failure.aws.internal" : "failure.aws.refused",
                context.action);
    }

    private static Failure withoutAnswer(RuntimeException error, Context context) {
        String text = texts(error);
        if (isSignedOut(error)) {
            return signedOut(error, context);
        }
        if (text.contains("process-based credentials")) {
            return failure(Kind.EXPIRED, "failure.aws.process", context.profile);
        }
        if (text.contains("unable to load credentials") || text.contains("unable to load profile")
                || text.contains("unable to resolve credentials")) {
            return Failure.expired(context.profile);
        }
        if (text.contains("contained no credentials for profile")) {
            return failure(Kind.EXPIRED, "failure.aws.noProfile", context.profile);
        }
        if (find(error, HttpRetryException.class).isPresent() || text.contains("tunnel through proxy")) {
            return failure(Kind.UNREACHABLE, "failure.aws.proxy", context.host);
        }
        Optional<LaterTrust.Unreadable> authorities = find(error, LaterTrust.Unreadable.class);
        if (authorities.isPresent()) {
            return failure(Kind.UNREACHABLE, "failure.aws.authorities", authorities.get().file());
        }
        if (find(error, SSLException.class).isPresent() && text.contains("certif")) {
            return failure(Kind.UNREACHABLE, "failure.aws.certificate", context.host);
        }
        Optional<Duration> waited = waited(error, context.patience);
        if (waited.isPresent()) {
            return failure(Kind.UNREACHABLE, "failure.aws.tooLate", context.host, context.action, waited.get());
        }
        if (isNoConnection(error)) {
            return failure(Kind.UNREACHABLE, "failure.aws.noAnswer", context.host, context.action);
        }
        if (isUnreadable(error, text)) {
            return failure(Kind.UNREACHABLE, isCutOff(error, text) ? "failure.aws.cutOff" : "failure.aws.notAws",
                    context.host, context.action);
        }
        return Failure.unexpected("");
    }

    private static Failure signedOut(RuntimeException error, Context context) {
        return failure(Kind.EXPIRED, "failure.aws.sso",
                find(error, SignedOut.class).map(SignedOut::profile).orElse(context.profile));
    }

    /// AWS asked to slow down.
    static boolean isThrottled(RuntimeException error) {
        return find(error, AwsServiceException.class)
                .filter(answer -> THROTTLED.contains(code(answer)) || answer.statusCode() == 429)
                .isPresent();
    }

    /// This computer's clock differs from AWS's by more than a signature may be old.
    static boolean isClock(RuntimeException error) {
        return find(error, AwsServiceException.class).filter(answer -> CLOCK.contains(code(answer))
                || EXPIRED.contains(code(answer)) && speaksOfTime(answer)).isPresent();
    }

    /// The connection broke before an answer, as one that was kept open too long does: worth one more try.
    static boolean isBrokenConnection(RuntimeException error) {
        boolean timedOut = find(error, InterruptedIOException.class).isPresent()
                || find(error, ConnectException.class).isPresent() || isTimeout(error);
        return !timedOut && (find(error, SocketException.class)
                .filter(broken -> !(broken instanceof NoRouteToHostException)).isPresent()
                || texts(error).contains("unexpected end of file from server"));
    }

    /// AWS answered that it did not do what was asked, or a proxy that it did not pass it on. An answer without a code of
    /// AWS is nobody's word.
    static boolean isNo(RuntimeException error) {
        boolean proxy = find(error, HttpRetryException.class).filter(asked -> asked.responseCode() == 407).isPresent();
        return proxy || find(error, AwsServiceException.class).filter(answer -> {
            int status = answer.statusCode();
            return status == 407 || status >= 400 && status < 500 && status != 408 && !code(answer).isEmpty();
        }).isPresent();
    }

    /// The service did not take this request, but may take another: HTTP 400 or 500 without a word on credentials,
    /// rights or rate.
    static boolean isRefusal(RuntimeException error) {
        return find(error, AwsServiceException.class).filter(answer -> {
            String code = code(answer);
            return (answer.statusCode() == 400 || answer.statusCode() == 500) && !THROTTLED.contains(code)
                    && !CLOCK.contains(code) && !EXPIRED.contains(code) && !DENIED.contains(code)
                    && !NOT_FOUND.contains(code);
        }).isPresent();
    }

    /// There is no SSO sign-in, or it has ended and cannot be renewed.
    static boolean isSignedOut(RuntimeException error) {
        Optional<AwsServiceException> answer = find(error, AwsServiceException.class);
        String text = texts(error);
        return answer.map(refused -> AwsDetails.service(refused).startsWith("SSO") && !isThrottled(error)
                && refused.statusCode() < 500).orElseGet(() -> text.contains("sso token")
                        || text.contains("sso session") || text.contains("aws sso login")
                        || text.contains("token is expired"));
    }

    /// The service says that the fault is its own.
    static boolean isBroken(RuntimeException error) {
        return find(error, AwsServiceException.class).filter(answer -> answer.statusCode() >= 500).isPresent();
    }

    static boolean isInterruption(RuntimeException error) {
        return find(error, AbortedException.class).isPresent() && !isTimeout(error)
                || find(error, InterruptedException.class).isPresent();
    }

    private static boolean isTimeout(RuntimeException error) {
        return find(error, ApiCallTimeoutException.class).isPresent()
                || find(error, ApiCallAttemptTimeoutException.class).isPresent();
    }

    /// How long an answer was waited for that did not come in time; empty where not even the connection came about.
    private static Optional<Duration> waited(RuntimeException error, Timeouts patience) {
        if (isTimeout(error)) {
            return Optional.of(patience.call());
        }
        return find(error, SocketTimeoutException.class).filter(_ -> !texts(error).contains("connect timed out"))
                .map(_ -> patience.read());
    }

    private static boolean isNoConnection(RuntimeException error) {
        return isTimeout(error) || find(error, SocketException.class).isPresent()
                || find(error, UnknownHostException.class).isPresent()
                || find(error, SocketTimeoutException.class).isPresent()
                || find(error, SSLException.class).isPresent()
                || texts(error).contains("unexpected end of file from server");
    }

    /// The answer was cut off, or is not in AWS's form.
    private static boolean isUnreadable(RuntimeException error, String text) {
        return find(error, EOFException.class).isPresent() || find(error, java.io.IOException.class).isPresent()
                || text.contains("unmarshall") || text.contains("could not parse xml") || text.contains("xml")
                || text.contains("json") || text.contains("premature");
    }

    private static boolean isCutOff(RuntimeException error, String text) {
        return find(error, EOFException.class).isPresent() || text.contains("premature e");
    }

    private static boolean speaksOfTime(AwsServiceException error) {
        String message = AwsDetails.message(error).toLowerCase(Locale.ROOT);
        return message.contains("signature expired") || message.contains("signature not yet current");
    }

    private static Optional<String> deniedAction(AwsServiceException error) {
        Matcher matcher = PERFORM.matcher(AwsDetails.message(error));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// AWS's error code, or empty: an answer of something that is not AWS has none.
    private static String code(AwsServiceException error) {
        return AwsDetails.code(error).orElse("");
    }

    /// The first of its kind among an exception and its causes.
    static <T extends Throwable> Optional<T> find(Throwable error, Class<T> type) {
        int depth = 0;
        for (Throwable each = error; each != null && depth < 20; each = each.getCause(), depth++) {
            if (type.isInstance(each)) {
                return Optional.of(type.cast(each));
            }
        }
        return Optional.empty();
    }

    private static String texts(Throwable error) {
        var all = new StringBuilder();
        int depth = 0;
        for (Throwable each = error; each != null && depth < 20; each = each.getCause(), depth++) {
            all.append(each.getMessage()).append('\n');
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static Failure failure(Kind kind, String key, Object... arguments) {
        return new Failure(kind, Phrase.of(key, arguments), Optional.empty(), Optional.empty(), "");
    }
}
