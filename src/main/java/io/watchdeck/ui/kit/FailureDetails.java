package io.watchdeck.ui.kit;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Failure.Kind;
import io.watchdeck.stack.Access;
import io.watchdeck.support.Details;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is told of failures in a ticket: what, stack, account, Region, profile and role, the IAM action, and what AWS said.
/// Says the same as long as nothing else failed; when it was copied is added then.
public record FailureDetails(Words words) {

    /// What nobody asked for, or has no data yet, is no trouble.
    private static final Set<Kind> TOLD = EnumSet.complementOf(EnumSet.of(Kind.ABSENT, Kind.NOT_KEPT));
    private static final int NAMED = 5;
    /// As a refusal is told: code, status of HTTP, message.
    private static final Pattern CODE = Pattern.compile("(?:AssumeRole: )?(\\w[\\w.]*), HTTP (\\d{3}): .*");
    private static final Pattern REQUEST = Pattern.compile(".*\\brequest id ([\\w-]+).*");

    /// All that failed of a stack; empty where nothing did.
    public String of(StackSnapshot stack) {
        return of(stack, _ -> true);
    }

    /// @param wanted which of its failures
    public String of(StackSnapshot stack, Predicate<Failure> wanted) {
        Map<Failure, Set<String>> places = new LinkedHashMap<>();
        stack.identity().state().problem().filter(wanted)
                .ifPresent(failure -> places.computeIfAbsent(failure, _ -> new TreeSet<>()));
        stack.gaps().stream().filter(gap -> wanted.test(gap.failure()))
                .forEach(gap -> places.computeIfAbsent(gap.failure(), _ -> new TreeSet<>()).add(gap.path()));
        return places.entrySet().stream().filter(one -> TOLD.contains(one.getKey().kind()))
                .map(one -> of(stack, one.getKey(), one.getValue())).collect(Collectors.joining("\n\n"));
    }

    private String of(StackSnapshot stack, Failure failure, Set<String> places) {
        Access access = stack.file().access();
        var details = new Details().add(label("what"), words.say(failure.sentence())).add(label("stack"),
                stack.file().name() + ", " + words.say("ui.environment." + stack.file().environment().word()));
        return told(failure, details.add(label("figures"), named(places))
                .add(label("account"), stack.identity().state().latest().map(Identity::account)
                        .or(() -> stack.file().account()))
                .add(label("region"), access.region().code()).add(label("profile"), access.profile())
                .add(label("role"), access.role())).text();
    }

    /// Adds what AWS said.
    public Details told(Failure failure, Details details) {
        Matcher code = CODE.matcher(failure.detail());
        Matcher request = REQUEST.matcher(failure.detail());
        return details.add(label("kind"), failure.kind().word()).add(label("action"), failure.action())
                .add(label("code"), code.matches() ? code.group(1) + " (HTTP " + code.group(2) + ")" : "")
                .add(label("request"), request.matches() ? Optional.of(request.group(1)) : Optional.empty())
                .add(label("detail"), failure.detail());
    }

    private String named(Set<String> places) {
        List<String> first = places.stream().limit(NAMED).toList();
        int more = places.size() - first.size();
        return words.list(first) + (more > 0 ? " +" + more : "");
    }

    private String label(String word) {
        return words.say("details." + word);
    }
}
