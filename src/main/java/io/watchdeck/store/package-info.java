/// Keeps what AWS forgets: the only place that knows JDBC. One H2 file in the person's data folder, migrated by Flyway,
/// read and written through Jdbi.
///
/// Read first: [Database], which opens it and outlives damage and full disks; then [H2MetricStore]. A new kind of thing
/// to keep is one migration (`migration/V<n>__….sql`, [Schema#CURRENT]) and one small class that takes a [Database].
/// Imports the ports and their records, nothing of the other edges.
@NullMarked
package io.watchdeck.store;

import org.jspecify.annotations.NullMarked;
