package io.watchdeck.data;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Something that RDS tells of a database, and forgets after 14 days.
///
/// @param database   as the stack file names it
/// @param source     whom it is about: the database, or an instance of the cluster
/// @param sourceType `db-instance` or `db-cluster`
/// @param at         in milliseconds
/// @param categories as RDS sorts its events, such as `failover` or `low storage`; unknown words as they are
/// @param message    in RDS's own words
public record DatabaseEvent(String database, String source, String sourceType, Instant at, List<String> categories,
        String message) {

    /// What it is about: "Amazon RDS event categories and event messages".
    public enum Sort {
        FAILURE("failure"), LOW_STORAGE("low storage"), FAILOVER("failover", "global failover"), AVAILABILITY(
                "availability"),
        DELETION("deletion"), RECOVERY("recovery", "restoration"), REPLICATION("read replica"), MAINTENANCE(
                "maintenance", "security patching", "security"),
        CONFIGURATION("configuration change", "migration"), CREATION("creation"), BACKUP("backup", "backtrack"),
        /// A notification, or a category that is not known.
        OTHER("notification");

        private final List<String> categories;

        Sort(String... categories) {
            this.categories = List.of(categories);
        }
    }

    public DatabaseEvent {
        categories = List.copyOf(categories);
    }

    /// The gravest of its categories.
    public Sort sort() {
        for (Sort sort : Sort.values()) {
            if (categories.stream().map(one -> one.toLowerCase(Locale.ROOT)).anyMatch(sort.categories::contains)) {
                return sort;
            }
        }
        return Sort.OTHER;
    }

    /// The same whenever RDS tells of it, which gives its events no names; of no other event.
    public String id() {
        return UUID.nameUUIDFromBytes(String.join("\n", sourceType, source, at.toString(), message)
                .getBytes(StandardCharsets.UTF_8)).toString();
    }
}
