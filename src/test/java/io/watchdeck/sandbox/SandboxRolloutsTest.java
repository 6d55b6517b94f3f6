package io.watchdeck.sandbox;

import static io.watchdeck.model.Changes.refused;
import static io.watchdeck.model.Changes.taken;
import static io.watchdeck.model.Readings.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceKey;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSource;
import io.watchdeck.fleet.rollout.ServiceChange;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.model.StackId;
import io.watchdeck.sandbox.clockwork.Weather;
import io.watchdeck.sandbox.clockwork.Weather.Spell;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.RolloutRules;
import io.watchdeck.sandbox.compute.SimulatedService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjLongConsumer;
import org.junit.jupiter.api.Test;

/// What an operation changes about services goes its way in the account, step by step, to its end.
class SandboxRolloutsTest {

    private static final String STACK = "sesami-prod";
    private static final ServiceKey SERVICE = new ServiceKey("sesami-cluster", "sesami-backend");
    private static final Duration STEP = Duration.ofSeconds(10);

    private final Life life = new Life(9);

    @Test
    void aForcedDeploymentNeverServesWithFewerThanDesiredNorWantsMoreThanTwiceAsMany() {
        fourTasks();
        String id = update(ServiceChange.newDeployment());
        String arn = newest().arn();
        Set<String> statuses = new TreeSet<>();

        life.live(Duration.ofMinutes(6), STEP, _ -> {
            statuses.add(newest().status());
            assertThat(serving()).isGreaterThanOrEqualTo(4);
            assertThat(wanted()).isLessThanOrEqualTo(8);
        });

        assertThat(statuses).containsExactly("IN_PROGRESS", "SUCCESSFUL");
        assertThat(newest()).matches(one -> one.arn().equals(arn)).matches(one -> one.finishedAt().isPresent());
        assertThat(service().deployments()).singleElement().matches(one -> one.id().equals(id))
                .matches(one -> one.rolloutState().equals("COMPLETED"));
        assertThat(service().events()).extracting(ServiceState.ServiceEvent::message)
                .anyMatch(text -> text.contains(id) && text.endsWith("deployment completed."));
    }

    @Test
    void otherRulesMakeRoomBeforeTheyStartAnything() {
        fourTasks();
        change((service, _) -> service.deployments()
                .changeRules(new RolloutRules(50, 100, true, true, List.of())));
        update(ServiceChange.newDeployment());
        var counts = new ArrayList<Integer>();

        life.live(Duration.ofMinutes(12), STEP, _ -> {
            counts.add(serving());
            assertThat(wanted()).isLessThanOrEqualTo(4);
        });

        assertThat(counts).allMatch(count -> count >= 2).contains(2);
        assertThat(newest().isSuccessful()).isTrue();
        assertThat(service().running()).isEqualTo(4);
    }

    @Test
    void aRevisionThatDoesNotStartIsGivenUpAndRolledBack() {
        ServiceState before = service();
        var bad = new int[1];
        change((service, _) -> bad[0] = service.deployments().register(Fate.NO_IMAGE));
        String id = update(ServiceChange.taskDefinition("sesami-backend:" + bad[0]));
        String arn = newest().arn();
        var seen = new ArrayList<ServiceDeployment>();
        var failed = new ArrayList<Deployment>();

        life.live(Duration.ofMinutes(12), STEP, _ -> {
            seen.add(deployment(arn));
            service().deployments().stream().filter(Deployment::failed).forEach(failed::add);
        });

        assertThat(seen).extracting(ServiceDeployment::status).contains("IN_PROGRESS", "ROLLBACK_IN_PROGRESS")
                .endsWith("ROLLBACK_SUCCESSFUL");
        assertThat(seen.getFirst().breaker().orElseThrow().status()).isEqualTo("MONITORING");
        assertThat(seen.getLast().breaker()).hasValueSatisfying(breaker -> {
            assertThat(breaker.status()).isEqualTo("TRIGGERED");
            assertThat(breaker.failures()).isEqualTo(3).isEqualTo(breaker.threshold());
        });
        assertThat(seen.getLast().reason()).contains("circuit breaker");
        assertThat(failed).isNotEmpty().allMatch(one -> one.id().equals(id) && !one.isPrimary())
                .allMatch(one -> one.rolloutReason().contains("circuit breaker"));
        assertThat(service().taskDefinition()).isEqualTo(before.taskDefinition());
        assertThat(service().running()).isEqualTo(2);
        assertThat(tasks()).extracting(TaskState::stoppedReason)
                .anyMatch(reason -> reason.startsWith("CannotPullContainerError"));
    }

    @Test
    void whatFailedOnceFailsAgain() {
        change((service, now) -> service.deployBroken(Fate.NEVER_HEALTHY, now));
        String bad = service().taskDefinition();
        life.clock().advance(Duration.ofMinutes(30));
        assertThat(newest().status()).isEqualTo("ROLLBACK_SUCCESSFUL");

        update(ServiceChange.taskDefinition(bad));
        life.clock().advance(Duration.ofMinutes(30));

        assertThat(deployments()).filteredOn(one -> one.status().equals("ROLLBACK_SUCCESSFUL")).hasSize(2);
    }

