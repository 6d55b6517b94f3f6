package io.watchdeck.fleet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A sentence of ECS about a service, which begins with the service: `(service api) has reached a steady state.` The
/// sentences are those of "Amazon ECS service event messages" in the developer guide.
///
/// @param message as ECS wrote it
public record EcsSentence(String message) {

    private static final Pattern SERVICE = Pattern.compile("^\\(service [^)]*\\)\\s+");

    /// What ECS tells again and again of a service that does as it should, with how many of it there were.
    public enum Routine {
        STARTED("^has started (\\d+) tasks"), STOPPED("^has stopped (\\d+) running tasks"), DRAINING(
                "^has begun draining connections on (\\d+) tasks"),
        DEREGISTERED(
                "^deregistered (\\d+) targets"),
        REGISTERED(
                "^registered (\\d+) targets"),
        STEADY("^has reached a steady state()");

        private final Pattern pattern;

        Routine(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        private boolean fits(String sentence) {
            return pattern.matcher(sentence).find();
        }
    }

    /// Without the service, for where that is named already. A message that is nothing else stays as it is.
    public String bare() {
        String rest = SERVICE.matcher(message).replaceFirst("");
        return rest.isBlank() ? message : rest;
    }

    /// What it is of the everyday; empty where it may be anything.
    public Optional<Routine> routine() {
        return Stream.of(Routine.values()).filter(one -> one.fits(bare())).findFirst();
    }

    /// Of how many tasks or targets it tells; 1 where it says no number.
    public int count() {
        return routine().map(one -> one.pattern.matcher(bare())).filter(Matcher::find).map(found -> found.group(1))
                .filter(digits -> !digits.isEmpty() && digits.length() < 7).map(Integer::valueOf).orElse(1);
    }
}
