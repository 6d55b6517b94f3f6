package io.watchdeck.aws;

import io.watchdeck.aws.AwsAccounts.Signer;
import io.watchdeck.model.Reading;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// Answers of Cost Explorer that hold for all Regions of an account: a bill knows no Region, so what was asked for the
/// stacks of one is not paid again for those of another. Each answer is given to each asker once, within [#HELD]: who asks
/// again wants a new one. Any thread; one question at a time.
final class CostAnswers {

    /// The askers of an account begin within moments of each other.
    static final Duration HELD = Duration.ofMinutes(10);

    private final Clock clock;
    private final ReentrantLock asking = new ReentrantLock();
    private final Map<Asked, Answer> answers = new HashMap<>();

    private record Asked(Signer signer, Object question) {}

    /// @param given the Regions that have it
    private record Answer(Reading<CostMapper.Costs> costs, Instant at, Set<String> given) {}

    CostAnswers(Clock clock) {
        this.clock = clock;
    }

    /// @param region   of who asks
    /// @param question with its days
    /// @param ask      pays for it; failures are not kept
    Reading<CostMapper.Costs> of(Signer signer, String region, Object question,
            Supplier<Reading<CostMapper.Costs>> ask) {
        var asked = new Asked(signer, question);
        asking.lock();
        try {
            Instant now = clock.instant();
            answers.values().removeIf(answer -> answer.at().isAfter(now) || !answer.at().plus(HELD).isAfter(now));
            Answer held = answers.get(asked);
            if (held != null && held.given().add(region)) {
                return held.costs();
            }
            Reading<CostMapper.Costs> costs = ask.get();
            answers.remove(asked);
            if (costs instanceof Reading.Known<CostMapper.Costs>) {
                answers.put(asked, new Answer(costs, now, new HashSet<>(Set.of(region))));
            }
            return costs;
        } finally {
            asking.unlock();
        }
    }
}
