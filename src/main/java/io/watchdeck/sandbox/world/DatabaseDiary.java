package io.watchdeck.sandbox.world;

import io.watchdeck.data.DatabaseEvent;
import io.watchdeck.data.DatabaseSource;
import io.watchdeck.model.TimeRange;
import io.watchdeck.sandbox.clockwork.Dice;
import io.watchdeck.stack.DatabaseSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// What RDS tells of a simulated database, in its own words. What comes round by itself follows from the seed and the day:
/// the same, whoever asks and however often, also of days before the simulation began. An instance is backed up every
/// night; one with a standby fails over to it once in eleven nights, when its host is maintained.
final class DatabaseDiary {

    private static final long DAY = 86_400;
    /// From 17:00 UTC on, when it is night in Seoul.
    private static final long NIGHT = 17 * 3_600;
    private static final int MAINTAINED = 11;

    private final String database;
    private final boolean cluster;
    private final boolean standby;
    private final long seed;
    private final List<DatabaseEvent> told = new ArrayList<>();

    DatabaseDiary(DatabaseSpec spec, boolean standby, long seed) {
        database = spec.id();
        cluster = spec.kind() == DatabaseSpec.Kind.CLUSTER;
        this.standby = standby && !cluster;
        this.seed = Dice.mix(seed, "diary");
    }

    /// Of the database or of an instance of it.
    void tell(DatabaseEvent event) {
        told.add(event);
        told.removeIf(one -> one.at().isBefore(event.at().minus(DatabaseSource.EVENTS_KEPT)));
    }

    /// Oldest first.
    List<DatabaseEvent> read(TimeRange range) {
        var nights = new ArrayList<DatabaseEvent>();
        long last = Math.floorDiv(range.to().getEpochSecond(), DAY);
        for (long day = Math.floorDiv(range.from().getEpochSecond(), DAY) - 1; day <= last; day++) {
            night(day, nights);
        }
        return Stream.concat(nights.stream(), told.stream()).filter(event -> range.contains(event.at()))
                .sorted(Comparator.comparing(DatabaseEvent::at)).toList();
    }

    private void night(long day, List<DatabaseEvent> to) {
        if (cluster) {
            return;
        }
        long backup = day * DAY + NIGHT + share(day, 0, 3 * 3_600);
        to.add(event(backup, "backup", "Backing up DB instance"));
        to.add(event(backup + 90 + share(day, 1, 240), "backup", "Finished DB Instance backup"));
        if (isMaintained(day)) {
            long begin = failover(day);
            to.add(event(begin, "failover", "Multi-AZ instance failover started."));
            to.add(event(begin + 21, "availability", "DB instance restarted"));
            to.add(event(begin + away(day), "failover", "Multi-AZ instance failover completed"));
        }
    }

    /// Whether nobody reaches it because it fails over.
    boolean isAway(long second) {
        long day = Math.floorDiv(second, DAY);
        return standby && isMaintained(day) && second >= failover(day) && second < failover(day) + away(day);
    }

    private boolean isMaintained(long day) {
        return standby && Math.floorMod(day + Math.floorMod(seed, MAINTAINED), MAINTAINED) == 0;
    }

    private long failover(long day) {
        return day * DAY + NIGHT + 4 * 3_600 + share(day, 2, 1_800);
    }

    private long away(long day) {
        return 62 + share(day, 3, 40);
    }

    private long share(long day, int what, long of) {
        return Math.round((Dice.noise(seed + what, day) + 1) / 2 * of);
    }

    private DatabaseEvent event(long second, String category, String message) {
        return new DatabaseEvent(database, database, "db-instance", Instant.ofEpochSecond(second), List.of(category),
                message);
    }
}
