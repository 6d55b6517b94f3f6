package io.watchdeck.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.api.ErrorCode;

/// The tables and their version. The version is read with one query, because Flyway takes longer to find out that
/// there is nothing to do than everything else of the opening together.
final class Schema {

    /// The newest migration.
    static final int CURRENT = 12;

    private Schema() {}

    /// 0 in a database that has none.
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("""
                        select max(cast("version" as integer)) from "schema_version" where "success\"""")) {
            return found.next() ? found.getInt(1) : 0;
        } catch (SQLException failed) {
            if (failed.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || failed.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return 0;
            }
            throw failed;
        }
    }

    /// Brings a database of an earlier version, or an empty one, to the newest.
    static void migrate(DataSource database) {
        Flyway.configure(Schema.class.getClassLoader()).dataSource(database)
                .locations("classpath:io/watchdeck/store/migration").table("schema_version")
                .loggers("slf4j").load().migrate();
    }
}
