package io.watchdeck.ui.shell;

import io.watchdeck.model.Failure;
import io.watchdeck.refresh.Saving;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import io.watchdeck.yaml.FileProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides what stands under the top bar: at most one banner of a kind, however many stacks it concerns.
final class Banners {

    private static final Set<String> NOT_HELPED = Set.of("failure.aws.clock", "failure.aws.noProfile");

    private final Words words;
    private final String stacks;

    /// @param stacks the folder of a person's own stack files
    Banners(Words words, String stacks) {
        this.words = words;
        this.stacks = stacks;
    }

    /// @param settings what is wrong with the settings file
    /// @param last     of the files that a person saved
    List<Banner> of(WatchSnapshot snapshot, List<FileProblem> settings, Optional<Saved> last) {
        var banners = new ArrayList<Banner>();
        last.flatMap(this::unsaved).ifPresent(banners::add);
        expired(snapshot).ifPresent(banners::add);
        wrongAccount(snapshot).ifPresent(banners::add);
        problems(Banner.Kind.PROBLEMS, "ui.banner.problems.title", snapshot.problems()).ifPresent(banners::add);
        problems(Banner.Kind.SETTINGS, "ui.banner.settings.title", settings).ifPresent(banners::add);
        saving(snapshot.meter()).ifPresent(banners::add);
        if (!snapshot.notices().isEmpty()) {
            String told = snapshot.notices().stream().map(words::say).collect(Collectors.joining("\n"));
            banners.add(new Banner(Banner.Kind.HISTORY, Tone.WARNING, words.say("ui.banner.history.title"), told, told,
                    Optional.empty()));
        }
        if (snapshot.sandbox()) {
            banners.add(new Banner(Banner.Kind.SANDBOX, Tone.NOTICE, words.say("ui.banner.sandbox.title"),
                    words.say("ui.banner.sandbox.text", stacks), words.say("ui.banner.sandbox.detail"), Optional.of(
                            new Banner.Copy(words.say("ui.banner.sandbox.copy"), stacks))));
        }
        return banners;
    }

    private Optional<Banner> unsaved(Saved last) {
        return last.problem().map(why -> new Banner(Banner.Kind.UNSAVED, Tone.WARNING,
                words.say("ui.banner.unsaved.title"),
                words.say("ui.banner.unsaved.text", String.valueOf(last.file().getFileName()), why),
                last.file().toString(), Optional.empty()));
    }

    /// The way on is a person's word: a higher cap in the settings, which is followed at once.
    private Optional<Banner> saving(MeterReading meter) {
        if (meter.saving() == Saving.NONE) {
            return Optional.empty();
        }
        String text = words.say("ui.banner.saving." + meter.saving().name().toLowerCase(Locale.ROOT), meter.month(),
                words.money(meter.cap()));
        return Optional.of(new Banner(Banner.Kind.SAVING, Tone.WARNING, words.say("ui.banner.saving.title"), text,
                words.say("ui.banner.saving.detail"), Optional.of(
                        new Banner.Go(words.say("ui.banner.saving.go"), Place.of(Screen.SETTINGS)))));
    }

    /// Where signing in helps it names the command; a wrong clock or a profile that is not there has words of its own.
    private Optional<Banner> expired(WatchSnapshot snapshot) {
        List<StackSnapshot> stacks = with(snapshot, Failure.Kind.EXPIRED);
        if (stacks.isEmpty()) {
            return Optional.empty();
        }
        List<StackSnapshot> helped = stacks.stream().filter(stack -> otherReason(stack).isEmpty()).toList();
        if (helped.isEmpty()) {
            String reason = words.say(otherReason(stacks.getFirst()).orElseThrow().sentence());
            return Optional.of(new Banner(Banner.Kind.EXPIRED, Tone.WARNING,
                    words.say("ui.banner.credentials.title"),
                    words.say("ui.banner.credentials.text", reason, names(stacks)), reason, Optional.empty()));
        }
        List<String> commands = helped.stream().map(stack -> stack.file().access().profile().orElse("default"))
                .distinct().map(profile -> "aws sso login --profile " + profile).toList();
        String all = String.join("\n", commands);
        return Optional.of(new Banner(Banner.Kind.EXPIRED, Tone.WARNING, words.say("ui.banner.expired.title"),
                words.say("ui.banner.expired.text", words.either(commands), names(helped)), all,
                Optional.of(new Banner.Copy(words.say("ui.banner.expired.copy"), all))));
    }

    /// Why the credentials of a stack are not taken where no sign-in helps.
    private static Optional<Failure> otherReason(StackSnapshot stack) {
        return failures(stack).filter(failure -> failure.kind() == Failure.Kind.EXPIRED).findFirst()
                .filter(failure -> NOT_HELPED.contains(failure.sentence().key()));
    }

    private Optional<Banner> wrongAccount(WatchSnapshot snapshot) {
        List<StackSnapshot> stacks = with(snapshot, Failure.Kind.WRONG_ACCOUNT);
        return stacks.isEmpty() ? Optional.empty() : Optional.of(new Banner(Banner.Kind.WRONG_ACCOUNT, Tone.WARNING,
                words.say("ui.banner.account.title"),
                words.say("ui.banner.account.text", names(stacks)),
                stacks.stream().flatMap(stack -> failures(stack)
                        .filter(failure -> failure.kind() == Failure.Kind.WRONG_ACCOUNT).limit(1))
                        .map(failure -> words.say(failure.sentence())).collect(Collectors.joining("\n")),
                Optional.empty()));
    }

    private Optional<Banner> problems(Banner.Kind kind, String title, List<FileProblem> problems) {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String all = problems.stream().map(FileProblem::toString).collect(Collectors.joining("\n"));
        return Optional.of(new Banner(kind, Tone.WARNING,
                words.say(title, problems.size()), problems.getFirst().toString(), all,
                Optional.of(new Banner.Copy(words.say("ui.banner.problems.copy"), all))));
    }

    private static List<StackSnapshot> with(WatchSnapshot snapshot, Failure.Kind kind) {
        return snapshot.stacks().stream()
                .filter(stack -> failures(stack).anyMatch(failure -> failure.kind() == kind)).toList();
    }

    private static Stream<Failure> failures(StackSnapshot stack) {
        return Stream.concat(stack.identity().state().problem().stream(),
                stack.gaps().stream().map(StackSnapshot.Gap::failure));
    }

    private String names(List<StackSnapshot> stacks) {
        return words.list(stacks.stream().map(stack -> stack.file().name()).distinct().toList());
    }
}
