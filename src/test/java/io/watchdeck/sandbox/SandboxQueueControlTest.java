package io.watchdeck.sandbox;

import io.watchdeck.queues.letters.QueueControlContract;
import io.watchdeck.sandbox.jobs.SimulatedMessage;
import io.watchdeck.stack.QueueSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class SandboxQueueControlTest extends QueueControlContract {

    @Override
    protected Account withLetters(List<Letter> letters) {
        return account(stage(letters));
    }

    @Override
    protected Account denied() {
        return account(stage(List.of(new Letter("{}", Map.of()))).denied("sqs:ReceiveMessage")
                .denied("sqs:StartMessageMoveTask").denied("sqs:CancelMessageMoveTask").denied("sqs:PurgeQueue"));
    }

    @Override
    protected Account throttled() {
        return account(stage(List.of(new Letter("{}", Map.of()))).throttled());
    }

    private static Stage stage(List<Letter> letters) {
        var spec = new QueueSpec(QUEUE, Optional.of(DEAD), Optional.empty());
        return Stage.of(Stage.queues(List.of(spec), List.of())).change((stack, now) -> letters.forEach(
                letter -> stack.queue(QUEUE).orElseThrow().giveUp(SimulatedMessage
                        .sent(stack.dice().uuid(), letter.body(), now - 600).with(letter.attributes()), now - 60)));
    }

    private static Account account(Stage stage) {
        return new Account(stage.controls().queues(), stage.controls().redrives(), stage.cloud().queues());
    }
}
