package io.watchdeck.queues.letters;

import io.watchdeck.model.Reading;
import io.watchdeck.model.Sent;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/// Looks into dead-letter queues, moves and destroys their messages. Each call is one request, sent once.
public interface QueueControl {

    /// As many as one receive gives.
    int MOST = 10;

    /// `sqs:ReceiveMessage` without a wait and without a delete: at most [#MOST] messages, often fewer, sometimes none
    /// although there are some. Each is hidden for so long and its receive count rises by one, which is harmless where
    /// there is no redrive policy; on a FIFO queue its message group waits as long.
    ///
    /// @param queue name
    Reading<List<DeadLetter>> receive(String queue, Duration hidden);

    /// `sqs:StartMessageMoveTask` back to the queues that the messages came from. Taken, it names the handle of the task.
    ///
    /// @param queue     name of the dead-letter queue
    /// @param perSecond 1 to 500; empty lets SQS choose
    Sent redrive(String queue, OptionalInt perSecond);

    /// `sqs:CancelMessageMoveTask`. What has moved stays moved.
    ///
    /// @param handle as [RedriveTask#handle()]
    Sent cancelRedrive(String handle);

    /// `sqs:PurgeQueue`: destroys every message. Takes SQS up to 60 s; a second one meanwhile is refused.
    Sent purge(String queue);
}
