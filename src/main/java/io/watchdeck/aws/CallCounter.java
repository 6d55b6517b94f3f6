package io.watchdeck.aws;

import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Behalf;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.refresh.Payer;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;

/// Counts each request of one client before it leaves, answered or not, holds back what would pass the cap, and remembers
/// where it went. The SDK calls it in the thread that makes the request, whose [Behalf] tells for which stacks.
///
/// What never left, because there was no connection, is taken back: nobody can charge for it. A request without a body
/// counts as begun before it is connected, and stays counted. So does what AWS answers with an error, or never: it does
/// not say whether it charges for that.
final class CallCounter implements ExecutionInterceptor {

    private final CallMeter meter;
    private final Region region;
    private final String serviceId;
    private final Supplier<String> account;
    private final boolean everywhere;
    private final ThreadLocal<Leaving> leaving = new ThreadLocal<>();
    private volatile String host = "";

    /// A request that is counted and on its way.
    private static final class Leaving {
        private final Runnable takeBack;
        private boolean begun;

        private Leaving(Runnable takeBack) {
            this.takeBack = takeBack;
        }
    }

    /// @param serviceId as AWS writes it, such as `SQS`; the SDK's own word is `Sqs`
    /// @param settings  where all calls go to one endpoint, they are counted in its own history; else an endpoint that is
    ///                  not AWS's, of a profile or a stack file, is left out: it costs nothing
    CallCounter(CallMeter meter, Region region, String serviceId, Supplier<String> account, AwsSettings settings) {
        everywhere = settings.endpoint().isPresent();
        this.meter = meter;
        this.region = region;
        this.serviceId = serviceId;
        this.account = account;
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        leaving.remove();
        int port = context.httpRequest().port();
        host = context.httpRequest().host() + (port == 443 || port == 80 ? "" : ":" + port);
        boolean charged = AwsHost.is(context.httpRequest().host(), region);
        if (!everywhere && !charged) {
            return;
        }
        if (charged) {
            meter.atAws();
        }
        int units = context.request() instanceof GetMetricDataRequest request ? request.metricDataQueries().size() : 1;
        leaving.set(new Leaving(meter.reserve(new ApiCall(account.get(), region, serviceId,
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), units,
                shares(context.request(), units))).orElseThrow(CapReached::new)));
    }

    /// Sends by another client, and notes what begins to leave.
    SdkHttpClient noting(SdkHttpClient http) {
        return new NotingHttp(http, request -> {
            Leaving one = leaving.get();
            if (one == null) {
                return request;
            }
            // Without a body it is not known when it leaves.
            one.begun = request.contentStreamProvider().isEmpty();
            return NotingHttp.telling(request, () -> one.begun = true);
        });
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        leaving.remove();
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        Leaving one = leaving.get();
        leaving.remove();
        if (one != null && !one.begun) {
            one.takeBack.run();
        }
    }

    private static Map<Payer, Integer> shares(SdkRequest request, int units) {
        Behalf behalf = Behalf.current();
        return switch (request) {
            case GetMetricDataRequest metrics ->
                behalf.each(metrics.metricDataQueries().stream().map(MetricMapper::asked).toList());
            case GetMetricStatisticsRequest metric -> behalf.together(MetricMapper.asked(metric), units);
            default -> behalf.whole(units);
        };
    }

    /// Where the last request went; empty before the first.
    Optional<String> host() {
        return host.isEmpty() ? Optional.empty() : Optional.of(host);
    }
}
