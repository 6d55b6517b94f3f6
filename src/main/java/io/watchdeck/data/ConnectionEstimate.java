package io.watchdeck.data;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/// How many connections a database takes when its parameter group holds a formula. The nominal memory stands in for
/// `DBInstanceClassMemory`, which is less by what the operating system and RDS take: the result is an upper estimate.
final class ConnectionEstimate {

    private static final String POSTGRES = "LEAST({DBInstanceClassMemory/9531392},5000)";
    private static final String MYSQL = "{DBInstanceClassMemory/12582880}";
    private static final Map<String, String> BY_ENGINE = Map.of("postgres", POSTGRES, "aurora-postgresql", POSTGRES,
            "mysql", MYSQL);
    private static final double GIB_PER_ACU = 2;

    /// "Maximum connections for Aurora Serverless v2", Amazon Aurora User Guide: by the upper end of the range for
    /// PostgreSQL. Lies on straight lines, so that sizes between are read off those.
    private static final NavigableMap<Double, Integer> SERVERLESS_POSTGRES = new TreeMap<>(
            Map.of(1.0, 189, 4.0, 823, 8.0, 1669, 16.0, 3360));
    private static final double SERVERLESS_FULL = 32;
    private static final int POSTGRES_MOST = 5000;
    private static final double SMALL_MINIMUM = 0.5;
    private static final int MOST_WITH_SMALL_MINIMUM = 2000;

    private ConnectionEstimate() {}

    /// @param formula of the parameter group; empty for the engine's own
    /// @return empty for an engine, a class or a formula that nobody here knows
    static OptionalInt of(Optional<String> formula, Capacity capacity) {
        Optional<String> own = Optional.ofNullable(BY_ENGINE.get(capacity.engine()));
        String used = formula.or(() -> own).orElse("");
        if (!capacity.isServerless()) {
            return whole(ParameterFormula.evaluate(used, InstanceMemory.bytes(capacity.instanceClass())));
        }
        Capacity.AcuRange acus = capacity.acus().orElseThrow();
        boolean postgres = capacity.engine().equals("aurora-postgresql");
        OptionalInt estimate = postgres && used.replace(" ", "").equals(POSTGRES) ? serverlessPostgres(acus.max())
                : whole(ParameterFormula.evaluate(used, OptionalDouble.of(acus.max() * GIB_PER_ACU
                        * InstanceMemory.GIB)));
        return postgres && acus.min() <= SMALL_MINIMUM && estimate.isPresent()
                ? OptionalInt.of(Math.min(MOST_WITH_SMALL_MINIMUM, estimate.getAsInt())) : estimate;
    }

    private static OptionalInt serverlessPostgres(double acus) {
        if (acus >= SERVERLESS_FULL) {
            return OptionalInt.of(POSTGRES_MOST);
        }
        var high =
                Optional.ofNullable(SERVERLESS_POSTGRES.ceilingEntry(acus)).orElseGet(SERVERLESS_POSTGRES::lastEntry);
        var low = Optional.ofNullable(SERVERLESS_POSTGRES.lowerEntry(high.getKey()))
                .orElseGet(SERVERLESS_POSTGRES::firstEntry);
        if (high.getKey().equals(low.getKey())) {
            return OptionalInt.of((int) (high.getValue() * acus / high.getKey()));
        }
        double slope = (high.getValue() - low.getValue()) / (high.getKey() - low.getKey());
        return OptionalInt.of((int) Math.min(POSTGRES_MOST, low.getValue() + slope * (acus - low.getKey())));
    }

    private static OptionalInt whole(OptionalDouble value) {
        return value.isPresent() && value.getAsDouble() >= 1 && value.getAsDouble() <= Integer.MAX_VALUE
                ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty();
    }
}
