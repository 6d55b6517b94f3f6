package io.watchdeck.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.DatabaseEvent.Sort;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseEventTest {

    private static final Instant AT = Instant.parse("2026-09-22T04:42:30.123Z");

    private static DatabaseEvent of(String... categories) {
        return new DatabaseEvent("db", "db", "db-instance", AT, List.of(categories), "says");
    }

    @ParameterizedTest
    @CsvSource({"failover,FAILOVER", "global failover,FAILOVER", "failure,FAILURE", "low storage,LOW_STORAGE",
            "availability,AVAILABILITY", "backup,BACKUP", "configuration change,CONFIGURATION", "creation,CREATION",
            "deletion,DELETION", "maintenance,MAINTENANCE", "security patching,MAINTENANCE", "recovery,RECOVERY",
            "restoration,RECOVERY", "read replica,REPLICATION", "notification,OTHER", "Low Storage,LOW_STORAGE",
            "something new,OTHER"})
    void aCategoryOfRdsTellsWhatItIsAbout(String category, Sort sort) {
        assertThat(of(category).sort()).isEqualTo(sort);
    }

    @Test
    void theGravestOfSeveralCategoriesCountsAndNoneIsANotification() {
        assertThat(of("notification", "failover", "failure").sort()).isEqualTo(Sort.FAILURE);
        assertThat(of().sort()).isEqualTo(Sort.OTHER);
    }

    @Test
    void theSameToldAgainHasTheSameNameAndNothingElseHas() {
        assertThat(of("failover").id()).isEqualTo(of("failover").id());
        assertThat(new DatabaseEvent("db", "db", "db-instance", AT, List.of(), "says something else").id())
                .isNotEqualTo(of().id());
        assertThat(new DatabaseEvent("db", "db", "db-cluster", AT, List.of(), "says").id()).isNotEqualTo(of().id());
        assertThat(new DatabaseEvent("db", "db", "db-instance", AT.plusMillis(1), List.of(), "says").id())
                .isNotEqualTo(of().id());
    }
}
