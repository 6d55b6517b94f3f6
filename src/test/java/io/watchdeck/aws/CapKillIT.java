package io.watchdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.CappedConsole;
import io.watchdeck.CappedConsole.Word;
import io.watchdeck.aws.LoopbackAws.Request;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Saving;
import io.watchdeck.store.Database;
import io.watchdeck.store.H2MeterStore;
import io.watchdeck.store.Opening;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A console with a cap of five cents, over hours of its time, killed again and again: what arrives at the server never
/// passes the cap, and everything that arrived is in the meter's file.
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class CapKillIT {

    private static final BigDecimal CAP = new BigDecimal("0.05");
    private static final BigDecimal A_METRIC = new BigDecimal("0.00001");
    private static final BigDecimal A_QUESTION = new BigDecimal("0.01");
    /// Of CloudWatch, which cost where nothing is left of the free ones.
    private static final Set<String> REQUESTS = Set.of("ListMetrics", "DescribeAlarms", "GetMetricStatistics",
            "DescribeAlarmHistory");
    /// Of SQS, likewise.
    private static final BigDecimal A_QUEUE_REQUEST = new BigDecimal("0.0000004");
    private static final Set<String> QUEUE_REQUESTS =
            Set.of("GetQueueUrl", "GetQueueAttributes", "ListMessageMoveTasks",
                    "ListDeadLetterSourceQueues");
    private static final Duration BEGINNING = Duration.ofMinutes(6);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final WholeAccount account = new WholeAccount(Duration.ofSeconds(30));
    /// What each of the consoles said, in order.
    private final List<List<Word>> said = new ArrayList<>();
    @TempDir
    private Path folder;
    private Process console;
    private Thread listening;
    private int kills;

    @AfterEach
    void close() {
        console.toHandle().destroyForcibly();
        account.close();
    }

    @Test
    void theCapHoldsAndNothingCountedIsLost() throws Exception {
        allow("0.05");
        start();
        for (String spent : List.of("0.022", "0.03", "0.037", "0.0455")) {
            await(() -> bill().compareTo(new BigDecimal(spent)) >= 0);
            kill();
            assertThatAllIsKept();
            start();
        }
        await(() -> says(Saving.ALL));
        // What was counted last may still be on its way.
        letPass(Duration.ofMinutes(5));
        int arrived = paid().size();
        // Somebody goes on looking.
        letPass(Duration.ofMinutes(30));

        assertThat(paid()).as("calls that cost, in half an hour at the cap").hasSize(arrived);
        assertThat(bill()).isBetween(new BigDecimal("0.045"), CAP);
        assertThat(rest(Saving.METRICS)).as("rests near the cap, %s, and before, %s", rests(Saving.METRICS),
                rests(Saving.COST)).isGreaterThan(rest(Saving.COST).multipliedBy(2));
        kill();
        assertThatAllIsKept();
        start();
        await(() -> says(Saving.ALL));
        assertThat(paid()).as("calls that cost, after a kill at the cap").hasSize(arrived);

        allow("0.07");

        await(() -> !says(Saving.ALL) && bill().compareTo(CAP) > 0);
        kill();
        assertThatAllIsKept();
        assertThat(bill()).isLessThanOrEqualTo(new BigDecimal("0.07"));
    }

    private void allow(String dollars) throws IOException {
        Files.writeString(folder.resolve("settings.yaml"), "cap: " + dollars + "\nallowance: 0\n");
    }

    private void start() throws IOException {
        Instant begin = said.isEmpty() ? WholeAccount.NOW : last().at();
        var words = new CopyOnWriteArrayList<Word>();
        Process started = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Daws.accessKeyId=key", "-Daws.secretAccessKey=secret",
                "-cp", System.getProperty("java.class.path"), CappedConsole.class.getName(),
                account.aws.endpoint().toString(), folder.resolve("data").toString(),
                folder.resolve("settings.yaml").toString(), begin.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        words.add(new Word(Saving.NONE, Money.usd("0"), begin));
        said.add(words);
        console = started;
        listening = Thread.ofPlatform().daemon().start(() -> {
            // The last line of a killed process may be cut off.
            var lines = started.inputReader().lines().iterator();
            for (String line = lines.next(); lines.hasNext(); line = lines.next()) {
                words.add(Word.of(line));
            }
        });
    }

    private void kill() throws InterruptedException {
        assertThat(console.toHandle().destroyForcibly()).isTrue();
        assertThat(console.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
        listening.join();
        kills++;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nothing came of it").isLessThan(end);
            Thread.sleep(20);
        }
    }

    /// By the console's time.
    private void letPass(Duration length) throws InterruptedException {
        Instant begin = last().at();
        await(() -> last().at().isAfter(begin.plus(length)));
    }

    private boolean says(Saving saving) {
        return said.getLast().size() > 1 && last().saving() == saving;
    }

    private Word last() {
        return said.getLast().getLast();
    }

    /// A call is kept before it leaves: those that a kill held up may be kept without having arrived.
    private void assertThatAllIsKept() {
        Opening opening = Database.open(folder.resolve("data"), account.clock, _ -> {});
        try (Database database = ((Opening.Opened) opening).database()) {
            List<MeteredCalls> kept = new H2MeterStore(database)
                    .read(LocalDate.parse("2026-09-01"), LocalDate.parse("2026-09-30")).stream()
                    .filter(calls -> calls.price().signum() > 0).toList();
            assertThat(kept.stream().map(MeteredCalls::price).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("dollars kept after kill " + kills).isBetween(bill(), CAP.max(bill()).add(A_QUESTION));
            assertThat(kept.stream().mapToLong(MeteredCalls::calls).sum()).as("calls kept after kill " + kills)
                    .isBetween((long) paid().size(), paid().size() + 3L * kills);
        }
    }

    private List<Request> paid() {
        return account.aws.requests().stream().filter(request -> price(request).signum() > 0).toList();
    }

    /// From the requests alone.
    private BigDecimal bill() {
        return account.aws.requests().stream().map(CapKillIT::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal price(Request request) {
        if (request.operation().equals("GetMetricData")) {
            return A_METRIC.multiply(BigDecimal.valueOf(request.metricIds().size()));
        }
        if (QUEUE_REQUESTS.contains(request.operation())) {
            return A_QUEUE_REQUEST;
        }
        return request.operation().equals("GetCostAndUsage") ? A_QUESTION
                : REQUESTS.contains(request.operation()) ? A_METRIC : BigDecimal.ZERO;
    }

    /// From one reading of metrics to the next while the console said that it saves so much; half of them are shorter.
    private Duration rest(Saving saving) {
        List<Duration> all = rests(saving);
        assertThat(all).as("rests at " + saving).hasSizeGreaterThan(2);
        return all.get(all.size() / 2);
    }

    /// In order of length. A console that begins reads more than it does later: those of its first minutes do not count.
    private List<Duration> rests(Saving saving) {
        var rests = new ArrayList<Duration>();
        for (List<Word> words : said) {
            List<Instant> times = words.stream().skip(1).filter(word -> word.saving() == saving)
                    .map(Word::at).filter(at -> at.isAfter(words.getFirst().at().plus(BEGINNING))).toList();
            if (!times.isEmpty()) {
                List<Instant> readings = account.aws.requests("GetMetricData").stream()
                        .map(request -> Instant.parse(request.parameter("EndTime"))).distinct().sorted()
                        .filter(end -> end.isAfter(times.getFirst()) && end.isBefore(times.getLast())).toList();
                for (int i = 1; i < readings.size(); i++) {
                    rests.add(Duration.between(readings.get(i - 1), readings.get(i)));
                }
            }
        }
        return rests.stream().sorted().toList();
    }
}
