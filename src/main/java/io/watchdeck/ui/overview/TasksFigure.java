package io.watchdeck.ui.overview;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.TaskState;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.StackFigures;
import io.watchdeck.ui.kit.TaskBlock;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How many tasks run of how many wanted, and on which capacity.
///
/// @param capacity the words beside the squares
/// @param share    running of desired, for sorting
record TasksFigure(Optional<Absence> absence, String count, Tone tone, String services, List<TaskBlock> blocks,
        String capacity, Optional<Age> late, String sentence, OptionalDouble share) {

    static TasksFigure of(StackSnapshot stack, Instant now, Words words) {
        List<ServiceState> known = stack.services().stream().flatMap(one -> one.state().state().latest().stream())
                .toList();
        int all = stack.services().size();
        if (known.isEmpty()) {
            Optional<Absence> absence = stack.services().stream().findFirst()
                    .flatMap(one -> Absence.of(one.state().state(), words));
            return new TasksFigure(absence, all == 0 ? words.say("ui.tasks.none") : "", Tone.MUTED, "", List.of(), "",
                    Optional.empty(), "", OptionalDouble.empty());
        }
        int running = known.stream().mapToInt(ServiceState::running).sum();
        int desired = known.stream().mapToInt(ServiceState::desired).sum();
        Tone open = StackFigures.tone(stack, condition -> condition.on().kind() == ComponentKind.SERVICE
                && condition.metric().filter(metric -> metric.startsWith("service.running")
                        || metric.equals("service.missing")).isPresent());
        Tone tone = open == Tone.PLAIN && running < desired ? Tone.WARNING : open;
        Age age = Age.oldest(stack.services().stream().map(StackSnapshot.Service::state).toList(), now, words);
        String services = known.size() < all ? words.say("ui.tasks.servicesOf", known.size(), all)
                : words.say("ui.tasks.services", all);
        String capacity = capacity(stack, words);
        return new TasksFigure(Optional.empty(), running + "/" + desired, tone, services,
                blocks(stack), capacity, Optional.of(age).filter(Age::worthSaying),
                words.say("ui.tasks.sentence", running, desired, services, capacity),
                OptionalDouble.of(desired > 0 ? (double) running / desired : 1));
    }

    private static List<TaskBlock> blocks(StackSnapshot stack) {
        var blocks = new ArrayList<TaskBlock>();
        for (StackSnapshot.Service service : stack.services()) {
            service.state().state().latest().ifPresent(state -> blocks.addAll(blocks(service, state)));
        }
        blocks.sort(java.util.Comparator.naturalOrder());
        return blocks;
    }

    private static List<TaskBlock> blocks(StackSnapshot.Service service, ServiceState state) {
        var blocks = new ArrayList<TaskBlock>();
        for (TaskState task : service.tasks().state().latest().orElse(List.of())) {
            if (task.isRunning() && blocks.size() < state.running()) {
                blocks.add(task.isSpot() ? TaskBlock.SPOT : TaskBlock.ON_DEMAND);
            }
        }
        while (blocks.size() < state.running()) {
            blocks.add(TaskBlock.RUNNING);
        }
        int missing = Math.max(0, state.desired() - state.running());
        for (int index = 0; index < missing; index++) {
            blocks.add(index < state.pending() ? TaskBlock.PENDING : TaskBlock.MISSING);
        }
        return blocks;
    }

    private static String capacity(StackSnapshot stack, Words words) {
        boolean known = stack.services().stream().allMatch(one -> one.tasks().state().latest().isPresent());
        long spot = 0;
        long running = 0;
        for (StackSnapshot.Service service : stack.services()) {
            for (TaskState task : service.tasks().state().latest().orElse(List.of())) {
                running += task.isRunning() ? 1 : 0;
                spot += task.isRunning() && task.isSpot() ? 1 : 0;
            }
        }
        if (spot > 0 && running > 0) {
            return words.say("ui.tasks.spot", Math.round(100.0 * spot / running));
        }
        if (stack.services().size() == 1) {
            var range = stack.services().getFirst().scaling().state().latest();
            if (range.isPresent()) {
                return words.say("ui.tasks.auto", range.get().min(), range.get().max());
            }
        }
        return known ? words.say("ui.tasks.onDemand") : "";
    }
}
