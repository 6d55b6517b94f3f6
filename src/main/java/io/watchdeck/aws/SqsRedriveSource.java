package io.watchdeck.aws;

import io.watchdeck.model.Reading;
import io.watchdeck.queues.letters.RedriveSource;
import io.watchdeck.queues.letters.RedriveTask;
import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.ListDeadLetterSourceQueuesResponse;

/// Reads message move tasks of SQS, one call a dead-letter queue, and before the first one two more for the queue's ARN,
/// which is kept; its source queues 1000 a call.
final class SqsRedriveSource implements RedriveSource {

    private static final int SOURCES_A_PAGE = 1000;

    private final AwsCalls calls;
    private final SqsQueues queues;

    SqsRedriveSource(AwsCalls calls, SqsQueues queues) {
        this.calls = calls;
        this.queues = queues;
    }

    @Override
    public Reading<List<RedriveTask>> redrives(String queue) {
        return calls.read(() -> queues.withArn(queue, arn -> calls.call(AwsApi.LIST_MESSAGE_MOVE_TASKS,
                "queue " + queue, () -> calls.clients().sqs()
                        .listMessageMoveTasks(request -> request.sourceArn(arn).maxResults(NEWEST)))
                .results().stream().map(LetterMapper::task)
                .sorted(Comparator.comparing(RedriveTask::startedAt).reversed()).toList()));
    }

    @Override
    public Reading<List<String>> sources(String queue) {
        return calls.read(() -> queues.withUrl(queue, url -> calls.pages(
                token -> calls.call(AwsApi.LIST_DEAD_LETTER_SOURCE_QUEUES, "queue " + queue,
                        () -> calls.clients().sqs().listDeadLetterSourceQueues(request -> request.queueUrl(url)
                                .maxResults(SOURCES_A_PAGE).nextToken(token))),
                ListDeadLetterSourceQueuesResponse::nextToken)
                .stream().flatMap(page -> page.queueUrls().stream()).map(LetterMapper::queue).sorted().toList()));
    }

    @Override
    public Reading<String> url(String queue) {
        return calls.read(() -> queues.withUrl(queue, url -> url));
    }
}
