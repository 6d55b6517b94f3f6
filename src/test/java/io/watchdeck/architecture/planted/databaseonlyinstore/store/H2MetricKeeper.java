package io.watchdeck.architecture.planted.databaseonlyinstore.store;

import io.watchdeck.architecture.planted.Right;
import javax.sql.DataSource;

@Right
public record H2MetricKeeper(DataSource data) {}
