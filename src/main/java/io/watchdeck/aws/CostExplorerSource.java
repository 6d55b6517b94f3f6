package io.watchdeck.aws;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.CostSource;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Reading;
import io.watchdeck.stack.CostFilter;
import io.watchdeck.stack.CostFilter.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.costexplorer.model.Expression;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageRequest;
import software.amazon.awssdk.services.costexplorer.model.GetCostAndUsageResponse;
import software.amazon.awssdk.services.costexplorer.model.Granularity;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinition;
import software.amazon.awssdk.services.costexplorer.model.GroupDefinitionType;

/// Reads costs from Cost Explorer: one request, grouped by tag and service, for all filters whose tag has the same key;
/// one for all without tags; one for each filter that names several tags. Days are UTC's, as the bill's are. What was just
/// asked for another Region of the account is not paid again ([CostAnswers]).
final class CostExplorerSource implements CostSource {

    private final AwsCalls calls;
    private final CostAnswers held;

    CostExplorerSource(AwsCalls calls, CostAnswers held) {
        this.calls = calls;
        this.held = held;
    }

    @Override
    public Map<CostFilter, Reading<Bill>> bills(Collection<CostFilter> filters, LocalDate first) {
        return answers(questions(filters), first);
    }

    @Override
    public Map<CostFilter, Reading<Bill>> usages(Map<CostFilter, Set<String>> services, LocalDate first) {
        Map<CostFilter, Reading<Bill>> bills = answers(questions(services), first);
        return services.keySet().stream().collect(Collectors.toMap(Function.identity(),
                filter -> bills.get(unlimited(filter))));
    }

    private Map<CostFilter, Reading<Bill>> answers(Map<Question, List<CostFilter>> questions, LocalDate first) {
        var answers = new LinkedHashMap<CostFilter, Reading<Bill>>();
        var days = Days.since(first, calls.clock().instant());
        questions.forEach((question, asked) -> {
            Reading<CostMapper.Costs> costs = held.of(AwsAccounts.Signer.of(calls.clients().access()), calls.region(),
                    new Asked(question, days), () -> calls.read(() -> CostMapper.costs(ask(question, days))));
            asked.forEach(filter -> answers.put(filter,
                    costs.flatMap(known -> known.bill(filter, question.label(), days.last())
                            .<Reading<Bill>>map(bill -> Reading.known(bill, costs.at()))
                            .orElseGet(() -> Reading.unknown(Failure.absent(), costs.at())))));
        });
        return answers;
    }

    @Override
    public int requests(Collection<CostFilter> filters) {
        return questions(filters).size();
    }

    /// By usage type: one for all filters whose tag or cost category has the same key, of all services that one of them wants.
    static Map<Question, List<CostFilter>> questions(Map<CostFilter, Set<String>> services) {
        Map<Question, List<CostFilter>> questions = new LinkedHashMap<>();
        questions(services.keySet().stream().map(CostExplorerSource::unlimited).toList())
                .forEach((question, some) -> questions.put(question.byUsage(services.entrySet().stream()
                        .filter(entry -> some.contains(unlimited(entry.getKey())))
                        .flatMap(entry -> entry.getValue().stream())
                        .collect(Collectors.toCollection(TreeSet::new))), some));
        return questions;
    }

    /// A bill by usage type names no services that a filter could be held against.
    private static CostFilter unlimited(CostFilter filter) {
        return new CostFilter(filter.tags(), filter.categories(), List.of());
    }

    static Map<Question, List<CostFilter>> questions(Collection<CostFilter> filters) {
        return new LinkedHashSet<>(filters).stream()
                .collect(Collectors.groupingBy(Question::of, LinkedHashMap::new, Collectors.toList()));
    }

    private List<GetCostAndUsageResponse> ask(Question question, Days days) {
        return calls.pages(token -> calls.call(AwsApi.GET_COST_AND_USAGE, "costs",
                () -> calls.clients().costExplorer().getCostAndUsage(question.request(days, token))),
                GetCostAndUsageResponse::nextPageToken);
    }

    /// What one request asks: costs by service, or by usage type of some services, of one tag's or cost category's
    /// every value, or of several together.
    ///
    /// @param services that are told by usage type; empty for all, by service
    record Question(Optional<Label> label, Optional<CostFilter> several, Set<String> services) {

        static Question of(CostFilter filter) {
            List<Label> labels = filter.labels();
            return labels.size() > 1 ? new Question(Optional.empty(), Optional.of(filter), Set.of())
                    : new Question(labels.stream().findFirst(), Optional.empty(), Set.of());
        }

        /// The same by usage type.
        Question byUsage(Set<String> some) {
            return new Question(label, several, some);
        }

        GetCostAndUsageRequest request(Days days, @Nullable String token) {
            var groups = new ArrayList<GroupDefinition>();
            label.ifPresent(one -> groups.add(group(switch (one.kind()) {
                case TAG -> GroupDefinitionType.TAG;
                case COST_CATEGORY -> GroupDefinitionType.COST_CATEGORY;
            }, one.key())));
            groups.add(group(GroupDefinitionType.DIMENSION, services.isEmpty() ? "SERVICE" : "USAGE_TYPE"));
            var request = GetCostAndUsageRequest.builder().granularity(Granularity.DAILY)
                    .metrics(CostMapper.METRIC).groupBy(groups).nextPageToken(token)
                    .timePeriod(period -> period.start(days.first().toString()).end(days.end().toString()));
            var limits = new ArrayList<Expression>();
            several.ifPresent(filter -> filter.labels().forEach(one -> limits.add(limit(one,
                    filter.value(one).orElseThrow()))));
            if (!services.isEmpty()) {
                limits.add(Expression.builder().dimensions(values -> values.key("SERVICE").values(services)).build());
            }
            if (!limits.isEmpty()) {
                request.filter(limits.size() == 1 ? limits.getFirst() : Expression.builder().and(limits).build());
            }
            return request.build();
        }

        private static Expression limit(Label label, String value) {
            return switch (label.kind()) {
                case TAG -> Expression.builder().tags(values -> values.key(label.key()).values(value)).build();
                case COST_CATEGORY ->
                    Expression.builder().costCategories(values -> values.key(label.key()).values(value)).build();
            };
        }

        private static GroupDefinition group(GroupDefinitionType type, String key) {
            return GroupDefinition.builder().type(type).key(key).build();
        }
    }

    private record Asked(Question question, Days days) {}

    /// @param end exclusive
    private record Days(LocalDate first, LocalDate end) {

        static Days since(LocalDate first, Instant now) {
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            LocalDate end = today.getDayOfMonth() == 1 ? today.plusDays(1) : today;
            return new Days(first.isBefore(end) ? first : end.minusDays(1), end);
        }

        LocalDate last() {
            return end.minusDays(1);
        }
    }
}
