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
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;

/// Counts each request of one client as it leaves, answered or not, holds back what would pass the cap, and remembers
/// where it went. The SDK calls it in the thread that makes the request, whose [Behalf] tells for which stacks.
final class CallCounter implements ExecutionInterceptor {

    private final CallMeter meter;
    private final Region region;
    private final String serviceId;
    private final Supplier<String> account;
    private final boolean everywhere;
    private volatile String host = "";

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
        int port = context.httpRequest().port();
        host = context.httpRequest().host() + (port == 443 || port == 80 ? "" : ":" + port);
        if (!everywhere && !AwsHost.is(context.httpRequest().host(), region)) {
            return;
        }
        int units = context.request() instanceof GetMetricDataRequest request ? request.metricDataQueries().size() : 1;
        if (!meter.admit(new ApiCall(account.get(), region, serviceId,
                attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME), units,
                shares(context.request(), units)))) {
            throw new CapReached();
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
