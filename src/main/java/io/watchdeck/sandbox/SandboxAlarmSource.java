package io.watchdeck.sandbox;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Reading;
import java.util.List;

/// CloudWatch alarms of the simulated account.
final class SandboxAlarmSource implements AlarmSource {

    private final SandboxAccount account;

    SandboxAlarmSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<CloudAlarm>> alarms() {
        return account.look(now -> account.fault(account.stacks(), "cloudwatch:DescribeAlarms")
                .map(failure -> Reading.<List<CloudAlarm>>unknown(failure, now))
                .orElseGet(() -> Reading.known(account.stacks().stream()
                        .flatMap(stack -> stack.alarms().view().stream()).toList(), now)));
    }
}