    @Test
    void withoutACircuitBreakerItFailsUntilSomebodyStopsIt() {
        change((service, _) -> service.deployments().changeRules(RolloutRules.usual(false, List.of())));
        ServiceState before = service();
        change((service, now) -> service.deployBroken(Fate.NO_IMAGE, now));
        life.clock().advance(Duration.ofMinutes(20));
        ServiceDeployment stuck = newest();
        assertThat(stuck.status()).isEqualTo("IN_PROGRESS");
        assertThat(stuck.breaker().orElseThrow().status()).isEqualTo("DISABLED");

        assertThat(taken(life.controls(STACK).services().stopDeployment(stuck.arn()))).hasValue(stuck.arn());
        assertThat(newest().status()).isEqualTo("ROLLBACK_REQUESTED");
        refused(life.controls(STACK).services().stopDeployment(stuck.arn()));
        life.clock().advance(STEP);
        assertThat(newest().status()).isIn("ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL");
        life.clock().advance(Duration.ofMinutes(3));

        assertThat(deployment(stuck.arn()).status()).isEqualTo("ROLLBACK_SUCCESSFUL");
        assertThat(service().deployments()).singleElement()
                .matches(one -> one.id().equals(before.deployments().getFirst().id()));
        assertThat(service().taskDefinition()).isEqualTo(before.taskDefinition());
    }

