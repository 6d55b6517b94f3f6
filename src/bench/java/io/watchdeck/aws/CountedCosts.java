package io.watchdeck.aws;

import io.watchdeck.aws.AwsAccounts.Signer;
import io.watchdeck.aws.CostExplorerSource.Question;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// An account that has cost nothing, whose questions are counted as the adapter asks them: by its own grouping, one for
/// all stacks whose tags have the same key, the same by usage type for the services that plans split, and none where
/// another Region has just asked. Each answer is one page.
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

    private record Asked(Question question, LocalDate first, LocalDate today) {}

    private final class Regional implements CostSource {

        private final Region region;

        Regional(Region region) {
            this.region = region;
        }

        @Override
        public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
            return answers(CostExplorerSource.questions(filters), first);
        }

        @Override
        public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
            Map<CostFilter, Reading<Bill>> bills = answers(CostExplorerSource.questions(services), first);
            var usages = new HashMap<CostFilter, Reading<Bill>>();
            services.keySet().forEach(filter -> usages.put(filter, bills.get(new CostFilter(filter.tags(), List.of()))));
            return usages;
        }

        @Override
        public int requests(Collection<CostFilter> filters) {
            return CostExplorerSource.questions(filters).size();
        }

        private Map<CostFilter, Reading<Bill>> answers(Map<Question, List<CostFilter>> questions, LocalDate first) {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            var answers = new HashMap<CostFilter, Reading<Bill>>();
            questions.forEach((question, filters) -> {
                Reading<Bill> bill = held.of(Signer.of(Access.defaults(region)), region.code(),
                        new Asked(question, first, today), this::ask)
                                .map(_ -> Bill.nothing(first, today.minusDays(1)));
                filters.forEach(filter -> answers.put(filter, bill));
            });
            return answers;
        }

        private Reading<CostMapper.Costs> ask() {
            return meter.reserve(new ApiCall(account, region, "Cost Explorer", "GetCostAndUsage", 1)).isPresent()
                    ? Reading.known(new CostMapper.Costs(Map.of()), clock.instant())
                    : Reading.unknown(Failure.capped("ce:GetCostAndUsage"), clock.instant());
        }
    }
}
