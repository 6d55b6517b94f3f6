package io.watchdeck.sandbox.script;

import static io.watchdeck.sandbox.world.SimulatedPipeline.APPROVAL;
import static io.watchdeck.sandbox.world.SimulatedPipeline.BUILD;
import static io.watchdeck.sandbox.world.SimulatedPipeline.DEPLOY;
import static io.watchdeck.sandbox.world.SimulatedPipeline.SOURCE;

import io.watchdeck.model.Failure;
import io.watchdeck.sandbox.compute.Fate;
import io.watchdeck.sandbox.compute.SimulatedService;
import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.world.SimulatedPipeline;
import java.util.List;
import java.util.Optional;

/// CodeMate builds and deploys by pipeline: in development a build has failed and is repaired later, in production a
/// person has to approve. We may not look at the development database.
final class CodeMateScript {

    private static final String FRONTEND = "codemate-frontend-service";
    private static final String BACKEND = "codemate-backend-service";
    private static final String BROKEN =
            "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR,"
                    + " Message: Error while executing command: npm run build. Reason: exit status 1";
    private static final String INSTANCES = "rds:DescribeDBInstances";

    /// @param approval minutes until a person approves; 0 where nobody has to
    /// @param flaw     how each task of its backend ends; empty where it works
    private record Run(boolean builds, double approval, Optional<Fate> flaw) {}

    private final Director director;

    CodeMateScript(Director director) {
        this.director = director;
    }

    void arrangeDevelopment() {
        alarms("codemate-dev", "codemate-db-dev", 89);
        var dice = director.dice();
        director.stack().faults().set(INSTANCES, Failure.denied(INSTANCES));
        pipeline("codemate-dev").ifPresent(pipeline -> {
            pipeline.nameAction(BUILD, "codemate-backend-build");
            pipeline.succeed(SOURCE, director.second(-24));
            pipeline.fail(BUILD, BROKEN, director.second(-21));
            director.at(17, now -> run(pipeline, new Run(true, 0, Optional.empty()), now));
            director.everyAbout(85, 80, now -> {
                boolean builds = dice.chance(0.6);
                run(pipeline, new Run(builds, 0, Optional.empty()), now);
                if (!builds) {
                    director.after(now, dice.between(14, 24), later -> run(pipeline, new Run(true, 0, Optional.empty()),
                            later));
                }
            });
        });
    }

    void arrangeProduction() {
        alarms("codemate", "codemate-db-prod", 180);
        var dice = director.dice();
        pipeline("codemate-prod").ifPresent(pipeline -> {
            pipeline.nameAction(BUILD, "codemate-backend-build");
            director.at(7, now -> run(pipeline, new Run(true, 14, Optional.empty()), now));
            director.everyAbout(105, 120, now -> run(pipeline, new Run(dice.chance(0.85), dice.between(8, 22),
                    dice.chance(0.35) ? Optional.of(Fate.NEVER_HEALTHY) : Optional.empty()), now));
        });
        director.everyAbout(46, 120, now -> service(BACKEND).ifPresent(service -> service.sicken(now)));
        director.everyAbout(72, 115, now -> director.rush(now, dice.between(2.0, 2.9), dice.between(18, 32)));
        director.everyAbout(88, 170, now -> director.burst(now, dice.between(8, 19), 0.9, dice.between(3, 6)));
    }

    private Optional<SimulatedPipeline> pipeline(String name) {
        return director.stack().pipeline(name);
    }

    private Optional<SimulatedService> service(String name) {
        return director.stack().service(name);
    }

    private void run(SimulatedPipeline pipeline, Run run, long start) {
        pipeline.begin(SOURCE, start);
        director.after(start, 0.7, now -> {
            pipeline.succeed(SOURCE, now);
            pipeline.begin(BUILD, now);
        });
        director.after(start, 4.5, now -> {
            if (!run.builds()) {
                pipeline.fail(BUILD, BROKEN, now);
                return;
            }
            pipeline.succeed(BUILD, now);
            if (run.approval() > 0) {
                pipeline.begin(APPROVAL, now);
                director.after(now, run.approval(), later -> {
                    pipeline.succeed(APPROVAL, later);
                    deploy(pipeline, run, later);
                });
            } else {
                deploy(pipeline, run, now);
            }
        });
    }

    private void deploy(SimulatedPipeline pipeline, Run run, long start) {
        pipeline.begin(DEPLOY, start);
        service(FRONTEND).ifPresent(service -> service.deployNext(List.of(), start));
        service(BACKEND).ifPresent(service -> run.flaw().ifPresentOrElse(flaw -> service.deployBroken(flaw, start),
                () -> service.deployNext(List.of(), start)));
        director.after(start, 7, now -> {
            if (run.flaw().isEmpty()) {
                pipeline.succeed(DEPLOY, now);
            } else {
                pipeline.fail(DEPLOY, "The deployment failed because the deployment circuit breaker was triggered.",
                        now);
                director.after(now, 20, later -> run(pipeline, new Run(true, run.approval(), Optional.empty()), later));
            }
        });
    }

    private void alarms(String prefix, String database, double connections) {
        var desk = new AlarmDesk(director.stack());
        String alerts = "codemate-alerts";
        String urgent = "codemate-urgent";
        desk.put(AlarmDesk.Order.above(prefix + "-frontend-cpu-high", desk.service("CPUUtilization", FRONTEND),
                "Average", 300, 1, 80, alerts));
        desk.put(AlarmDesk.Order.above(prefix + "-backend-cpu-high", desk.service("CPUUtilization", BACKEND),
                "Average", 300, 1, 80, alerts));
        desk.put(AlarmDesk.Order.above(prefix + "-frontend-unhealthy-hosts",
                desk.targetGroup("UnHealthyHostCount", "codemate-frontend-tg"), "Maximum", 60, 2, 0, urgent));
        desk.put(AlarmDesk.Order.above(prefix + "-backend-unhealthy-hosts",
                desk.targetGroup("UnHealthyHostCount", "codemate-backend-tg"), "Maximum", 60, 2, 0, urgent));
        desk.put(AlarmDesk.Order.above(prefix + "-rds-connections",
                MetricKey.ofInstance("DatabaseConnections", database), "Maximum", 300, 1, connections, alerts));
        desk.put(AlarmDesk.Order.above(prefix + "-5xx", desk.loadBalancer("HTTPCode_Target_5XX_Count"), "Sum", 60, 1,
                10, urgent));
    }
}
