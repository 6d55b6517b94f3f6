package io.watchdeck.ui.stack;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Severity;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.watch.HeldWords;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.Optional;

/// Which stack this is, how it is, and where it lives.
///
/// @param second  the next reason, or empty
/// @param owned   who has all of the worst until when; empty while any of it is open
/// @param place   cluster, Region, account; where the credentials belong to another account than the stack file names, both
/// @param who     the place, and by which profile and role and as whom it is read
/// @param account as the stack file says, else as AWS answered; empty where neither does
record HeaderFacts(String name, Environment environment, Severity severity, Optional<String> owned,
        String severityWord, String headline,
        String second, String place, String who, String account, AwsReference cluster) {

    static HeaderFacts of(StackSnapshot stack, Words words) {
        var file = stack.file();
        Optional<String> account = stack.identity().state().latest().map(Identity::account);
        String known = file.account().or(() -> account).orElse("");
        Optional<String> other = account.filter(actual -> !actual.equals(known));
        String region = file.access().region().code();
        String place = known.isEmpty() ? words.say("ui.stack.place", file.cluster(), region)
                : other.map(actual -> words.say("ui.stack.placeOther", file.cluster(), region, grouped(known),
                        grouped(actual)))
                        .orElseGet(() -> words.say("ui.stack.placeAccount", file.cluster(), region, grouped(known)));
        return new HeaderFacts(file.name(), file.environment(), stack.verdict().severity(),
                stack.verdict().held().map(held -> words.say(HeldWords.of(held, stack.asOf()))),
                words.say("severity." + stack.verdict().severity().word()), words.say(stack.verdict().headline()),
                stack.verdict().second().map(words::say).orElse(""), place, who(stack, place, words), known,
                new ConsoleLinks(file, Optional.of(known).filter(id -> !id.isEmpty())).cluster());
    }

    private static String who(StackSnapshot stack, String place, Words words) {
        String profile = stack.file().access().profile().orElseGet(() -> words.say("ui.stack.who.default"));
        String told = stack.identity().state().latest()
                .map(known -> words.say("ui.stack.who", place, known.arn(), profile))
                .orElseGet(() -> words.say("ui.stack.who.unknown", place, profile));
        return stack.file().access().role().map(role -> told + "\n" + words.say("ui.stack.who.role", role))
                .orElse(told);
    }

    /// `2109-8765-4321`, as AWS's own console writes it.
    private static String grouped(String account) {
        return account.length() == 12
                ? account.substring(0, 4) + "-" + account.substring(4, 8) + "-" + account.substring(8) : account;
    }
}
