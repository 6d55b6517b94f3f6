package io.watchdeck.architecture.planted.databaseonlyinstore.timeline;

import io.watchdeck.architecture.planted.Wrong;
import javax.sql.DataSource;

@Wrong
public record DataSourceLeak(DataSource data) {}
