package io.watchdeck.sandbox;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogSource;
import io.watchdeck.logs.LogSourceContract;
import java.time.Instant;
import java.util.List;

class SandboxLogSourceTest extends LogSourceContract {

    @Override
    protected Instant end() {
        return Stage.NOW;
    }

    @Override
    protected LogSource with(List<LogLine> lines) {
        return stage().change((stack, _) -> lines.forEach(stack.log(GROUP).orElseThrow()::write)).cloud().logs()
                .orElseThrow();
    }

    @Override
    protected LogSource holding(List<LogGroup> groups) {
        return Stage.of(Stage.logGroups(groups.stream().map(LogGroup::name).toArray(String[]::new)))
                .change((stack, _) -> groups.forEach(group -> stack.log(group.name()).orElseThrow()
                        .hold(group.storedBytes(), group.retentionDays())))
                .cloud().logs().orElseThrow();
    }

    private static Stage stage() {
        return Stage.of(Stage.logGroups(GROUP));
    }

    @Override
    protected LogSource denied() {
        return stage().denied("logs:FilterLogEvents").denied("logs:DescribeLogGroups").cloud().logs().orElseThrow();
    }

    @Override
    protected LogSource throttled() {
        return stage().throttled().cloud().logs().orElseThrow();
    }
}
