package io.watchdeck.aws;

import io.watchdeck.logs.LogGroup;
import io.watchdeck.logs.LogLine;
import io.watchdeck.logs.LogSource;
import io.watchdeck.logs.LogSourceContract;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsLogSourceContractTest extends LogSourceContract {

    private final AwsRig rig = new AwsRig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected Instant end() {
        return AwsRig.NOW;
    }

    @Override
    protected LogSource with(List<LogLine> lines) {
        var logs = new FakeLogs(rig.aws).group(GROUP);
        lines.forEach(line -> logs.line(GROUP, line.at(), line.stream(), line.message() + "\n"));
        return rig.cloud.logs().orElseThrow();
    }

    @Override
    protected LogSource holding(List<LogGroup> groups) {
        var logs = new FakeLogs(rig.aws);
        groups.forEach(logs::holding);
        return rig.cloud.logs().orElseThrow();
    }

    @Override
    protected LogSource denied() {
        return failing(LoopbackAws.jsonError(400, "AccessDeniedException", "not authorized"));
    }

    @Override
    protected LogSource throttled() {
        return failing(LoopbackAws.jsonError(400, "ThrottlingException", "Rate exceeded"));
    }

    private LogSource failing(LoopbackAws.Answer answer) {
        rig.aws.on("FilterLogEvents", answer).on("DescribeLogGroups", answer);
        return rig.cloud.logs().orElseThrow();
    }
}
