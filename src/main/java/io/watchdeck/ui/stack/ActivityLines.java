package io.watchdeck.ui.stack;

import io.watchdeck.fleet.ScalingActivity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Age;
import io.watchdeck.ui.kit.ShortNames;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/// What autoscaling did to a service lately, and what it did not do and why; newest first.
final class ActivityLines {

    private static final int SHOWN = 20;
    /// The alarm's name and what it triggered stand at the ends; ids that nobody reads stand between them.
    private static final int CAUSE_HEAD = 44;
    private static final int CAUSE_TAIL = 40;

    private final Instant now;
    private final Words words;

    ActivityLines(Instant now, Words words) {
        this.now = now;
        this.words = words;
    }

    /// @param note    that there are none, or how many more
    /// @param absence why they are not known
    record Activities(Age age, String note, Optional<Absence> absence, List<Line> lines) {
        Activities {
            lines = List.copyOf(lines);
        }

        /// The same but for its age, which grows by itself.
        boolean saysTheSame(Activities other) {
            return note.equals(other.note) && absence.equals(other.absence) && lines.equals(other.lines);
        }
    }

    /// One activity.
    ///
    /// @param status    a word
    /// @param what      AWS's own sentence
    /// @param detail    why nothing was scaled, or AWS's sentence about the status; or empty
    /// @param cause     AWS's own sentence with short names, without its middle where it is long
    /// @param fullCause the same as AWS wrote it
    record Line(Tone tone, String status, String when, String whenFull, String what, String detail, String cause,
            String fullCause) {}

    /// @param inspected of this very service, where it is looked at closely
    Activities of(StackSnapshot.Service service, Optional<Inspected> inspected) {
        if (inspected.isEmpty()) {
            return new Activities(Age.of(new Panel<>(Loadable.loading(), Duration.ZERO), now, words), "",
                    Optional.of(Absence.asking(words)), List.of());
        }
        Panel<List<ScalingActivity>> panel = inspected.get().activities();
        Age age = Age.of(panel, now, words);
        Optional<List<ScalingActivity>> known = panel.state().latest();
        if (known.isEmpty()) {
            return new Activities(age, "", Absence.of(panel.state(), words), List.of());
        }
        List<ScalingActivity> all = known.get();
        return new Activities(age, all.isEmpty() ? none(service)
                : all.size() > SHOWN ? words.say("ui.drawer.more", all.size() - SHOWN) : "", Optional.empty(),
                all.stream().limit(SHOWN).map(this::line).toList());
    }

    private String none(StackSnapshot.Service service) {
        boolean unmanaged = service.scaling().state().problem().map(Failure::kind)
                .filter(Failure.Kind.ABSENT::equals).isPresent();
        return words.say(unmanaged ? "ui.drawer.activity.unmanaged" : "ui.drawer.activity.none");
    }

    private Line line(ScalingActivity activity) {
        boolean nothing = !activity.notScaled().isEmpty();
        String detail = nothing
                ? activity.notScaled().stream().map(this::reason).collect(Collectors.joining("\n"))
                : activity.status().equals("Successful") ? "" : activity.message();
        String full = nothing && !activity.message().isEmpty()
                ? activity.cause() + "\n" + activity.message() : activity.cause();
        return new Line(nothing ? refused(activity) : tone(activity.status()),
                nothing ? words.say("ui.drawer.activity.notScaled") : status(activity.status()),
                words.when(activity.startedAt(), now), moments(activity), activity.description(), detail,
                shortened(ShortNames.in(activity.cause())), full);
    }

    /// When it began and, once it is over, when it ended.
    private String moments(ScalingActivity activity) {
        String began = words.say("ui.drawer.started", words.moments(activity.startedAt()));
        return activity.endedAt().map(at -> began + "\n" + words.say("ui.drawer.activity.ended", words.moments(at)))
                .orElse(began);
    }

    private static String shortened(String cause) {
        return cause.length() <= CAUSE_HEAD + CAUSE_TAIL ? cause
                : cause.substring(0, CAUSE_HEAD) + "…" + cause.substring(cause.length() - CAUSE_TAIL);
    }

    /// At its maximum a service cannot follow its load any more.
    private static Tone refused(ScalingActivity activity) {
        return activity.notScaled().stream().map(ScalingActivity.NotScaled::code)
                .anyMatch(code -> code.equals("AlreadyAtMaxCapacity")
                        || code.equals("TargetServicePutResourceAsUnscalable")) ? Tone.WARNING : Tone.MUTED;
    }

    private static Tone tone(String status) {
        return switch (status) {
            case "Failed", "Unfulfilled" -> Tone.WARNING;
            case "Pending", "InProgress" -> Tone.NOTICE;
            case "Successful" -> Tone.FINE;
            default -> Tone.MUTED;
        };
    }

    /// Words that AWS adds later are shown as they are.
    private String status(String status) {
        return switch (status) {
            case "Pending", "InProgress", "Successful", "Overridden", "Unfulfilled", "Failed" ->
                words.say("ui.drawer.activity." + status);
            default -> status;
        };
    }

    private String reason(ScalingActivity.NotScaled reason) {
        return switch (reason.code()) {
            case "AlreadyAtMaxCapacity" -> at("ui.drawer.activity.atMax", reason.max());
            case "AlreadyAtMinCapacity" -> at("ui.drawer.activity.atMin", reason.min());
            case "AlreadyAtDesiredCapacity" -> at("ui.drawer.activity.atDesired", reason.current());
            case "AutoScalingAnticipatedFlapping" -> words.say("ui.drawer.activity.flapping");
            case "TargetServicePutResourceAsUnscalable" -> words.say("ui.drawer.activity.unscalable");
            default -> reason.code();
        };
    }

    /// AWS need not say the number.
    private String at(String key, OptionalInt count) {
        return count.isPresent() ? words.say(key, count.getAsInt()) : words.say(key + ".unsaid");
    }
}
