package io.watchdeck.watch;

import io.watchdeck.alarms.DefaultRules;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Who needs to know what stacks cost: each question costs a cent, and one answers for all days since the last, so that
/// asking seldom loses nothing. Any thread.
public final class CostNeed {

    /// When cost is asked for without a person's saying so; never more than once a day.
    public enum Asked {
        /// Not at all, but in a single reading that is to read it: a picture of a screen is no person who looks at it.
        TOLD,
        /// While a person looks at it or where a rule judges it.
        NEEDED,
        /// Whether anybody needs it or not.
        DAILY
    }

    private volatile Asked asked;
    private volatile boolean told;
    private volatile boolean looked;
    private volatile boolean visible = true;
    private volatile boolean resting;
    private volatile Set<Payer> judged = Set.of();

    /// Who is billed: the bill of an account knows no Region.
    private record Payer(Optional<String> profile, Optional<String> role, Optional<URI> endpoint) {

        static Payer of(Access access) {
            return new Payer(access.profile(), access.role(), access.endpoint());
        }
    }

    public CostNeed(Asked asked) {
        this.asked = asked;
    }

    /// From now on.
    void asked(Asked when) {
        asked = when;
    }

    /// Where a rule judges the cost of one stack, that of the others of its account is told by the same answer.
    void watch(Collection<StackFile> stacks) {
        judged = stacks.stream().filter(CostNeed::isJudged).map(stack -> Payer.of(stack.access()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Whether a reading is under way that is to read it.
    void tell(boolean now) {
        told = now;
    }

    /// Whether a person looks at what stacks cost.
    void look(boolean now) {
        looked = now;
    }

    /// Whether the window can be seen: in a hidden one nobody looks at anything.
    void visible(boolean now) {
        visible = now;
    }

    /// Whether the reading rests: then nothing is asked for by itself.
    void rest(boolean now) {
        resting = now;
    }

    /// Whether the cost of the stacks of an access is asked for when it is a day old.
    boolean isOf(Access access) {
        return told || !resting && switch (asked) {
            case TOLD -> false;
            case NEEDED -> looked && visible || judged.contains(Payer.of(access));
            case DAILY -> true;
        };
    }

    private static boolean isJudged(StackFile stack) {
        return DefaultRules.effective(stack).stream().anyMatch(rule -> PolledMetrics.isCost(rule.metric()));
    }
}
