package io.watchdeck.operations.preflight;

import static io.watchdeck.operations.Entries.NOON;
import static io.watchdeck.operations.Entries.SERVICE;
import static io.watchdeck.operations.Entries.TIKETI;

import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ServiceState.CapacityShare;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.operations.Fleet;
import io.watchdeck.operations.JournalEntry;
import io.watchdeck.operations.Moment;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Spoken;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.stack.ServiceSpec.Range;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What was read of Tiketi's service before an operation: five of 2 to 10 tasks run, and nothing stands against anything
/// until a test says so.
final class Given {

    static final Failure DENIED = Failure.denied("ecs:Describe");
    static final Phrase WHY = DENIED.sentence();

    private Moment moment = Moment.tiketi();
    private Reading<ServiceState> state = known(Fleet.service(5, 5));
    private Reading<List<TaskState>> tasks = known(List.of(Fleet.task("a"), Fleet.task("b")));
    private Reading<ScalingRange> range = known(Fleet.range(2, 10, "CPU 70 %", "memory 70 %"));
    private Reading<DeploymentSettings> settings = known(Fleet.settings());
    private Reading<List<ServiceDeployment>> deployments = known(List.of());
    private Reading<TaskDesign> design = known(Fleet.design("ACTIVE", Fleet.container("backend:latest")));
    private List<JournalEntry> followed = List.of();
    private final Map<String, Reading<Duration>> drains = new HashMap<>(Map.of(Fleet.GROUP,
            known(Duration.ofSeconds(30))));

    static <T> Reading<T> known(T value) {
        return Reading.known(value, NOON);
    }

    static <T> Reading<T> denied() {
        return Reading.unknown(DENIED, NOON);
    }

    static Phrase value(Object something) {
        return Phrase.of("operation.value", something);
    }

    static Phrase ends(int min, int max) {
        return Phrase.of("operation.range.ends", min, max);
    }

    static Operation.Scale range(int min, int max) {
        return new Operation.Scale(TIKETI, SERVICE, OptionalInt.empty(), Optional.of(new Range(min, max)));
    }

    static Operation.Scale scale(int desired) {
        return new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(desired), Optional.empty());
    }

    static Operation.Scale scale(int desired, int min, int max) {
        return new Operation.Scale(TIKETI, SERVICE, OptionalInt.of(desired), Optional.of(new Range(min, max)));
    }

    static Operation.SpotWeight spot(List<CapacityShare> strategy, boolean force) {
        return new Operation.SpotWeight(TIKETI, SERVICE, strategy, force);
    }

    static Operation.ForceDeployment force() {
        return new Operation.ForceDeployment(TIKETI, SERVICE);
    }

    Given watched(Moment watched) {
        moment = watched;
        return this;
    }

    Given state(ServiceState found) {
        state = known(found);
        return this;
    }

    Given stateUnread() {
        state = denied();
        return this;
    }

    Given tasks(TaskState... found) {
        tasks = known(List.of(found));
        return this;
    }

    Given tasksUnread() {
        tasks = denied();
        return this;
    }

    Given range(ScalingRange found) {
        range = known(found);
        return this;
    }

    Given rangeFails(Failure failure) {
        range = Reading.unknown(failure, NOON);
        return this;
    }

    Given settings(DeploymentSettings found) {
        settings = known(found);
        return this;
    }

    Given settingsUnread() {
        settings = denied();
        return this;
    }

    Given deployments(ServiceDeployment... newestFirst) {
        deployments = known(List.of(newestFirst));
        return this;
    }

    Given deploymentsUnread() {
        deployments = denied();
        return this;
    }

    Given design(TaskDesign found) {
        design = known(found);
        return this;
    }

    Given designFails(Failure failure) {
        design = Reading.unknown(failure, NOON);
        return this;
    }

    Given drain(String group, Reading<Duration> delay) {
        drains.put(group, delay);
        return this;
    }

    Given followed(JournalEntry... entries) {
        followed = List.of(entries);
        return this;
    }

    Facts facts() {
        return new Facts(moment.done(), NOON, Optional.of(new ServiceFacts(SERVICE, state, tasks, range, settings,
                deployments, design, drains)), Optional.empty(), Optional.empty(), followed);
    }

    /// What follows, each of which can be said.
    List<Consequence> said(Operation operation) {
        return spoken(Consequences.of(operation, facts()).all());
    }

    /// What follows for one topic.
    List<Consequence> said(Operation operation, Topic topic) {
        return said(operation).stream().filter(one -> one.topic() == topic).toList();
    }

    static List<Consequence> spoken(List<Consequence> all) {
        all.forEach(one -> {
            Spoken.fits(one.sentence());
            one.before().ifPresent(Spoken::fits);
            one.after().ifPresent(Spoken::fits);
        });
        return all;
    }
}
