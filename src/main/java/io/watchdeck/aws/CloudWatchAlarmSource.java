package io.watchdeck.aws;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/// Reads metric and composite alarms and the changes of their states, 100 a page.
final class CloudWatchAlarmSource implements AlarmSource {

    private static final int A_PAGE = 100;

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

    /// A change that is not understood is a failure of the whole: what was told of the time after it would be wrong.
    @Override
    public Reading<List<AlarmTurn>> turns(TimeRange range) {
        return calls.read(() -> calls.pages(token -> calls.call(AwsApi.DESCRIBE_ALARM_HISTORY, "alarms",
                () -> calls.clients().cloudWatch().describeAlarmHistory(request -> request
                        .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                        .historyItemType(HistoryItemType.STATE_UPDATE).startDate(range.from()).endDate(range.to())
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING).maxRecords(A_PAGE).nextToken(token))),
                DescribeAlarmHistoryResponse::nextToken).stream()
                .flatMap(page -> page.alarmHistoryItems().stream()).map(CloudWatchAlarmSource::turn)
                .filter(turn -> range.contains(turn.at())).sorted(Comparator.comparing(AlarmTurn::at)).toList());
    }

    private static AlarmTurn turn(AlarmHistoryItem item) {
        try {
            return AlarmMapper.turn(item);
        } catch (IllegalArgumentException e) {
            throw new CallFailed(Failure.unexpected(String.valueOf(e.getMessage()))
                    .withAction(AwsApi.DESCRIBE_ALARM_HISTORY.iamAction()));
        }
    }

    /// Composite alarms are only listed when asked for by type.
    private List<DescribeAlarmsResponse> pages() {
        return calls.pages(
                token -> calls.call(AwsApi.DESCRIBE_ALARMS, "alarms",
                        () -> calls.clients().cloudWatch().describeAlarms(request -> request
                                .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                .maxRecords(A_PAGE).nextToken(token))),
                DescribeAlarmsResponse::nextToken);
    }
}