    @Test
    void aForcedDeploymentThatIsStoppedGoesBackToTheTasksThatWereThere() {
        List<String> before = running();
        update(ServiceChange.newDeployment());
        life.clock().advance(Duration.ofSeconds(30));
        assertThat(service().deployments()).hasSize(2);

        taken(life.controls(STACK).services().stopDeployment(newest().arn()));
        life.clock().advance(Duration.ofMinutes(4));

        assertThat(newest().status()).isEqualTo("ROLLBACK_SUCCESSFUL");
        assertThat(running()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aNewerDeploymentTakesThePlaceOfOneUnderWay() {
        update(ServiceChange.newDeployment());
        String older = newest().arn();
        life.clock().advance(Duration.ofSeconds(30));
        update(ServiceChange.newDeployment());

        assertThat(deployment(older).status()).isEqualTo("STOPPED");
        life.clock().advance(Duration.ofMinutes(6));
        assertThat(newest().isSuccessful()).isTrue();
        assertThat(service().deployments()).hasSize(1);
    }

    @Test
    void everyServiceHasARevisionToGoBackTo() {
        life.files().forEach(file -> {
            String stack = file.id().value();
            life.services(stack).forEach(service -> {
                DeploymentSource source = life.controls(stack).deployments();
                var key = new ServiceKey(file.cluster(), service.name());
                List<String> before = value(source.deployments(key)).stream()
                        .filter(ServiceDeployment::isSuccessful).flatMap(one -> one.taskDefinition().stream())
                        .filter(definition -> !definition.equals(service.taskDefinition())).toList();

                assertThat(before).as(service.name()).isNotEmpty();
                assertThat(value(source.design(before.getFirst())).status()).isEqualTo("ACTIVE");
                assertThat(value(source.design(before.getFirst())).containers()).singleElement()
                        .matches(container -> container.image().contains(":r"));
            });
        });
    }

    @Test
    void goingBackIsADeploymentOfTheRevisionBefore() {
        String now = service().taskDefinition();
        String back = deployments().stream().flatMap(one -> one.taskDefinition().stream())
                .filter(definition -> !definition.equals(now)).findFirst().orElseThrow();

        update(ServiceChange.taskDefinition(back));
        life.clock().advance(Duration.ofMinutes(5));

        assertThat(newest().isSuccessful()).isTrue();
        assertThat(newest().taskDefinition()).hasValue(back);
        assertThat(tasks()).filteredOn(TaskState::isRunning).hasSize(2)
                .allMatch(task -> task.taskDefinition().equals(back));
    }

    @Test
    void theRevisionThatRunsAlreadyBeginsNothing() {
        ServiceState before = service();

        assertThat(update(ServiceChange.taskDefinition(before.taskDefinition())))
                .isEqualTo(before.deployments().getFirst().id());

        assertThat(service()).isEqualTo(before);
    }

    @Test
    void anInactiveRevisionAndAStrategyWithoutWeightAreRefused() {
        ServiceState before = service();
        var services = life.controls(STACK).services();

        refused(services.update(SERVICE, ServiceChange.taskDefinition("sesami-backend:2")));
        refused(services.update(SERVICE, ServiceChange.taskDefinition("sesami-backend:4711")));
        refused(services.update(SERVICE, ServiceChange.strategy(List.of(new CapacityShare("FARGATE", 0, 0)), true)));
        refused(services.update(SERVICE, ServiceChange.strategy(List.of(new CapacityShare("EC2", 1, 0)), true)));
        refused(services.update(SERVICE, ServiceChange.strategy(List.of(new CapacityShare("FARGATE", 1001, 0)),
                true)));
        refused(services.update(SERVICE, ServiceChange.desired(-1)));

        assertThat(service()).isEqualTo(before);
    }

    @Test
    void anAlarmThatRingsMeanwhileEndsADeployment() {
        var key = new ServiceKey("glimpse-prod", "glimpse-api");
        var controls = life.controls("glimpse-prod");
        assertThat(value(controls.deployments().settings(key)).alarms()).containsExactly("glimpse-alb-5xx");
        taken(controls.services().update(key, ServiceChange.newDeployment()));
        var account = life.connector().account(life.file("glimpse-prod").access());
        account.change(new StackId("glimpse-prod"), (stack, now) -> stack.weather()
                .add(new Spell(Weather.Kind.ERRORS, 60, now, 0, now + 600, 0)));
        Set<String> statuses = new TreeSet<>();

        life.live(Duration.ofMinutes(8), STEP,
                _ -> statuses.add(value(controls.deployments().deployments(key)).getFirst().status()));

        assertThat(statuses).contains("ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL");
        assertThat(value(controls.deployments().deployments(key)).getFirst().reason()).contains("glimpse-alb-5xx");
        assertThat(life.service("glimpse-prod", "glimpse-api").events()).extracting(ServiceState.ServiceEvent::message)
                .anyMatch(text -> text.endsWith("deployment failed: alarm detected."));
    }

    @Test
    void anAlarmThatRangBeforeDoesNotEndADeployment() {
        var key = new ServiceKey("glimpse-prod", "glimpse-api");
        var controls = life.controls("glimpse-prod");
        var account = life.connector().account(life.file("glimpse-prod").access());
        account.change(new StackId("glimpse-prod"), (stack, now) -> stack.weather()
                .add(new Spell(Weather.Kind.ERRORS, 60, now, 0, now + 1800, 0)));
        life.clock().advance(Duration.ofMinutes(5));
        assertThat(life.alarm("glimpse-prod", "glimpse-alb-5xx").inAlarm()).isTrue();

        taken(controls.services().update(key, ServiceChange.newDeployment()));
        life.clock().advance(Duration.ofMinutes(6));

        assertThat(value(controls.deployments().deployments(key)).getFirst().isSuccessful()).isTrue();
    }

    @Test
    void aRangeMovesADesiredCountThatIsOutsideIntoIt() {
        var controls = life.controls(STACK);
        taken(controls.scaling().range(SERVICE, 3, 5));
        assertThat(service().desired()).isEqualTo(3);
        life.clock().advance(Duration.ofMinutes(3));
        assertThat(service().running()).isEqualTo(3);

        taken(controls.scaling().range(SERVICE, 1, 2));
        assertThat(service().desired()).isEqualTo(2);

        var told = value(life.cloud(STACK).scaling().orElseThrow().activities("sesami-cluster", "sesami-backend"));
        assertThat(told).extracting(one -> one.cause()).contains("minimum capacity was set to 3",
                "maximum capacity was set to 2");
    }

    @Test
    void theDrainOfATargetGroupIsItsDeregistrationDelay() {
        var delays = life.controls("tiketi-prod").deployments().deregistrationDelays(List.of("tiketi-backend-tg"));

        assertThat(value(delays.get("tiketi-backend-tg"))).isEqualTo(Duration.ofMinutes(20));
    }

    /// By a range whose lower end they are, so that autoscaling keeps them.
    private void fourTasks() {
        taken(life.controls(STACK).scaling().range(SERVICE, 4, 10));
        life.clock().advance(Duration.ofMinutes(4));
        assertThat(serving()).isEqualTo(4);
    }

    private String update(ServiceChange change) {
        return taken(life.controls(STACK).services().update(SERVICE, change)).orElseThrow();
    }

    private void change(ObjLongConsumer<SimulatedService> deed) {
        life.connector().account(life.file(STACK).access()).change(new StackId(STACK),
                (stack, now) -> deed.accept(stack.service(SERVICE).orElseThrow(), now));
    }

    private ServiceState service() {
        return life.service(STACK, SERVICE.service());
    }

    private List<TaskState> tasks() {
        return life.tasks(STACK);
    }

    private List<String> running() {
        return tasks().stream().filter(TaskState::isRunning).map(TaskState::id).toList();
    }

    private int serving() {
        return (int) tasks().stream().filter(task -> task.isRunning() && task.health().equals("HEALTHY")).count();
    }

    private int wanted() {
        return (int) tasks().stream().filter(task -> task.desiredStatus().equals("RUNNING")).count();
    }

    private List<ServiceDeployment> deployments() {
        return value(life.controls(STACK).deployments().deployments(SERVICE));
    }

    private ServiceDeployment newest() {
        return deployments().getFirst();
    }

    private ServiceDeployment deployment(String arn) {
        return deployments().stream().filter(one -> one.arn().equals(arn)).findFirst().orElseThrow();
    }
}
