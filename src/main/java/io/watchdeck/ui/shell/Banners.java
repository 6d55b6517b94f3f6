package io.watchdeck.ui.shell;

import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Failure;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.Saving;
import io.watchdeck.support.Details;
import io.watchdeck.ui.kit.FailureDetails;
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

/// Decides what stands under the top bar: at most one banner of a kind, however many stacks it concerns, but one for each
/// door at which a person has to sign in: signing in at one opens every profile behind it.
final class Banners {

    /// Problems that are told one by one, a line each; of more the first is, and how many there are besides.
    private static final int EACH = BannerPane.LINES;

    private final Words words;
    private final String stacks;

    /// @param stacks the folder of a person's own stack files
    Banners(Words words, String stacks) {
        this.words = words;
        this.stacks = stacks;
    }

    /// @param settings what is wrong with the settings file
    /// @param last     of the files that a person saved
    /// @param signIn   which profiles there are, and where their doors are
    List<Banner> of(WatchSnapshot snapshot, List<FileProblem> settings, Optional<Saved> last, SignInState signIn) {
        var banners = new ArrayList<Banner>();
        last.flatMap(saved -> unsaved(saved, settings)).ifPresent(banners::add);
        banners.addAll(new SignInBanners(words, signIn).of(with(snapshot, Failure.Kind.EXPIRED)));
        wrongAccount(snapshot).ifPresent(banners::add);
        problems(Banner.Kind.PROBLEMS, snapshot.problems()).ifPresent(banners::add);
        problems(Banner.Kind.SETTINGS, settings).ifPresent(banners::add);
        saving(snapshot.meter()).ifPresent(banners::add);
        if (!snapshot.notices().isEmpty()) {
            String told = snapshot.notices().stream().map(words::say).collect(Collectors.joining("\n"));
            banners.add(new Banner(Banner.Kind.HISTORY, Tone.WARNING, words.say("ui.banner.history.title"), told, told,
                    Optional.empty()).withDetails(told(words.say("ui.banner.history.title"), told)));
        }
        if (snapshot.sandbox()) {
            banners.add(new Banner(Banner.Kind.SANDBOX, Tone.NOTICE, words.say("ui.banner.sandbox.title"),
                    words.say("ui.banner.sandbox.text", stacks), words.say("ui.banner.sandbox.detail"),
                    List.of(new Banner.Connect(words.say("ui.connect.open")),
                            new Banner.Copy(words.say("ui.banner.sandbox.copy"), stacks))));
        }
        return banners;
    }

    private Optional<Banner> unsaved(Saved last, List<FileProblem> settings) {
        String file = String.valueOf(last.file().getFileName());
        return last.problem().map(why -> {
            String text = !last.isChoice() ? words.say("ui.banner.unsaved.text", file, why)
                    : words.say(settings.isEmpty() ? "ui.banner.unsaved.choice" : "ui.banner.unsaved.mistakes", file);
            return new Banner(Banner.Kind.UNSAVED, Tone.WARNING, words.say("ui.banner.unsaved.title"), text,
                    last.file().toString(), Optional.empty())
                    .withDetails(told(words.say("ui.banner.unsaved.title"), file + ": " + words.say(why)));
        });
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

    private Optional<Banner> wrongAccount(WatchSnapshot snapshot) {
        List<StackSnapshot> stacks = with(snapshot, Failure.Kind.WRONG_ACCOUNT);
        return stacks.isEmpty() ? Optional.empty() : Optional.of(new Banner(Banner.Kind.WRONG_ACCOUNT, Tone.WARNING,
                words.say("ui.banner.account.title"),
                words.say("ui.banner.account.text", names(stacks)),
                stacks.stream().flatMap(stack -> failures(stack)
                        .filter(failure -> failure.kind() == Failure.Kind.WRONG_ACCOUNT).limit(1))
                        .map(failure -> words.say(failure.sentence())).collect(Collectors.joining("\n")),
                Optional.empty()).withDetails(details(words, stacks, Failure.Kind.WRONG_ACCOUNT)));
    }

    private Optional<Banner> problems(Banner.Kind kind, List<FileProblem> problems) {
        if (problems.isEmpty()) {
            return Optional.empty();
        }
        String key = "ui.banner." + kind.name().toLowerCase(Locale.ROOT);
        String title = words.say(key + ".title", problems.size());
        String all = problems.stream().map(this::problem).collect(Collectors.joining("\n"));
        String told = problems.size() <= EACH ? all : problem(problems.getFirst()) + "\n"
                + words.say(key + ".more", problems.size() - 1);
        return Optional.of(new Banner(kind, Tone.WARNING, title, told, all,
                Optional.of(new Banner.Copy(words.say("ui.banner.problems.copy"), all)))
                .withDetails(told(title, all)));
    }

    private String problem(FileProblem one) {
        return one.covered() ? words.say("ui.banner.problems.covered", one) : one.toString();
    }

    private String told(String what, String said) {
        return new Details().add(words.say("details.what"), what).add(words.say("details.detail"), said).text();
    }

    /// What failed in one way of several stacks.
    static String details(Words words, List<StackSnapshot> stacks, Failure.Kind kind) {
        return stacks.stream().map(stack -> new FailureDetails(words).of(stack, failure -> failure.kind() == kind))
                .distinct().collect(Collectors.joining("\n\n"));
    }

    /// The stacks whose credentials are not taken.
    static Set<StackId> expired(WatchSnapshot snapshot) {
        return with(snapshot, Failure.Kind.EXPIRED).stream().map(stack -> stack.file().id())
                .collect(Collectors.toSet());
    }

    private static List<StackSnapshot> with(WatchSnapshot snapshot, Failure.Kind kind) {
        return snapshot.stacks().stream()
                .filter(stack -> failures(stack).anyMatch(failure -> failure.kind() == kind)).toList();
    }

    static Stream<Failure> failures(StackSnapshot stack) {
        return Stream.concat(stack.identity().state().problem().stream(),
                stack.gaps().stream().map(StackSnapshot.Gap::failure));
    }

    private String names(List<StackSnapshot> stacks) {
        return words.list(stacks.stream().map(stack -> stack.file().name()).distinct().toList());
    }
}
