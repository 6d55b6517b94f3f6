package io.watchdeck.fleet;

import io.watchdeck.model.Reading;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/// The autoscaling ranges of the services of one cluster, by their names.
public final class Ranges {

    private Ranges() {}

    public static Map<String, Reading<ScalingRange>> of(ScalingSource source, String cluster,
            Collection<String> services) {
        var ranges = new LinkedHashMap<String, Reading<ScalingRange>>();
        source.ranges(services.stream().map(name -> new ServiceKey(cluster, name)).toList())
                .forEach((key, range) -> ranges.put(key.service(), range));
        return ranges;
    }
}
