package io.watchdeck.operations.preflight;

import io.watchdeck.model.Phrase;
import io.watchdeck.operations.Confirmation;
import io.watchdeck.operations.Operation;
import io.watchdeck.operations.Step;
import io.watchdeck.operations.preflight.Consequence.Weight;
import java.util.List;
import java.util.Optional;

/// What a dialog says of an operation before it runs.
///
/// @param consequences in the order of the dialog
/// @param steps        the requests that it sends, in order, and nothing else; none where it is refused before they are
///                     known
/// @param headroom     of the database, where it is known
public record Preview(Operation operation, Confirmation confirmation, List<Consequence> consequences,
        List<Step> steps, Optional<Headroom> headroom, Facts facts) {

    public Preview {
        consequences = List.copyOf(consequences);
        steps = List.copyOf(steps);
    }

    /// @param reason what a stopped task keeps as its reason; other operations have none
    public static Preview of(Operation operation, Facts facts, String reason) {
        Consequences said = Consequences.of(operation, facts);
        List<Consequence> all = said.all();
        return new Preview(operation,
                Confirmation.of(operation.kind(), facts.stack().file().environment()), all,
                refused(all) ? List.of() : Steps.of(operation, facts, reason), said.headroom(), facts);
    }

    /// Whether it cannot be done at all, or there is nothing to do.
    public boolean isRefused() {
        return refused(consequences);
    }

    private static boolean refused(List<Consequence> all) {
        return all.stream().anyMatch(Preview::isAgainst);
    }

    private static boolean isAgainst(Consequence one) {
        return one.weight() == Weight.REFUSED || one.weight() == Weight.SAME;
    }

    /// Why it cannot be done as it is: that it would change nothing is no fault.
    public Phrase refusal() {
        List<Consequence> against = consequences.stream().filter(Preview::isAgainst).toList();
        return Phrase.of(!against.isEmpty() && against.stream().allMatch(one -> one.weight() == Weight.SAME)
                ? "gate.unchanged" : "gate.refused");
    }

    public int warnings() {
        return warned().size();
    }

    /// The sentences of what warns, in the order of the dialog.
    public List<Phrase> warned() {
        return consequences.stream().filter(one -> one.weight().warns()).map(Consequence::sentence).toList();
    }
}
