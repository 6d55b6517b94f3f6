package io.watchdeck.sandbox.logbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TaskState;
import io.watchdeck.logs.LogLine;
import io.watchdeck.model.Region;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.RolloutRules;
import io.watchdeck.sandbox.compute.ServiceDesign;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.compute.TaskBuild;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ServiceScribeTest {

    private static final long START = Instant.parse("2026-09-22T04:00:00Z").getEpochSecond();

    private final SimulatedService service = new SimulatedService(new ServiceDesign("c", "api-service", 2,
            Optional.empty(), List.of(), List.of(), 3000, 30, 7, Optional.empty(),
            RolloutRules.usual(false, List.of()), new TaskBuild(256, 512, OptionalInt.empty())),
            new Place(new Region("ap-northeast-2"), "123456789012"), new Dice(1, "service"), START);
    private final SimulatedLog log = new SimulatedLog();
    private long now = START;

    @Test
    void aTaskThatRanBeforeTheLogBeganSaysNothingOfItsStart() {
        live(5, _ -> 0);

        assertThat(lines("starting")).isEmpty();
        assertThat(lines(" 200 ")).hasSize(5 * 4);
        assertThat(lines("ERROR")).isEmpty();
    }

    @Test
    void aTaskLogsItsStartAndItsEndInAStreamOfItsOwn() {
        live(1, _ -> 0);
        String stopped = service.taskViews().getFirst().id();
        service.stopTask(stopped, "by a person", now);
        live(6, _ -> 0);

        TaskState fresh = service.taskViews().getLast();
        assertThat(lines("starting api:7")).singleElement().satisfies(line -> {
            assertThat(line.stream()).isEqualTo("api/api/" + fresh.id());
            assertThat(line.at()).isEqualTo(fresh.startedAt().orElseThrow());
        });
        assertThat(lines("listening on port 3000")).hasSize(1);
        assertThat(lines("SIGTERM")).singleElement()
                .satisfies(line -> assertThat(line.stream()).isEqualTo("api/api/" + stopped));
    }

    @Test
    void aTaskThatIsKilledForItsMemoryDoesNotSayGoodbye() {
        service.deployNext(List.of(Fate.OUT_OF_MEMORY), now);
        live(8, _ -> 0);

        TaskState killed = service.taskViews().stream()
                .filter(task -> task.isStopped() && task.containers().getFirst().exitCode().orElse(0) == 137)
                .findFirst().orElseThrow();
        assertThat(lines("FATAL out of memory")).singleElement().satisfies(line -> {
            assertThat(line.stream()).endsWith(killed.id());
            assertThat(line.at()).isBefore(killed.stoppedAt().orElseThrow());
        });
        assertThat(lines("SIGTERM")).noneMatch(line -> line.stream().endsWith(killed.id()));
    }

    @Test
    void aTaskWhoseImageIsMissingNeverLogs() {
        service.deployNext(List.of(Fate.NO_IMAGE), now);
        live(8, _ -> 0);

        TaskState never = service.taskViews().stream().filter(task -> task.stopCode().equals("TaskFailedToStart"))
                .findFirst().orElseThrow();
        assertThat(lines("")).isNotEmpty().noneMatch(line -> line.stream().endsWith(never.id()));
    }

    @Test
    void asManyErrorsAreLoggedAsTheLoadBalancerCounts() {
        live(3, minute -> minute == START + 60 ? 7 : 0);

        assertThat(lines("ERROR")).hasSize(7).allSatisfy(line -> {
            assertThat(line.at()).isBetween(Instant.ofEpochSecond(START + 60), Instant.ofEpochSecond(START + 120));
            assertThat(line.message()).containsPattern(" 50[0-3]: ");
        });
    }

    @Test
    void aServiceThatWritesJsonTellsEachRequestAsAnObjectThatFieldsFind() {
        var scribe = new ServiceScribe(log, service, _ -> 3, new Dice(1, "log"), true);
        service.step(START + 60);
        scribe.closeMinute(START + 60);

        var all = new TimeRange(Instant.EPOCH, Instant.ofEpochSecond(now).plusSeconds(1000));
        assertThat(log.lines(all, new FilterPattern("{ $.level = \"error\" && $.status >= 500 }"))).hasSize(3);
        assertThat(log.lines(all, new FilterPattern("{ $.level = \"info\" && $.status = 200 }"))).hasSize(4)
                .allSatisfy(line -> assertThat(line.message()).containsPattern(
                        "^\\{\"level\":\"info\",\"msg\":\"request completed\",\"requestId\":\"[0-9a-f]{16}\",.*"
                                + "\"duration\":\\d+}$"));
    }

    @Test
    void linesComeAllThroughTheMinuteAndNotAtItsEnd() {
        var scribe = new ServiceScribe(log, service, _ -> 12, new Dice(1, "log"), false);
        service.step(START + 10);

        scribe.step(START + 30);

        assertThat(lines(" 200 ")).hasSize(2);
        assertThat(lines("ERROR")).hasSize(6)
                .allSatisfy(line -> assertThat(line.at()).isBefore(Instant.ofEpochSecond(START + 30)));
        scribe.closeMinute(START + 60);
        assertThat(lines("ERROR")).hasSize(12);
        assertThat(lines("ERROR").stream().filter(line -> line.at().isBefore(Instant.ofEpochSecond(START + 30))))
                .as("nothing is written into the past").hasSize(6);
    }

    private void live(int minutes, LongUnaryOperator errors) {
        var scribe = new ServiceScribe(log, service, errors, new Dice(1, "log"), false);
        Stream.iterate(now + 10, second -> second + 10).limit(minutes * 6L).forEach(second -> {
            if (second % 60 == 0) {
                scribe.closeMinute(second);
            }
            service.step(second);
            now = second;
        });
    }

    private List<LogLine> lines(String words) {
        return log.lines(new TimeRange(Instant.EPOCH, Instant.ofEpochSecond(now + 3600)),
                new FilterPattern(words.isEmpty() ? "" : '"' + words + '"'));
    }
}
