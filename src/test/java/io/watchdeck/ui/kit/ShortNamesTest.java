package io.watchdeck.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNamesTest {

    @Test
    void aTargetGroupIsCalledByItsName() {
        assertThat(ShortNames.in("Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:"
                + "ap-northeast-2:210987654321:targetgroup/tiketi-backend-tg/6d0ecf831eec9f09)"))
                .isEqualTo("Task failed ELB health checks in (target-group tiketi-backend-tg)");
    }

    @Test
    void everyArnOfASentenceIsShortened() {
        assertThat(ShortNames.in("moved arn:aws-cn:elasticloadbalancing:cn-north-1:1:targetgroup/blue/1a, "
                + "arn:aws-cn:elasticloadbalancing:cn-north-1:1:targetgroup/green/2b."))
                .isEqualTo("moved blue, green.");
    }

    @ParameterizedTest
    @CsvSource({"arn:aws:elasticloadbalancing:us-east-1:1:loadbalancer/app/shop-alb/50dc6c495c0c9188, shop-alb",
            "arn:aws:ecs:us-east-1:1:service/shop-prod/shop-api, shop-api",
            "arn:aws:ecs:us-east-1:1:task-definition/shop-api:88, shop-api:88",
            "arn:aws:ecs:us-east-1:1:task/shop-prod/3fd2b8960a1b2c3d4e5f60718293a4b5, 3fd2b896",
            "arn:aws:iam::123456789012:role/ecsTaskExecutionRole, ecsTaskExecutionRole"})
    void aResourceIsCalledByWhatPeopleCallIt(String arn, String name) {
        assertThat(ShortNames.in(arn)).isEqualTo(name);
    }

    @Test
    void longIdsAreCut() {
        assertThat(ShortNames.in("has started 1 tasks: (task 3fd2b8960a1b2c3d4e5f60718293a4b5)."))
                .isEqualTo("has started 1 tasks: (task 3fd2b896).");
        assertThat(ShortNames.in("(deployment ecs-svc/7556312789603594788) deployment completed."))
                .isEqualTo("(deployment ecs-svc/75563127) deployment completed.");
        assertThat(ShortNames.in("task 965347a4-c09c-4558-a215-e0f24904f738 stopped"))
                .isEqualTo("task 965347a4 stopped");
    }

    @ParameterizedTest
    @CsvSource({"has reached a steady state.", "OutOfMemoryError: container killed due to memory usage",
            "(deployment ecs-svc/88) deployment in progress.", "(task 3fd2b896) failed health checks"})
    void anythingElseStaysAsItIs(String text) {
        assertThat(ShortNames.in(text)).isEqualTo(text);
    }
}
