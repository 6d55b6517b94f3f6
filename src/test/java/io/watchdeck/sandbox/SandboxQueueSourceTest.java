package io.watchdeck.sandbox;

import io.watchdeck.model.Readings;
import io.watchdeck.queues.QueueSource;
import io.watchdeck.queues.QueueSourceContract;
import io.watchdeck.stack.QueueSpec;
import java.util.List;
import java.util.Optional;

class SandboxQueueSourceTest extends QueueSourceContract {

    @Override
    protected QueueSource withQueues(int count) {
        return queues(Readings.names(QUEUE, count)).cloud().queues();
    }

    private static Stage queues(List<String> names) {
        return Stage.of(Stage.queues(names.stream()
                .map(name -> new QueueSpec(name, Optional.empty(), Optional.empty())).toList(), List.of()));
    }

    @Override
    protected QueueSource withDeadLetters(int visible) {
        var spec = new QueueSpec(Readings.name(QUEUE, 1), Optional.of("queue-0001-dlq"), Optional.empty());
        return Stage.of(Stage.queues(List.of(spec), List.of())).change((stack, now) -> {
            for (int index = 0; index < visible; index++) {
                stack.queue(spec.name()).orElseThrow().giveUp(stack.newMessage(now), now);
            }
        }).cloud().queues();
    }

    @Override
    protected QueueSource withFifo() {
        return queues(List.of("orders.fifo")).cloud().queues();
    }

    @Override
    protected QueueSource denied() {
        return queues(Readings.names(QUEUE, 1)).denied("sqs:GetQueueAttributes").cloud().queues();
    }

    @Override
    protected QueueSource throttled() {
        return queues(Readings.names(QUEUE, 1)).throttled().cloud().queues();
    }
}
