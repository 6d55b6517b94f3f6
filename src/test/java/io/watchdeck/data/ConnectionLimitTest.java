package io.watchdeck.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchdeck.data.Capacity.AcuRange;
import io.watchdeck.model.Failure;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionLimitTest {

    private static final String POSTGRES = "LEAST({DBInstanceClassMemory/9531392},5000)";
    private static final String AURORA_MYSQL =
            "GREATEST({log(DBInstanceClassMemory/805306368)*45},{log(DBInstanceClassMemory/8187281408)*1000})";

    @Test
    void aNumberIsTakenAsItIs() {
        ConnectionLimit limit = provisioned("postgres", "db.t4g.micro", "90");

        assertThat(limit.max()).hasValue(90);
        assertThat(limit.from()).isEqualTo(LimitSource.PARAMETER_GROUP);
        assertThat(limit.isExplicit()).isTrue();
        assertThat(provisioned("postgres", "db.t4g.micro", " 90 ").max()).hasValue(90);
    }

    @ParameterizedTest
    @CsvSource({
            "postgres,          db.t4g.micro,    112",
            "postgres,          db.t4g.small,    225",
            "postgres,          db.t3.medium,    450",
            "postgres,          db.r6g.large,    1802",
            "postgres,          db.r6g.4xlarge,  5000",
            "aurora-postgresql, db.r7g.xlarge,   3604",
            "mysql,             db.t4g.micro,    85",
            "mysql,             db.t4g.small,    170",
            "mysql,             db.t3.medium,    341",
            "mysql,             db.r6g.large,    1365",
            "mysql,             db.m5.2xlarge,   2730"})
    void withoutAValueTheEnginesOwnFormulaCounts(String engine, String instanceClass, int connections) {
        ConnectionLimit limit = ConnectionLimit.of(Optional.empty(),
                new Capacity(engine, instanceClass, Optional.empty()), false);

        assertThat(limit.max()).hasValue(connections);
        assertThat(limit.from()).isEqualTo(LimitSource.ESTIMATE);
        assertThat(limit.isExplicit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{DBInstanceClassMemory/12582880} | 1365",
            "{ DBInstanceClassMemory / 12582880 } | 1365",
            "LEAST({DBInstanceClassMemory/9531392},200) | 200",
            "GREATEST({DBInstanceClassMemory/9531392},2500) | 2500",
            "SUM({DBInstanceClassMemory/12582880},35) | 1400",
            "{DBInstanceClassMemory*2/12582880} | 2730",
            AURORA_MYSQL + " | 1069"})
    void anyFormulaOfAParameterGroupIsEvaluated(String formula, int connections) {
        assertThat(provisioned("aurora-mysql", "db.r6g.large", formula).max()).hasValue(connections);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{DBInstanceVCPU*100}", "LEAST({DBInstanceClassMemory/9531392},5000", "many", "{", "0", "-5",
                    "LEAST()", "{DBInstanceClassMemory/0}", "{DBInstanceClassMemory/9531392}x"})
    void whatIsNotUnderstoodGivesNoLimit(String formula) {
        ConnectionLimit limit = provisioned("postgres", "db.r6g.large", formula);

        assertThat(limit.max()).isEmpty();
        assertThat(limit.from()).isEqualTo(LimitSource.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"db.q9z.large", "db.r6g.metal", "db.r5.large.tpc1.mem2x", "db.serverless", ""})
    void aClassOfUnknownMemoryHasNoEstimate(String instanceClass) {
        assertThat(provisioned("postgres", instanceClass, POSTGRES).max()).isEmpty();
    }

    @Test
    void anEngineWithoutAFormulaOfItsOwnHasNoEstimate() {
        assertThat(ConnectionLimit.of(Optional.empty(), new Capacity("oracle-ee", "db.m5.large", Optional.empty()),
                false).max()).isEmpty();
    }

    /// "Maximum connections for Aurora Serverless v2": by the upper end of the range.
    @ParameterizedTest
    @CsvSource({"1, 189", "2, 400", "4, 823", "8, 1669", "16, 3360", "20, 4205", "24, 5000", "32, 5000", "256, 5000"})
    void aServerlessPostgresGoesByItsMostUnits(double most, int connections) {
        assertThat(serverless("aurora-postgresql", 1, most, POSTGRES).max()).hasValue(connections);
    }

    @ParameterizedTest
    @CsvSource({"0, 16, 2000", "0.5, 16, 2000", "0.5, 8, 1669", "1, 16, 3360", "0, 256, 2000"})
    void aSmallMinimumAllowsNoMoreThanTwoThousand(double least, double most, int connections) {
        assertThat(serverless("aurora-postgresql", least, most, POSTGRES).max()).hasValue(connections);
    }

    @Test
    void anExplicitNumberIsNotCapped() {
        assertThat(serverless("aurora-postgresql", 0.5, 16, "2500").max()).hasValue(2500);
    }

    @Test
    void anotherFormulaIsComputedFromTwoGibibytesAUnit() {
        assertThat(serverless("aurora-postgresql", 1, 8, "{DBInstanceClassMemory/17179869}").max()).hasValue(1000);
        assertThat(serverless("aurora-mysql", 0.5, 16, AURORA_MYSQL).max()).hasValue(2069);
    }

    @Test
    void aReplicaOfFixedSizeBesideServerlessOnesGoesByItsClass() {
        var capacity = new Capacity("aurora-postgresql", "db.r6g.large", Optional.of(new AcuRange(0.5, 16)));

        assertThat(ConnectionLimit.of(Optional.of(POSTGRES), capacity, false).max()).hasValue(1802);
    }

    @Test
    void whatCouldNotBeReadSaysWhy() {
        var denied = Failure.denied("rds:DescribeDBParameters");

        assertThat(ConnectionLimit.unread(denied).failure()).hasValue(denied);
        assertThat(ConnectionLimit.unread(denied).max()).isEmpty();
    }

    private static ConnectionLimit provisioned(String engine, String instanceClass, String parameter) {
        return ConnectionLimit.of(Optional.of(parameter), new Capacity(engine, instanceClass, Optional.empty()), false);
    }

    private static ConnectionLimit serverless(String engine, double least, double most, String parameter) {
        return ConnectionLimit.of(Optional.of(parameter), new Capacity(engine, "db.serverless",
                Optional.of(new AcuRange(least, most))), false);
    }
}
