package io.watchdeck.architecture.planted.onlycontrolssendchanges.aws;

import io.watchdeck.architecture.planted.Wrong;
import software.amazon.awssdk.services.sqs.SqsClient;

@Wrong
public final class SqsLook {
    private SqsLook() {}

    static Object look(SqsClient sqs, String queue) {
        return sqs.receiveMessage(request -> request.queueUrl(queue));
    }
}
