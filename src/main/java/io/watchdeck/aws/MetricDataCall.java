package io.watchdeck.aws;

import io.watchdeck.metrics.MetricQuery;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.Series;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// One batch of metrics with all its pages. CloudWatch gives a status with each metric of each page: `PartialData`
/// means that a further page continues it, and the last page's word counts.
final class MetricDataCall {

    private static final String ACTION = AwsApi.GET_METRIC_DATA.iamAction();

    private final AwsCalls calls;

    MetricDataCall(AwsCalls calls) {
        this.calls = calls;
    }

    /// @throws CallFailed when the batch as a whole is not answered
    Map<MetricQuery, Reading<Series>> read(MetricBatches.Batch batch) {
        GetMetricDataRequest request = request(batch);
        var samples = new HashMap<String, List<Sample>>();
        var status = new HashMap<String, String>();
        List<GetMetricDataResponse> pages = calls.pages(
                token -> calls.call(AwsApi.GET_METRIC_DATA, "metrics",
                        () -> calls.clients().cloudWatch().getMetricData(request.copy(r -> r.nextToken(token)))),
                GetMetricDataResponse::nextToken);
        for (GetMetricDataResponse page : pages) {
            for (MetricDataResult result : page.metricDataResults()) {
                samples.computeIfAbsent(result.id(), _ -> new ArrayList<>()).addAll(MetricMapper.samples(result));
                status.merge(result.id(), String.valueOf(result.statusCodeAsString()), MetricDataCall::worse);
            }
        }
        var readings = new LinkedHashMap<MetricQuery, Reading<Series>>();
        for (int i = 0; i < batch.queries().size(); i++) {
            MetricQuery query = batch.queries().get(i);
            readings.put(query, reading(query, status.get(id(i)), samples.getOrDefault(id(i), List.of())));
        }
        return readings;
    }

    private static GetMetricDataRequest request(MetricBatches.Batch batch) {
        var queries = new ArrayList<MetricDataQuery>();
        for (int i = 0; i < batch.queries().size(); i++) {
            queries.add(MetricMapper.query(id(i), batch.queries().get(i)));
        }
        return GetMetricDataRequest.builder().metricDataQueries(queries).startTime(batch.range().from())
                .endTime(batch.range().to()).scanBy(ScanBy.TIMESTAMP_ASCENDING).build();
    }

    private static String id(int index) {
        return "m" + index;
    }

    /// A later page completes what an earlier one left partial, but does not heal what failed.
    private static String worse(String earlier, String later) {
        return earlier.equals("Forbidden") || earlier.equals("InternalError") ? earlier : later;
    }

    private Reading<Series> reading(MetricQuery query, @Nullable String status, List<Sample> samples) {
        var now = calls.clock().instant();
        return switch (status) {
            case "Complete" -> Reading.known(Series.of(samples), now);
            case "Forbidden" -> Reading.unknown(Failure.denied(ACTION), now);
            case "PartialData" -> Reading.unknown(failure("failure.aws.partial", query, status), now);
            case null -> Reading.unknown(failure("failure.aws.partial", query, "no result"), now);
            default -> Reading.unknown(failure("failure.aws.metricFailed", query, status), now);
        };
    }

    private static Failure failure(String key, MetricQuery query, String status) {
        return new Failure(Kind.UNEXPECTED, Phrase.of(key, MetricMapper.name(query)), Optional.of(ACTION),
                Optional.empty(), status);
    }
}
