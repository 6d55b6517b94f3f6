package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.BatchQueueState.FailedJob;
import io.watchdeck.queues.BatchQueueState.Health;
import io.watchdeck.queues.JobControl.Submitted;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.sandbox.clockwork.Place;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An AWS Batch job queue on Spot instances: jobs wait for an instance, run for some minutes, and some fail.
public final class SimulatedBatchQueue {

    public static final String CONTAINER_EXITED = "Essential container in task exited";
    private static final String HOST_LOST = "Host EC2 (instance i-%s) terminated.";
    private static final long REMEMBERED = 7 * 86_400L;

    private record Job(String id, String name, long runnableAt, long startingAt, long runningAt, long endsAt) {
        private String status(long now) {
            if (now >= runningAt) {
                return "RUNNING";
            }
            return now >= startingAt ? "STARTING" : now >= runnableAt ? "RUNNABLE" : "SUBMITTED";
        }
    }

    /// A job that was submitted, whatever became of it.
    private record Begun(String name, Submitted job) {}

    private final String name;
    private final Place place;
    private final Dice dice;
    private final List<Job> alive = new ArrayList<>();
    private final Deque<FailedJob> failed = new ArrayDeque<>();
    private final Deque<Long> succeeded = new ArrayDeque<>();
    private final Deque<Begun> begun = new ArrayDeque<>();
    private final List<String> standing = new ArrayList<>();
    private Health health = new Health("ENABLED", "VALID", "JobQueue Healthy");
    private long now;

    public SimulatedBatchQueue(String name, Place place, Dice dice) {
        this.name = name;
        this.place = place;
        this.dice = dice;
    }

    /// @return id of the job
    public String submit(String jobName, long second) {
        long starting = second + dice.between(20, 80);
        long running = starting + dice.between(20, 60);
        var job = new Job(dice.uuid(), jobName, second + 5, starting, running, running + dice.between(300, 1200));
        begin(job, second);
        return job.id();
    }

    private void begin(Job job, long second) {
        alive.add(job);
        begun.addLast(new Begun(job.name(), new Submitted(job.id(), Instant.ofEpochSecond(second))));
    }

    /// The jobs of the name of another one that were submitted at or after a moment.
    public List<Submitted> namesakes(String job, Instant since) {
        Set<String> names = Stream.concat(failed.stream().filter(one -> one.id().equals(job)).map(FailedJob::name),
                begun.stream().filter(one -> one.job().id().equals(job)).map(Begun::name)).collect(Collectors.toSet());
        return begun.stream().filter(one -> names.contains(one.name()) && !one.job().id().equals(job))
                .map(Begun::job).filter(one -> !one.at().isBefore(since)).toList();
    }

    /// Submits a failed job again under its name.
    ///
    /// @return id of the new job; empty when no such job has failed
    public Optional<String> resubmit(String job, long second) {
        return failed.stream().filter(one -> one.id().equals(job)).findFirst().map(one -> submit(one.name(), second));
    }

    /// The name of a job that has failed or not ended.
    public Optional<String> nameOf(String job) {
        return Stream.concat(failed.stream().filter(one -> one.id().equals(job)).map(FailedJob::name),
                alive.stream().filter(one -> one.id().equals(job)).map(Job::name)).findFirst();
    }

    /// The status of a job that has not ended.
    public Optional<String> status(String job) {
        return alive.stream().filter(one -> one.id().equals(job)).findFirst().map(one -> one.status(now));
    }

    /// A job that is running from now on for so long.
    ///
    /// @return id of the job
    public String run(String jobName, long second, long seconds) {
        var job = new Job(dice.uuid(), jobName, second, second, second, second + seconds);
        begin(job, second);
        return job.id();
    }

    /// A job that has failed.
    public void fail(String jobName, String reason, long second) {
        failed.addFirst(new FailedJob(dice.uuid(), jobName, Instant.ofEpochSecond(second), reason));
    }

    /// A job that stays in a status, whatever word AWS may have for it.
    public void stand(String status) {
        standing.add(status);
    }

    /// Whether it takes and runs jobs, from now on.
    public void report(Health now) {
        health = now;
    }

    /// The job that has run longest fails: on its own account, or because Spot takes its instance back.
    public void failOne(boolean hostLost, long second) {
        alive.stream().filter(job -> job.status(second).equals("RUNNING"))
                .min(Comparator.comparingLong(Job::runningAt)).ifPresent(job -> {
                    alive.remove(job);
                    String reason = hostLost ? HOST_LOST.formatted(dice.hex(17)) : CONTAINER_EXITED;
                    failed.addFirst(new FailedJob(job.id(), job.name(), Instant.ofEpochSecond(second), reason));
                });
    }

    public void step(long second) {
        now = second;
        alive.removeIf(job -> {
            boolean over = job.endsAt() <= second;
            if (over) {
                succeeded.addLast(second);
            }
            return over;
        });
        while (!succeeded.isEmpty() && succeeded.peekFirst() < second - REMEMBERED) {
            succeeded.removeFirst();
        }
        while (!begun.isEmpty() && begun.peekFirst().job().at().getEpochSecond() < second - REMEMBERED) {
            begun.removeFirst();
        }
        while (!failed.isEmpty() && failed.peekLast().stoppedAt().getEpochSecond() < second - REMEMBERED) {
            failed.removeLast();
        }
    }

    public String name() {
        return name;
    }

    public String arn() {
        return place.arn("batch", "job-queue/" + name);
    }

    public int running() {
        return (int) alive.stream().filter(job -> job.status(now).equals("RUNNING")).count();
    }

    public BatchQueueState view() {
        Map<String, Integer> counts = new HashMap<>();
        alive.forEach(job -> counts.merge(job.status(now), 1, Integer::sum));
        standing.forEach(status -> counts.merge(status, 1, Integer::sum));
        counts.put("SUCCEEDED", succeeded.size());
        counts.put(BatchQueueState.FAILED, failed.size());
        counts.values().removeIf(count -> count == 0);
        return new BatchQueueState(name, health, counts, Set.of(),
                failed.stream().sorted(Comparator.comparing(FailedJob::stoppedAt).reversed()).toList());
    }
}
