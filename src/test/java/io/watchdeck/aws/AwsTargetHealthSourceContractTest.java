package io.watchdeck.aws;

import static io.watchdeck.model.Readings.assertNotFound;
import static io.watchdeck.model.Readings.failure;
import static io.watchdeck.model.Readings.name;
import static io.watchdeck.model.Readings.names;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.TargetHealthSource;
import io.watchdeck.fleet.TargetHealthSourceContract;
import io.watchdeck.fleet.TargetState;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.refresh.ApiCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestKeys.class)
class AwsTargetHealthSourceContractTest extends TargetHealthSourceContract {

    private static final String GROUPS = "DescribeTargetGroups";
    private static final String HEALTH = "DescribeTargetHealth";

    private final AwsRig rig = new AwsRig();
    private final FakeElb elb = new FakeElb(rig.aws);

    @AfterEach
    void close() {
        rig.close();
    }

    @Override
    protected TargetHealthSource withGroups(int count) {
        names(GROUP, count).forEach(name -> elb.group(name).healthy(name, "10.0.2.1").healthy(name, "10.0.1.1"));
        return source();
    }

    @Override
    protected TargetHealthSource withoutTargets() {
        elb.group(name(GROUP, 1));
        return source();
    }

    @Override
    protected TargetHealthSource with(String state) {
        String group = name(GROUP, 1);
        elb.group(group).healthy(group, "10.0.1.1");
        switch (state) {
            case "unhealthy" -> elb.target(group, "10.0.2.1", state, "Target.FailedHealthChecks",
                    "Health checks failed with these codes: [503]");
            case "initial" -> elb.target(group, "10.0.2.1", state, "Elb.InitialHealthChecking",
                    "Initial health checks in progress");
            default -> elb.target(group, "10.0.2.1", state, "Target.DeregistrationInProgress",
                    "Target deregistration is in progress");
        }
        return source();
    }

    @Override
    protected TargetHealthSource withTarget(String state, String reason, String description) {
        elb.group(name(GROUP, 1)).target(name(GROUP, 1), "10.0.1.1", state, reason, description);
        return source();
    }

    @Override
    protected TargetHealthSource denied() {
        return failing(LoopbackAws.xmlError(403, "AccessDenied", "User: arn:aws:iam::1:user/x is not authorized"));
    }

    @Override
    protected TargetHealthSource throttled() {
        return failing(LoopbackAws.xmlError(400, "ThrottlingException", "Rate exceeded"));
    }

    private TargetHealthSource failing(LoopbackAws.Answer answer) {
        rig.aws.on(GROUPS, answer).on(HEALTH, answer);
        return source();
    }

    private TargetHealthSource source() {
        return rig.cloud.targets().orElseThrow();
    }

    @Test
    void arnsAreAskedTwentyACallAndKept() {
        withGroups(41).targets(names(GROUP, 41));
        source().targets(names(GROUP, 41));

        assertThat(operations()).containsExactlyElementsOf(calls(3, 41 + 41));
        assertThat(rig.metered.getFirst()).isEqualTo(new ApiCall("unknown", AwsRig.SEOUL, "Elastic Load Balancing v2",
                GROUPS, 1));
    }

    @Test
    void noNameTakesNoCallAndANameAskedTwiceOne() {
        withGroups(1).targets(List.of());
        assertThat(rig.metered).isEmpty();

        source().targets(List.of(name(GROUP, 1), name(GROUP, 1)));
        assertThat(operations()).containsExactly(GROUPS, HEALTH);
    }

    @Test
    void aNameThatDoesNotExistLetsEachOfItsCallBeAskedAlone() {
        withGroups(2).targets(List.of("no-such-group", name(GROUP, 1), name(GROUP, 2)));

        assertThat(operations()).containsExactlyElementsOf(calls(4, 2));
    }

    @Test
    void aGroupThatWasMadeAnewIsFoundAgain() {
        withGroups(1).targets(names(GROUP, 1));
        elb.without(name(GROUP, 1));
        assertNotFound(source().targets(names(GROUP, 1)).get(name(GROUP, 1)));
        elb.nextGeneration().group(name(GROUP, 1)).healthy(name(GROUP, 1), "10.0.9.9");

        assertThat(value(source().targets(names(GROUP, 1)).get(name(GROUP, 1)))).extracting(TargetState::id)
                .containsExactly("10.0.9.9");
    }

    @Test
    void oneGroupThatIsGoneMeanwhileLeavesTheOthers() {
        withGroups(3).targets(names(GROUP, 3));
        elb.without(name(GROUP, 2));

        var found = source().targets(names(GROUP, 3));

        assertNotFound(found.get(name(GROUP, 2)));
        assertThat(value(found.get(name(GROUP, 1)))).hasSize(2);
        assertThat(value(found.get(name(GROUP, 3)))).hasSize(2);
    }

    @Test
    void whatIsDeniedOrThrottledIsNotAskedForEveryGroup() {
        withGroups(41);
        rig.aws.on(HEALTH, LoopbackAws.xmlError(403, "AccessDenied", "no"));

        var found = source().targets(names(GROUP, 41));

        assertThat(found.values()).hasSize(41)
                .allSatisfy(reading -> assertThat(failure(reading).kind()).isEqualTo(Kind.DENIED));
        assertThat(operations()).containsExactlyElementsOf(calls(3, 1));

        rig.metered.clear();
        rig.aws.on(HEALTH, LoopbackAws.xmlError(400, "Throttling", "Rate exceeded"));
        assertThat(source().targets(names(GROUP, 41)).values())
                .allSatisfy(reading -> assertThat(failure(reading).kind()).isEqualTo(Kind.THROTTLED));
        assertThat(operations()).as("tried three times, once for all").containsExactlyElementsOf(calls(0, 3));
    }

    @Test
    void anAnswerThatIsNotAwssIsNotAGroupWithoutTargets() {
        withGroups(2);
        for (LoopbackAws.Answer answer : List.of(LoopbackAws.html(200), LoopbackAws.html(503),
                LoopbackAws.truncated("text/xml", "<DescribeTargetHealthResponse><Descr"))) {
            rig.aws.on(HEALTH, answer);
            assertThat(source().targets(names(GROUP, 2)).values())
                    .allSatisfy(reading -> assertThat(failure(reading).kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }

    @Test
    void anErrorOfAwsStaysWithItsGroup() {
        withGroups(2);
        rig.aws.on(HEALTH, LoopbackAws.xmlError(500, "InternalFailure", "sorry"),
                LoopbackAws.xml(HEALTH, Wire.xmlList("TargetHealthDescriptions", List.of())));

        var found = source().targets(names(GROUP, 2));

        assertThat(failure(found.get(name(GROUP, 1))).kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(value(found.get(name(GROUP, 2)))).isEmpty();
    }

    private List<String> operations() {
        return rig.metered.stream().map(ApiCall::operation).sorted().toList();
    }

    private static List<String> calls(int groups, int health) {
        var all = new ArrayList<>(Collections.nCopies(groups, GROUPS));
        all.addAll(Collections.nCopies(health, HEALTH));
        return all;
    }
}
