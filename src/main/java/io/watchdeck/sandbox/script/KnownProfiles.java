package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.world.Profile;
import io.watchdeck.sandbox.world.Profile.Bill;
import io.watchdeck.sandbox.world.Profile.Data;
import io.watchdeck.sandbox.world.Profile.DatabaseModel;
import io.watchdeck.sandbox.world.Profile.Fleet;
import io.watchdeck.sandbox.world.Profile.Load;
import io.watchdeck.sandbox.world.Profile.Rollouts;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The figures of the shipped stacks: database classes, drift of the costs and the like.
final class KnownProfiles {

    private static final List<String> CPU = List.of("CPU 70 %");
    private static final List<String> CPU_MEMORY = List.of("CPU 70 %", "memory 80 %");

    private KnownProfiles() {}

    static Profile of(String stack) {
        return switch (stack) {
            case "glimpse-prod" -> new Profile(new Load(142, 0.2, 38, 61, 0.12, 0.35),
                    new Data(19, 0.03, 3, 17, 0, 93, 2400), 0,
                    new Fleet(Map.of(), 2, 100, true, Rollouts.stoppingIn(120).watchedBy("glimpse-alb-5xx"), 60,
                            CPU_MEMORY, 41),
                    Map.of("glimpse-db", model("15.12", "db.t4g.micro", false)), bill(54));
            case "sesami-prod" -> new Profile(new Load(45, 0.25, 24, 48, 0.14, 0.01),
                    new Data(6, 0.03, 2, 11, 0, 90, 0), 1.2,
                    new Fleet(Map.of(), 2, 100, true, Rollouts.usual(), 60, CPU, 23),
                    Map.of("sesami-db", model("15.4", "db.t4g.micro", true)),
                    new Bill(OptionalDouble.of(183), Map.of("Amazon Elastic Container Service", 36.0,
                            "Amazon Elastic Load Balancing", 19.0, "Amazon Relational Database Service", 62.0,
                            "Amazon Elastic Compute Cloud - Compute", 48.0, "AmazonCloudWatch", 9.0,
                            "Amazon CloudFront", 7.0, "Amazon Simple Queue Service", 2.0)));
            case "bowwow-prod" -> new Profile(new Load(320, 0.2, 44, 57, 0.13, 0.2),
                    new Data(4, 0.04, 13, 22, 2.5, 96, 5200), 0,
                    new Fleet(Map.of("bowwow-gateway", 3), 3, 5, false,
                            new Rollouts(false, OptionalInt.of(60), List.of()), 60, CPU, 64),
                    Map.of(), bill(242));
            case "codemate-dev" -> new Profile(new Load(6, 0.2, 9, 41, 0.2, 0.01),
                    new Data(4, 0.05, 1, 6, 0, 88, 160), 0,
                    new Fleet(Map.of(), 1, 100, true, Rollouts.usual(), 60, CPU_MEMORY, 210),
                    Map.of("codemate-db-dev", model("17.6", "db.t4g.micro", false)), bill(197));
            case "codemate-prod" -> new Profile(new Load(210, 0.2, 36, 66, 0.16, 0.2),
                    new Data(17, 0.03, 3, 19, 0, 91, 3100), 0,
                    new Fleet(Map.of(), 2, 100, true, Rollouts.usual(), 60, CPU_MEMORY, 118),
                    Map.of("codemate-db-prod", model("17.6", "db.t4g.small", true)), bill(791));
            case "tiketi-prod" -> new Profile(new Load(520, 0.2, 61, 58, 0.12, 0.12),
                    new Data(10, 0, 2, 28, 0, 86, 9000), 0,
                    new Fleet(Map.of(), 2, 100, true, Rollouts.stoppingIn(120), 1200,
                            List.of("CPU 70 %", "memory 70 %", "ALB requests 1000 per target"), 87),
                    Map.of("tiketi-db", new DatabaseModel("15.12", "db.t3.medium", true, OptionalInt.of(100))),
                    bill(371));
            default -> Profile.plain();
        };
    }

    private static DatabaseModel model(String version, String instanceClass, boolean multiAz) {
        return new DatabaseModel(version, instanceClass, multiAz, OptionalInt.empty());
    }

    private static Bill bill(double month) {
        return new Bill(OptionalDouble.of(month), Map.of());
    }
}
