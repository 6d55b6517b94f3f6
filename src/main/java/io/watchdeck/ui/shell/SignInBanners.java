package io.watchdeck.ui.shell;

import io.watchdeck.identity.Door;
import io.watchdeck.identity.Profile;
import io.watchdeck.identity.SignInState;
import io.watchdeck.model.Failure;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is said where credentials are not taken: one banner for each door that a person can sign in at, and one for what
/// no sign-in helps.
///
/// @param state which profiles there are; where it knows none the way is that of the command line
record SignInBanners(Words words, SignInState state) {

    private static final String CODE = "failure.aws.mfa";

    /// @param expired stacks whose credentials are not taken
    List<Banner> of(List<StackSnapshot> expired) {
        Map<Door, List<StackSnapshot>> doors = new LinkedHashMap<>();
        List<StackSnapshot> unknown = new ArrayList<>();
        List<StackSnapshot> unhelped = new ArrayList<>();
        for (StackSnapshot stack : expired) {
            Optional<Door> door = door(stack);
            if (door.isPresent()) {
                doors.computeIfAbsent(door.get(), _ -> new ArrayList<>()).add(stack);
            } else {
                (isHelped(stack) ? unknown : unhelped).add(stack);
            }
        }
        var banners = new ArrayList<Banner>();
        doors.forEach((door, stacks) -> banners.add(at(door, stacks)));
        if (!unknown.isEmpty()) {
            banners.add(byCommand(unknown));
        }
        // Whoever has a way in is told of that first, and of the rest when it is taken.
        if (!unhelped.isEmpty() && banners.isEmpty()) {
            banners.add(credentials(unhelped));
        }
        return banners;
    }

    private String profile(StackSnapshot stack) {
        return state.profileName(stack.file().access().profile());
    }

    /// Why the credentials of a stack are not taken.
    private static Failure reason(StackSnapshot stack) {
        return Banners.failures(stack).filter(failure -> failure.kind() == Failure.Kind.EXPIRED).findFirst()
                .orElseThrow();
    }

    private Optional<Door> door(StackSnapshot stack) {
        Failure reason = reason(stack);
        Optional<Profile> profile = state.profile(profile(stack)).filter(_ -> !reason.noSignInHelps());
        return reason.sentence().key().equals(CODE) ? profile.flatMap(Profile::mfa).map(Door.class::cast)
                : profile.flatMap(Profile::sso).map(Door.class::cast);
    }

    /// Of a profile that is known a sign-in would have been offered.
    private boolean isHelped(StackSnapshot stack) {
        return !reason(stack).noSignInHelps() && state.profile(profile(stack)).isEmpty();
    }

    private Banner at(Door door, List<StackSnapshot> stacks) {
        String kind = door instanceof Door.Mfa ? "code" : "signIn";
        String profiles = words.list(stacks.stream().map(this::profile).distinct().toList());
        return new Banner(Banner.Kind.EXPIRED, Tone.WARNING, words.say("ui.banner." + kind + ".title", door.name()),
                words.say("ui.banner." + kind + ".text", names(stacks)),
                words.say("ui.banner.signIn.detail", profiles, words.say(reason(stacks.getFirst()).sentence())),
                Optional.of(new Banner.Enter(words.say("ui.banner." + kind + ".go"), door)))
                .withDetails(details(stacks));
    }

    private String details(List<StackSnapshot> stacks) {
        return Banners.details(words, stacks, Failure.Kind.EXPIRED);
    }

    private Banner byCommand(List<StackSnapshot> stacks) {
        List<String> commands = stacks.stream().map(this::profile).distinct()
                .map(profile -> "aws sso login --profile " + profile).toList();
        String all = String.join("\n", commands);
        return new Banner(Banner.Kind.EXPIRED, Tone.WARNING, words.say("ui.banner.expired.title"),
                words.say("ui.banner.expired.text", words.either(commands), names(stacks)), all,
                Optional.of(new Banner.Copy(words.say("ui.banner.expired.copy"), all))).withDetails(details(stacks));
    }

    private Banner credentials(List<StackSnapshot> stacks) {
        String reason = words.say(reason(stacks.getFirst()).sentence());
        return new Banner(Banner.Kind.EXPIRED, Tone.WARNING, words.say("ui.banner.credentials.title"),
                words.say("ui.banner.credentials.text", reason, names(stacks)), reason, Optional.empty())
                .withDetails(details(stacks));
    }

    private String names(List<StackSnapshot> stacks) {
        return words.list(stacks.stream().map(stack -> stack.file().name()).distinct().toList());
    }
}
