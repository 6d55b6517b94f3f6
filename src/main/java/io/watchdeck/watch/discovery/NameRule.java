package io.watchdeck.watch.discovery;

import io.watchdeck.model.Phrase;
import io.watchdeck.stack.Environment;
import java.util.Collection;
import java.util.Optional;

/// Whether something belongs to a stack by its name, beside the other clusters of the account.
///
/// @param own         of the stack's cluster
/// @param environment of the stack
/// @param others      names of the other clusters
record NameRule(Naming own, Environment environment, Collection<String> others) {

    /// Why a name that begins as the stack's do is not the stack's; empty where nothing speaks against it. Ask only for
    /// names that fit.
    Optional<Phrase> against(String name) {
        Optional<Environment> said = Naming.environmentOf(name);
        if (said.isPresent() && said.get() != environment) {
            return Optional.of(Phrase.of("discover.left.environment", said.get().word()));
        }
        return others.stream().filter(other -> claims(Naming.of(other), name, said)).findFirst()
                .map(other -> Phrase.of("discover.left.cluster", other));
    }

    boolean fits(String name) {
        return own.fits(name);
    }

    /// Two clusters of one stem share names without a word for an environment, unless only the other says its own.
    private boolean claims(Naming other, String name, Optional<Environment> said) {
        if (!other.fits(name)) {
            return false;
        }
        boolean sharing = said.isEmpty() ? own.environment().isPresent() || other.environment().isEmpty()
                : other.environment().equals(said);
        return own.isShorterThan(other) || other.stem().equals(own.stem()) && sharing;
    }
}
