package io.watchdeck.operations.preflight;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.fleet.Deployment;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.rollout.DeploymentSettings;
import io.watchdeck.fleet.rollout.ServiceDeployment;
import io.watchdeck.fleet.rollout.TaskDesign;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.Reading;
import io.watchdeck.model.When;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.preflight.Consequence.Topic;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What follows from a rollout.
record RolloutConsequences(Facts facts, ServiceFacts service) {

    /// From Spot's notice to the end.
    static final Duration NOTICE = Duration.ofMinutes(2);
    private static final int WHOLE = 100;
    private static final int TWICE = 200;

    Consequences force(Operation.ForceDeployment force) {
        var all = new ArrayList<Consequence>();
        controller().ifPresent(all::add);
        all.addAll(rollout());
        image().ifPresent(all::add);
        all.add(Consequence.of(Topic.REVISION, Weight.TOLD, "operation.revision.same",
                revision(service.present().taskDefinition())));
        all.addAll(followed(force));
        return new Consequences(all, new HeadroomConsequences(facts, service).headroom());
    }

    Consequences back(Operation.RollBack back) {
        var all = new ArrayList<Consequence>();
        controller().ifPresent(all::add);
        all.add(target(back.taskDefinition()));
        all.addAll(rollout());
        image().ifPresent(all::add);
        all.addAll(followed(back));
        return new Consequences(all, new HeadroomConsequences(facts, service).headroom());
    }

    private Consequence target(String definition) {
        Phrase now = value(revision(service.present().taskDefinition()));
        Phrase then = value(revision(definition));
        if (definition.equals(service.present().taskDefinition())) {
            return Consequence.of(Topic.REVISION, Weight.REFUSED, "operation.revision.already", revision(definition));
        }
        return switch (service.design()) {
            case Reading.Unknown<TaskDesign>(Failure failure, var _) -> failure.kind() == Failure.Kind.NOT_FOUND
                    ? Consequence.of(Topic.REVISION, Weight.REFUSED, "operation.revision.gone", revision(definition))
                    : Consequence.of(Topic.REVISION, Weight.UNKNOWN, "operation.revision.unknown", revision(definition),
                            failure.sentence()).from(now, then);
            case Reading.Known<TaskDesign>(var design, var _) -> design.status().equals("ACTIVE")
                    ? Consequence.of(Topic.REVISION, Weight.TOLD, "operation.revision.back", revision(definition),
                            succeeded(definition)).from(now, then)
                    : Consequence.of(Topic.REVISION, Weight.REFUSED, "operation.revision.inactive",
                            revision(definition),
                            design.status());
        };
    }

    /// When it was last known to work.
    private Phrase succeeded(String definition) {
        return ServiceFacts.known(service.deployments()).flatMap(all -> all.stream()
                .filter(one -> one.isSuccessful() && one.taskDefinition().equals(Optional.of(definition))).findFirst())
                .flatMap(ServiceDeployment::finishedAt)
                .map(at -> Phrase.of("operation.revision.worked", new When(at, facts.asOf())))
                .orElseGet(() -> Phrase.of("operation.revision.byHistory"));
    }

    /// A service that another controller deploys does not start a deployment for an update.
    private Optional<Consequence> controller() {
        return ServiceFacts.known(service.settings()).map(DeploymentSettings::controller)
                .filter(name -> !name.equals("ECS"))
                .map(name -> Consequence.of(Topic.TARGET, Weight.REFUSED, "operation.target.controller", name));
    }

    /// What holds for whatever starts a deployment.
    List<Consequence> rollout() {
        return rollout(service.usesSpot());
    }

    /// @param spot whether some of its tasks run on Spot, now or afterwards
    List<Consequence> rollout(boolean spot) {
        var all = new ArrayList<Consequence>();
        int most = most();
        all.add(tasks(most));
        all.add(underWay());
        all.add(alarms());
        new HeadroomConsequences(facts, service).of(service.present().desired(), most).ifPresent(all::add);
        if (spot) {
            all.add(stopping());
        }
        return all;
    }

    /// As many tasks as there may be in the midst of it: the new ones start beside old ones that still run.
    private int most() {
        int old = service.underWay().stream().filter(one -> !one.isPrimary()).mapToInt(Deployment::running).sum();
        return most(service.present().desired() + old);
    }

    /// As many tasks as ECS lets run at once, which are never fewer than those that run in any case.
    int most(int running) {
        int percent = ServiceFacts.known(service.settings()).map(found -> found.maxPercent().orElse(TWICE))
                .orElse(TWICE);
        return Math.max(service.present().desired() * percent / WHOLE, running);
    }

    /// As many tasks as stay up all the time, by ECS's settings of the service.
    int kept(DeploymentSettings settings) {
        return (service.present().desired() * settings.minPercent().orElse(WHOLE) + WHOLE - 1) / WHOLE;
    }

    /// While tasks are still to start, it counts from those that are wanted.
    private Consequence tasks(int most) {
        ServiceState state = service.present();
        if (state.desired() == 0) {
            return Consequence.of(Topic.TASKS, Weight.TOLD, "operation.rollout.noTasks");
        }
        Consequence replaced = tasks(Math.max(state.running(), state.desired()), most);
        return state.running() < state.desired() ? replaced.counted(service.fromWanted()) : replaced;
    }

