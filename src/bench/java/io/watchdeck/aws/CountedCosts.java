package io.watchdeck.aws;

import io.watchdeck.aws.AwsAccounts.Signer;
import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.model.Region;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.CallMeter;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.CostFilter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An account that has cost nothing, whose questions are counted as the adapter asks them: one for all stacks, since
/// their tags have the same key, and none where another Region has just asked.
public final class CountedCosts {

    private final String account;
    private final CallMeter meter;
    private final Clock clock;
    private final CostAnswers held;

    public CountedCosts(String account, CallMeter meter, Clock clock) {
        this.account = account;
        this.meter = meter;
        this.clock = clock;
        held = new CostAnswers(clock);
    }

    /// The account as it is asked for the stacks of one Region.
    public CostSource of(Region region) {
        return new Regional(region);
    }

    private record Asked(LocalDate first, Set<CostFilter> byUsage) {}

    private final class Regional implements CostSource {

        private final Region region;

        Regional(Region region) {
            this.region = region;
        }

        @Override
        public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
            return answer(filters, new Asked(first, Set.of()));
        }

        @Override
        public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
            return answer(services.keySet(), new Asked(first, services.keySet()));
        }

        @Override
        public int requests(Collection<CostFilter> filters) {
            return filters.isEmpty() ? 0 : 1;
        }

        private Map<CostFilter, Reading<Bill>> answer(Collection<CostFilter> filters, Asked asked) {
            LocalDate yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
            Reading<Bill> answer = held.of(Signer.of(Access.defaults(region)), region.code(), asked, this::ask)
                    .map(_ -> Bill.nothing(asked.first(), yesterday));
            return filters.stream().distinct().collect(Collectors.toMap(Function.identity(), _ -> answer));
        }

        private Reading<CostMapper.Costs> ask() {
            return meter.admit(new ApiCall(account, region, "Cost Explorer", "GetCostAndUsage", 1))
                    ? Reading.known(new CostMapper.Costs(Map.of()), clock.instant())
                    : Reading.unknown(Failure.capped("ce:GetCostAndUsage"), clock.instant());
        }
    }
}
