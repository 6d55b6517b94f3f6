package io.watchdeck.watch;

import static io.watchdeck.watch.Rig.gaps;
import static io.watchdeck.watch.Rig.only;
import static io.watchdeck.watch.Rig.stack;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.ConnectionLimit;
import io.watchdeck.data.LimitSource;
import io.watchdeck.model.Failure;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.StackSnapshot.Database;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which limit of a database counts, and why there is none.
class DatabaseLimitTest {

    private final Rig rig = new Rig();
    private final StackFile told = stack("told", Rig.SHOP);
    private final StackFile untold = stack("untold", Rig.SHOP.replace(", maxConnections: 100", ""));

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void theStackFilesNumberCountsMostAndADisagreementIsKept() {
        rig.cloud(told).limit(parameter(90));

        Database database = only(read(told)).databases().getFirst();

        assertThat(database.maxConnections()).hasValue(100);
        assertThat(database.connectionsFrom()).isEqualTo(LimitSource.STACK_FILE);
        assertThat(database.disagreement()).hasValue(90);
    }

    @Test
    void withoutOneTheParameterGroupsCounts() {
        rig.cloud(untold).limit(parameter(90));

        Database database = only(read(untold)).databases().getFirst();

        assertThat(database.maxConnections()).hasValue(90);
        assertThat(database.connectionsFrom()).isEqualTo(LimitSource.PARAMETER_GROUP);
        assertThat(database.disagreement()).isEmpty();
    }

    @Test
    void aParameterGroupThatMayNotBeReadIsTheReasonThatThereIsNone() {
        rig.cloud(untold).limit(ConnectionLimit.unread(Failure.denied("rds:DescribeDBParameters")));

        StackSnapshot stack = only(read(untold));

        assertThat(stack.databases().getFirst().connectionsFrom()).isEqualTo(LimitSource.NONE);
        assertThat(gaps(stack)).containsEntry("databases[main].maxConnections", "denied")
                .doesNotContainKey("databases[main].facts");
    }

    @Test
    void thatNobodySaysIsAnAnswer() {
        assertThat(gaps(only(read(untold)))).containsEntry("databases[main].maxConnections", "absent");
    }

    @Test
    void theFailureOfTheDatabaseIsThatOfItsLimit() {
        rig.cloud(untold).fail(Subject.DATABASES, Failure.denied("rds:DescribeDBInstances"));

        assertThat(gaps(only(read(untold)))).containsEntry("databases[main].maxConnections", "denied")
                .containsEntry("databases[main].facts", "denied");
    }

    private WatchSnapshot read(StackFile stack) {
        rig.watch(stack);
        return rig.readAll();
    }

    private static ConnectionLimit parameter(int number) {
        return new ConnectionLimit(OptionalInt.of(number), LimitSource.PARAMETER_GROUP, false, Optional.empty());
    }
}