    private Consequence tasks(int replaced, int most) {
        return switch (service.settings()) {
            case Reading.Known<DeploymentSettings>(var found, var _) -> {
                int kept = kept(found);
                yield Consequence.of(Topic.TASKS, kept == 0 ? Weight.WARNING : Weight.TOLD,
                        kept == 0 ? "operation.rollout.noneKept" : "operation.rollout.tasks",
                        replaced, kept,
                        most);
            }
            case Reading.Unknown<DeploymentSettings>(Failure failure, var _) ->
                Consequence.of(Topic.TASKS, Weight.UNKNOWN, "operation.rollout.unknown", replaced,
                        failure.sentence());
        };
    }

    /// One that this console began is told as that, with what becomes of its operation.
    private Consequence underWay() {
        return ownUnderWay().or(() -> service.underWay().stream().findFirst()
                .map(one -> Consequence.of(Topic.DEPLOYMENT, Weight.WARNING, "operation.rollout.running",
                        one.revision(),
                        new When(one.createdAt(), facts.asOf()), one.running(), one.desired())))
                .orElseGet(() -> Consequence.of(Topic.DEPLOYMENT, Weight.FINE, "operation.rollout.quiet"));
    }

    private Optional<Consequence> ownUnderWay() {
        return service.underWay().stream().filter(Deployment::isPrimary).findFirst()
                .flatMap(one -> new FollowedConsequences(facts).own(service).map(entry -> Consequence.of(
                        Topic.DEPLOYMENT, Weight.WARNING, "operation.rollout.own", one.revision(), one.running(),
                        one.desired(), FollowedConsequences.named(entry.operation()),
                        new When(entry.begun(), facts.asOf()), entry.person())));
    }

    /// What is followed and not told with the rollout that is under way.
    List<Consequence> followed(Operation.OfService next) {
        return new FollowedConsequences(facts).of(next, ownUnderWay().isPresent()
                ? new FollowedConsequences(facts).own(service) : Optional.empty());
    }

    private Consequence alarms() {
        return switch (service.settings()) {
            case Reading.Unknown<DeploymentSettings>(Failure failure, var _) ->
                Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unknown", failure.sentence());
            case Reading.Known<DeploymentSettings>(var found, var _) -> {
                if (found.alarms().isEmpty()) {
                    yield found.breaker()
                            ? Consequence.of(Topic.ALARM, Weight.FINE,
                                    found.rollback() ? "operation.alarm.breakerBack" : "operation.alarm.breaker")
                            : Consequence.of(Topic.ALARM, Weight.WARNING, "operation.alarm.none");
                }
                List<String> loud = loud(found);
                yield loud.isEmpty() ? silent(found)
                        : Consequence.of(Topic.ALARM, Weight.WARNING, "operation.alarm.loud", String.join(", ", loud));
            }
        };
    }

    /// The alarms that watch its deployments and are in ALARM, as far as that is known.
    List<String> loud(DeploymentSettings settings) {
        return facts.stack().alarms().state().latest().orElse(List.of()).stream()
                .filter(one -> one.state().equals("ALARM")).map(CloudAlarm::name).filter(settings.alarms()::contains)
                .toList();
    }

    /// What is said of alarms of which none is in ALARM, or nothing is known.
    Consequence silent(DeploymentSettings settings) {
        return facts.stack().alarms().state().latest().isEmpty()
                ? Consequence.of(Topic.ALARM, Weight.UNKNOWN, "operation.alarm.unread",
                        String.join(", ", settings.alarms()))
                : Consequence.of(Topic.ALARM, Weight.FINE, "operation.alarm.quiet", settings.alarms().size());
    }

    /// What Spot cuts off after its notice.
    Consequence stopping() {
        var late = new ArrayList<Phrase>();
        ServiceFacts.known(service.design()).ifPresent(design -> design.containers().stream()
                .filter(one -> one.stopTimeout().filter(time -> time.compareTo(NOTICE) > 0).isPresent())
                .forEach(one -> late.add(Phrase.of("operation.stopping.timeout", one.name(),
                        one.stopTimeout().orElseThrow()))));
        service.drains().forEach((group, delay) -> ServiceFacts.known(delay)
                .filter(time -> time.compareTo(NOTICE) > 0)
                .ifPresent(time -> late.add(Phrase.of("operation.stopping.drain", group, time))));
        if (!late.isEmpty()) {
            Phrase both = late.stream().reduce((one, other) -> Phrase.of("list.and", one, other)).orElseThrow();
            return Consequence.of(Topic.STOPPING, Weight.WARNING, "operation.stopping.late", both);
        }
        boolean known = service.design() instanceof Reading.Known<?>
                && service.drains().values().stream().allMatch(Reading.Known.class::isInstance);
        return Consequence.of(Topic.STOPPING, known ? Weight.FINE : Weight.UNKNOWN,
                known ? "operation.stopping.inTime" : "operation.stopping.unknown");
    }

    private Optional<Consequence> image() {
        return switch (service.design()) {
            case Reading.Unknown<TaskDesign>(Failure failure, var _) ->
                Optional.of(Consequence.of(Topic.IMAGE, Weight.UNKNOWN, "operation.image.unknown", failure.sentence()));
            case Reading.Known<TaskDesign>(var design, var _) -> {
                List<String> images = design.containers().stream().map(TaskDesign.Container::image).distinct().toList();
                boolean fixed = images.stream().allMatch(image -> image.contains("@sha256:"));
                yield images.isEmpty() ? Optional.empty() : Optional.of(Consequence.of(Topic.IMAGE, Weight.TOLD,
                        fixed ? "operation.image.fixed" : "operation.image.tag", String.join(", ", images)));
            }
        };
    }

    static Phrase value(Object something) {
        return Phrase.of("operation.value", something);
    }

    static String revision(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
