package io.watchdeck.ui.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallsPaneTest {

    @Test
    void fieldsStayWhole() {
        assertThat(CallsPane.parts("ecs:UpdateService cluster=tiketi-cluster-prod desiredCount=9"))
                .containsExactly("ecs:UpdateService ", "cluster=tiketi-cluster-prod ", "desiredCount=9");
    }

    @Test
    void aLongArnBreaksWhereItsPartsEnd() {
        String call = "sqs:StartMessageMoveTask "
                + "sourceArn=arn:aws:sqs:ap-northeast-2:333344445555:sesami-analysis-jobs-dlq rate=10";

        assertThat(CallsPane.parts(call)).containsExactly("sqs:StartMessageMoveTask ", "sourceArn=", "arn:", "aws:",
                "sqs:", "ap-northeast-2:", "333344445555:", "sesami-analysis-jobs-dlq ", "rate=10");
    }

    @Test
    void nothingIsLost() {
        for (String call : new String[] {"a  b", "x=http://localhost:9324/000000000000/a-dead-letter-queue y", "::--",
                "a=" + "b".repeat(90) + " c"}) {
            assertThat(String.join("", CallsPane.parts(call))).isEqualTo(call);
        }
    }
}
