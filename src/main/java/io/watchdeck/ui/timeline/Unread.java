package io.watchdeck.ui.timeline;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.stream.Stream;

/// Says what would tell of events of a stack and may not be read: a list without them would look as if nothing had
/// happened.
final class Unread {

    private Unread() {}

    /// @param kept why what is read for the events alone is not kept
    /// @return empty where all may be read
    static String of(StackSnapshot stack, List<Failure> kept, Words words) {
        List<String> all = Stream.concat(kept.stream(), refused(stack)).map(why -> Absence.of(why, words))
                .map(why -> why.detail().isEmpty() ? why.word()
                        : words.say("ui.timeline.unread.one", why.word(), why.detail()))
                .distinct().toList();
        return all.isEmpty() ? "" : words.say("ui.timeline.unread", words.list(all));
    }

    /// The figures that events are taken from. What is only late comes with the next reading.
    private static Stream<Failure> refused(StackSnapshot stack) {
        Stream<Panel<?>> services = stack.services().stream()
                .flatMap(one -> Stream.of(one.state(), one.tasks(), one.scaling()));
        Stream<Panel<?>> pipelines = stack.pipelines().stream().map(StackSnapshot.Pipeline::state);
        return Stream.of(services, pipelines, Stream.<Panel<?>>of(stack.alarms())).flatMap(one -> one)
                .map(Panel::state).flatMap(state -> problem(state))
                .filter(why -> why.kind() == Failure.Kind.DENIED);
    }

    private static Stream<Failure> problem(Loadable<?> state) {
        return state.problem().stream();
    }
}
