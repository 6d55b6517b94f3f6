/// What a metric is: the catalogue, series, and the history of what was read. Ports: [MetricSource],
/// [MetricStore], [CoverageStore].
///
/// Read first: [MetricCatalogue]. A metric is data, not code: a new one is one entry there.
@NullMarked
package io.watchdeck.metrics;

import org.jspecify.annotations.NullMarked;
