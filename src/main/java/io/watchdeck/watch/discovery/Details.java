package io.watchdeck.watch.discovery;

import io.watchdeck.alarms.CloudAlarm;
import io.watchdeck.data.DatabaseFacts;
import io.watchdeck.fleet.ScalingRange;
import io.watchdeck.identity.Identity;
import io.watchdeck.model.Reading;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the subjects say about what was selected.
///
/// @param ranges    by service; `ABSENT` without autoscaling
/// @param databases by id
record Details(Optional<Identity> identity, Map<String, Reading<ScalingRange>> ranges,
        Map<String, Reading<DatabaseFacts>> databases, Reading<List<CloudAlarm>> alarms) {}
