package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.Checked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The alarms that a filter leaves, by group, in the order of the list.
///
/// @param groups every group has an entry
record GroupedAlarms(Map<AlarmGroup, List<AlarmFacts>> groups) {

    static GroupedAlarms of(Collection<AlarmFacts> alarms, Predicate<AlarmFacts> wanted) {
        Map<AlarmGroup, List<AlarmFacts>> groups = new EnumMap<>(AlarmGroup.class);
        for (AlarmGroup group : AlarmGroup.values()) {
            groups.put(group, new ArrayList<>());
        }
        alarms.stream().filter(wanted).forEach(one -> groups.get(one.group()).add(one));
        return new GroupedAlarms(groups);
    }

    /// How many each group has. An empty group is left out where nothing could be checked: how many there are is not known.
    /// So is that of the open ones where not all could be checked: only what is checked can be open.
    Map<AlarmGroup, Integer> counts(Checked checked) {
        return groups.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty() || checked.all()
                        || group.getKey() != AlarmGroup.OPEN && !checked.nothing())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, group -> group.getValue().size()));
    }

    /// One group alone, or all of them.
    Map<AlarmGroup, List<AlarmFacts>> of(Optional<AlarmGroup> only) {
        Map<AlarmGroup, List<AlarmFacts>> shown = new EnumMap<>(groups);
        shown.keySet().removeIf(group -> only.filter(wanted -> wanted != group).isPresent());
        return shown;
    }
}
