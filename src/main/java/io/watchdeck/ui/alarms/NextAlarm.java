package io.watchdeck.ui.alarms;

import io.watchdeck.watch.AlarmDesk;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Which alarm is looked at after a word on the selected one takes that out of its group: whoever goes through a list stays
/// where the next one is, instead of being carried off to where the last one went.
///
/// @param group   in which it was selected
/// @param from    the alarm that was selected
/// @param inOrder the others of its group on which no word is given: from the next one down, then from the one above up
record NextAlarm(AlarmGroup group, UUID from, List<UUID> inOrder) {

    /// @param listed in the order of the list
    /// @param said   on which the word is given; empty result where the selected one is none of them
    static Optional<NextAlarm> after(Optional<AlarmFacts> selected, List<AlarmFacts> listed, List<UUID> said) {
        return selected.filter(one -> said.contains(one.id())).map(one -> {
            List<AlarmFacts> group = listed.stream().filter(each -> each.group() == one.group()).toList();
            int place = group.stream().map(AlarmFacts::id).toList().indexOf(one.id());
            return new NextAlarm(one.group(), one.id(), Stream.concat(group.stream().skip(place + 1L),
                    group.subList(0, Math.max(0, place)).reversed().stream()).map(AlarmFacts::id)
                    .filter(id -> !said.contains(id)).toList());
        });
    }

    /// The one that is looked at now: the first of them that is still listed in the group. Empty where there is none, where
    /// the word left the alarm in its group, or where a person has selected another meanwhile.
    ///
    /// @param said what came of the word
    Optional<UUID> of(AlarmDesk.Said said, Optional<AlarmFacts> selected, List<AlarmFacts> listed) {
        boolean stays = said.taken().stream().anyMatch(one -> one.id().equals(from) && AlarmGroup.of(one) == group);
        return stays || selected.filter(one -> one.id().equals(from)).isEmpty() ? Optional.empty()
                : inOrder.stream().filter(id -> listed.stream().anyMatch(one -> one.id().equals(id)
                        && one.group() == group)).findFirst();
    }
}
