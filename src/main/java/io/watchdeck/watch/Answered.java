package io.watchdeck.watch;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Panel;
import java.util.List;
import java.util.Optional;

/// Whether the clouds of the stacks answer now. What was known last may still decide for a while; that nothing new comes is to
/// be seen at once.
///
/// @param stacks that are watched
/// @param lacking those of which some question got no answer when it was asked last
/// @param silent  those that answered none of the questions asked most often
public record Answered(int stacks, int lacking, int silent) {

    public static Answered of(List<StackSnapshot> stacks) {
        return new Answered(stacks.size(), (int) stacks.stream().filter(Answered::isLacking).count(),
                (int) stacks.stream().filter(Answered::isSilent).count());
    }

    /// Whether no stack answers.
    public boolean none() {
        return stacks > 0 && silent == stacks;
    }

    public boolean inFull() {
        return lacking == 0 && silent == 0;
    }

    private static boolean isLacking(StackSnapshot stack) {
        return stack.gaps().stream().anyMatch(gap -> isNoAnswer(gap.failure()));
    }

    /// Services are asked for every 20 seconds; who we are, without services, every minute.
    private static boolean isSilent(StackSnapshot stack) {
        List<? extends Panel<?>> asked = stack.services().isEmpty() ? List.of(stack.identity())
                : stack.services().stream().map(StackSnapshot.Service::state).toList();
        return asked.stream().allMatch(panel -> {
            Optional<Failure> problem = panel.state().problem();
            return problem.isPresent() && isNoAnswer(problem.get());
        });
    }

    /// "Not permitted" and "not found" are answers; the cap is a wish of our own.
    private static boolean isNoAnswer(Failure failure) {
        return switch (failure.kind()) {
            case EXPIRED, THROTTLED, UNREACHABLE, WRONG_ACCOUNT, UNEXPECTED -> true;
            case DENIED, NOT_FOUND, ABSENT, NOT_KEPT, CAPPED -> false;
        };
    }
}
