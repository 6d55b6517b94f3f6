package io.watchdeck.sandbox.jobs;

import io.watchdeck.queues.PipeState;
import io.watchdeck.queues.letters.DeadLetter.Attribute;
import io.watchdeck.sandbox.clockwork.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// An EventBridge pipe from a queue to a Batch job queue: a message is gone from the queue once its job is submitted. One
/// from which no job can be made is tried again soon, and a dead letter after as many receives as its queue allows.
public final class SimulatedPipe {

    private static final int BATCH = 1000;
    /// Seconds until it tries a message again, instead of the visibility of the queue.
    private static final long RETRY = 10;
    /// What its input template needs, in an object.
    private static final Pattern USABLE =
            Pattern.compile("\\s*\\{.*\"repo_url\"\\s*:\\s*\"[^\"]+\".*\\}\\s*", Pattern.DOTALL);

    private final String name;
    private final Place place;
    private final SimulatedQueue source;
    private final Optional<SimulatedBatchQueue> target;
    private final Deque<Refusal> next = new ArrayDeque<>();
    private final Map<String, Refusal> refused = new HashMap<>();
    private Optional<Refusal> all = Optional.empty();
    private String state = "RUNNING";
    private String reason = "";

    /// Why Batch takes no job: told with the message as the attributes `ErrorCode` and `ErrorMessage`.
    public record Refusal(String code, String message) {

        /// It passes by itself.
        public static Refusal throttled() {
            return new Refusal("TooManyRequestsException", "SubmitJob: TooManyRequestsException");
        }

        /// @param definition `name:revision`
        public static Refusal inactive(String definition) {
            return new Refusal("ClientException", "SubmitJob: " + definition + " is not ACTIVE");
        }

        public Map<String, Attribute> attributes() {
            return Map.of("ErrorCode", new Attribute("String", code), "ErrorMessage", new Attribute("String", message));
        }
    }

    public SimulatedPipe(String name, Place place, SimulatedQueue source, Optional<SimulatedBatchQueue> target) {
        this.name = name;
        this.place = place;
        this.source = source;
        this.target = target;
    }

    /// Puts it into a state, with AWS's words for it.
    public void change(String newState, String newReason) {
        state = newState;
        reason = newReason;
    }

    /// Batch takes no job of the next message, however often it is tried.
    public void refuseNext(Refusal why) {
        next.addLast(why);
    }

    /// Batch takes no job from now on; empty for as it was.
    public void refuseAll(Optional<Refusal> why) {
        all = why;
    }

    public void step(long now) {
        if (!state.equals("RUNNING")) {
            return;
        }
        for (SimulatedMessage message : source.receive(BATCH, now + RETRY, now)) {
            boolean usable = USABLE.matcher(message.body()).matches();
            Optional<Refusal> refusal = usable ? refusal(message) : Optional.empty();
            if (refusal.isPresent()) {
                source.note(message, refusal.get().attributes());
            } else if (usable) {
                source.delete(message.id());
                target.ifPresent(queue -> queue.submit("analysis-job-" + message.id(), now));
            }
        }
        refused.keySet().removeIf(id -> !source.holds(id));
    }

    private Optional<Refusal> refusal(SimulatedMessage message) {
        if (all.isPresent()) {
            return all;
        }
        if (message.receives() == 1 && !next.isEmpty()) {
            refused.put(message.id(), next.removeFirst());
        }
        return Optional.ofNullable(refused.get(message.id()));
    }

    public String name() {
        return name;
    }

    public PipeState view() {
        return new PipeState(name, state, reason, source.arn(),
                target.map(SimulatedBatchQueue::arn).orElse(place.arn("batch", "job-queue/none")));
    }
}
