package io.watchdeck.sandbox;

import io.watchdeck.alarms.AlarmSource;
import io.watchdeck.alarms.AlarmTurn;
import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.model.Reading;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.world.SimulatedStack;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// CloudWatch alarms of the simulated account.
final class SandboxAlarmSource implements AlarmSource {

    private final SandboxAccount account;

    SandboxAlarmSource(SandboxAccount account) {
        this.account = account;
    }

    @Override
    public Reading<List<CloudAlarm>> alarms() {
        return read("cloudwatch:DescribeAlarms", stack -> stack.alarms().view().stream(), Stream::toList);
    }

    @Override
    public Reading<List<AlarmTurn>> turns(TimeRange range) {
        return read("cloudwatch:DescribeAlarmHistory", stack -> stack.alarms().turns(range),
                turns -> turns.sorted(Comparator.comparing(AlarmTurn::at)).toList());
    }

    private <T> Reading<List<T>> read(String action, Function<SimulatedStack, Stream<T>> of,
            Function<Stream<T>, List<T>> listed) {
        return account.look(now -> account.fault(account.stacks(), action)
                .map(failure -> Reading.<List<T>>unknown(failure, now))
                .orElseGet(() -> Reading.known(listed.apply(account.stacks().stream().flatMap(of)), now)));
    }
}
