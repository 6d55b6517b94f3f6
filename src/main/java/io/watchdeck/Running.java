package io.watchdeck;

import io.watchdeck.instance.Caller;
import io.watchdeck.instance.Reply;
import io.watchdeck.instance.Request;
import io.watchdeck.settings.SettingsFile;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The console that already runs over the same data folder, as a command meets it. One that was silent once is not asked
/// by the same command again, which would wait for it each time.
final class Running {

    /// A console begins and ends within two seconds each, and on a busy machine within some more.
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final int ATTEMPTS = 100;
    private static final int PATIENT_ATTEMPTS = 50;
    private static final String NOT_NOW = "notNow";

    private final Options options;
    private final Caller caller;
    private volatile Optional<Reply.Silent> silent = Optional.empty();

    private Running(Options options, Caller caller) {
        this.options = options;
        this.caller = caller;
    }

    static Running of(Options options) {
        return new Running(options, new Caller(Wiring.data(options)));
    }

    /// Of the command that asks.
    Options options() {
        return options;
    }

    Words words() {
        return new Words(Wiring.preferences(options).locale(), ZoneId.systemDefault());
    }

    /// What this command means, with whatever else the question has to say.
    Map<String, String> terms(StackChoice choice) {
        return Watched.of(options, choice, System.getenv()).terms();
    }

    Reply ask(Request request, Consumer<String> text) {
        if (silent.isPresent()) {
            return silent.get();
        }
        Reply reply = caller.ask(request, text);
        if (reply instanceof Reply.Silent now) {
            silent = Optional.of(now);
        }
        return reply;
    }

    /// The same of one that may be beginning or ending at this moment: it is asked again for some seconds.
    Reply askPatiently(Request request, Consumer<String> text) {
        Reply reply = ask(request, text);
        for (int attempt = 1; attempt < PATIENT_ATTEMPTS && reply instanceof Reply.Declined(String why)
                && why.equals(NOT_NOW); attempt++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            reply = ask(request, text);
        }
        return reply;
    }

    /// Whether there is one, be it that it does not answer.
    boolean isThere() {
        return !(ask(Question.STATUS.named(words(), Map.of(), List.of()), _ -> {}) instanceof Reply.Nobody);
    }

    /// Brings the window of the running console to the front and says so.
    ///
    /// @param choice what this command means, which is read only where there is a console to compare it
    /// @param sure   that there is one, though it may not be ready to answer
    /// @return the exit code; empty where no console runs
    /// @throws Refusal when it does not do it
    Optional<Reply.Ended> front(Supplier<StackChoice> choice, boolean sure) {
        if (!sure && !caller.isWorthAsking()) {
            return Optional.empty();
        }
        Map<String, String> terms = new HashMap<>(terms(choice.get()));
        terms.put(Reception.READ_ONLY, Boolean.toString(options.readOnly()));
        options.theme().ifPresent(theme -> terms.put(Reception.THEME, SettingsFile.THEMES.word(theme)));
        options.language().ifPresent(spoken -> terms.put(Reception.SPOKEN, SettingsFile.LANGUAGES.word(spoken)));
        Request request = Question.FRONT.named(words(), terms, List.of());
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            switch (caller.ask(request, _ -> {})) {
                case Reply.Ended ended -> {
                    return Optional.of(ended);
                }
                case Reply.Silent(OptionalLong process) -> throw new Refusal(ExitCode.BUSY, silent(process));
                case Reply.Nobody() -> {
                    if (!sure) {
                        return Optional.empty();
                    }
                }
                case Reply.Declined(String why) -> {
                    if (!why.equals(NOT_NOW)) {
                        throw new Refusal(ExitCode.BUSY, words().say("instance.version"));
                    }
                }
                case Reply.Broken() -> {
                    // it ends at this moment
                }
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
        throw new Refusal(ExitCode.BUSY, silent(OptionalLong.empty()));
    }

    String silent(OptionalLong process) {
        return process.isPresent() ? words().say("instance.silent.process", Long.toString(process.getAsLong()))
                : words().say("instance.silent");
    }
}
