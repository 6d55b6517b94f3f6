package io.watchdeck.aws;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Reading;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;

/// Reads metric and composite alarms, 100 a page.
final class CloudWatchAlarmSource implements AlarmSource {

    private static final int ALARMS_A_PAGE = 100;

    private final AwsCalls calls;

    CloudWatchAlarmSource(AwsCalls calls) {
        this.calls = calls;
    }

    @Override
    public Reading<List<CloudAlarm>> alarms() {
        return calls.read(() -> {
            var alarms = new ArrayList<CloudAlarm>();
            for (DescribeAlarmsResponse page : pages()) {
                page.metricAlarms().stream().map(AlarmMapper::metric).forEach(alarms::add);
                page.compositeAlarms().stream().map(AlarmMapper::composite).forEach(alarms::add);
            }
            return List.copyOf(alarms);
        });
    }

    /// Composite alarms are only listed when asked for by type.
    private List<DescribeAlarmsResponse> pages() {
        return calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_ALARMS, "alarms",
                        () -> calls.clients().cloudWatch().describeAlarms(request -> request
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(ALARMS_A_PAGE).nextToken(token))),
                DescribeAlarmsResponse::nextToken);
    }
}
