package io.watchdeck.alarms;

import io.watchdeck.model.ComponentId;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.RuleName;
import java.util.regex.Pattern;

/// Says on which component something is wrong, for where nothing around the sentence does: a headline, a notification, a
/// line of a list without a column for it. The component comes first, and only once: a sentence that names it stays as it
/// is, and so does one about the whole stack, whose name stands around it.
public final class Placed {

    private Placed() {}

    /// What it says, as in `api: ECS CPU above 70%, was 91%`.
    public static Phrase of(Condition condition) {
        return of(condition.on(), condition.sentence());
    }

    /// What it is called, as in `api: ECS CPU`.
    public static Phrase of(Occurrence one) {
        return of(one.key().on(), AlarmName.of(one.now()));
    }

    private static Phrase of(ComponentId on, Phrase said) {
        return on.kind() == ComponentKind.STACK || names(said, on.name()) ? said
                : Phrase.of("condition.placed", on.name(), said);
    }

    private static boolean names(Phrase said, String component) {
        Pattern whole = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(component) + "(?![\\p{L}\\p{N}])");
        return said.arguments().stream().anyMatch(one -> switch (one) {
            case Phrase within -> names(within, component);
            case String text -> whole.matcher(text).find();
            case RuleName(var id) -> whole.matcher(id).find();
            default -> false;
        });
    }
}
