package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.telemetry.MetricKey;
import io.watchdeck.sandbox.telemetry.SimulatedAlarm.Missing;

/// Glimpse is fine: nine tenths of it run on Spot, which takes a task back about every three hours, and now and then has
/// no capacity for another one.
final class GlimpseScript {

    private static final String SERVICE = "glimpse-api";
    private static final String ALERTS = "glimpse-alerts";

    private final Director director;

    GlimpseScript(Director director) {
        this.director = director;
    }

    void arrange() {
        alarms(new AlarmDesk(director.stack()));
        var dice = director.dice();
        director.at(-48, director::interruptSomewhere);
        director.every(130, 160, 200, now -> {
            if (dice.chance(0.25)) {
                director.interruptForLack(now, dice.between(2.5, 6));
            } else {
                director.interruptSomewhere(now);
            }
        });
        director.everyAbout(33, 110, now -> director.rush(now, dice.between(2.1, 2.8), dice.between(16, 30)));
        director.everyAbout(150, 190, now -> director.burst(now, dice.between(3, 6), 0.5, 4));
    }

    private static void alarms(AlarmDesk desk) {
        desk.put(AlarmDesk.Order.above("glimpse-ecs-cpu-high", desk.service("CPUUtilization", SERVICE), "Average", 300,
                1, 70, ALERTS));
        desk.put(AlarmDesk.Order.above("glimpse-ecs-memory-high", desk.service("MemoryUtilization", SERVICE),
                "Average", 300, 1, 80, ALERTS));
        desk.put(AlarmDesk.Order.below("glimpse-running-tasks-low", desk.insights("RunningTaskCount", SERVICE),
                "Minimum", 60, 1, 2, Missing.BREACHING, ALERTS));
        desk.putErrors("glimpse-alb-5xx", 300, 10, ALERTS);
        desk.put(AlarmDesk.Order.above("glimpse-rds-connections",
                MetricKey.ofInstance("DatabaseConnections", "glimpse-db"), "Maximum", 300, 1, 45, ALERTS));
    }
}
