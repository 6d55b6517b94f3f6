package io.watchdeck.ui.overview;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.fleet.ServiceState;
import io.watchdeck.metrics.Figure;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Money;
import io.watchdeck.queues.BatchQueueState;
import io.watchdeck.queues.QueueState;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.StackSnapshot.Database;
import io.watchdeck.watch.StackSnapshot.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/// The overview as data: bare numbers with their unit in the name of the column, moments in ISO 8601. A figure that is not
/// known is empty, and the last column says why. The names stay the same in every language.
final class StackCsv {

    static final List<String> HEADER = List.of("state", "stack", "environment", "region", "reason", "next_reason",
            "tasks_running", "tasks_desired", "requests_per_minute", "errors_5xx_per_minute", "db", "db_used",
            "db_limit",
            "db_unit", "dead_letters", "batch_jobs_running", "batch_jobs_failed_24h", "cost_month_to_date",
            "cost_forecast", "cost_plan", "cost_plan_at_aws", "cost_currency", "cost_as_of", "as_of", "not_known");

    private static final Duration DAY = Duration.ofHours(24);

    private StackCsv() {}

    static List<String> line(StackSnapshot stack, StackFacts facts, Instant now) {
        Optional<Database> database = facts.database().on().flatMap(id -> stack.databases().stream()
                .filter(one -> one.spec().id().equals(id)).findFirst());
        Optional<CostReport> cost = stack.cost().state().latest();
        Optional<Money> plan = stack.file().plan().flatMap(Plan::counted).map(Plan.Amount::to);
        return List.of(facts.state().severity().word(), facts.name(), facts.environment().word(), facts.region(),
                facts.why(), facts.more(), tasks(stack, ServiceState::running), tasks(stack, ServiceState::desired),
                TrafficFigure.busiest(stack).map(one -> latest(one.requests())).orElse(""),
                TrafficFigure.busiest(stack).map(one -> latest(one.errors5xx())).orElse(""),
                database.map(one -> one.spec().id()).orElse(""),
                database.map(one -> latest(DatabaseFigure.shown(one))).orElse(""),
                database.map(one -> Csv.number(DatabaseFigure.top(one))).orElse(""),
                database.map(one -> DatabaseFigure.isServerless(one) ? "ACU" : "connections").orElse(""),
                deadLetters(stack), jobs(stack, state -> state.count("RUNNING")),
                jobs(stack, state -> state.failedSince(now.minus(DAY))),
                cost.map(report -> amount(report.monthToDate())).orElse(""),
                cost.flatMap(CostReport::forecast).map(StackCsv::amount).orElse(""),
                plan.map(StackCsv::amount).orElse(""),
                stack.plan().flatMap(PlanComparison::measurable).map(Plan.Amount::to).map(StackCsv::amount).orElse(""),
                cost.map(CostReport::monthToDate).or(() -> plan).map(money -> money.currency().getCurrencyCode())
                        .orElse(""),
                cost.map(report -> report.asOf().toString()).orElse(""),
                facts.asOf().map(Instant::toString).orElse(""), notKnown(stack));
    }

    private static String tasks(StackSnapshot stack, ToIntFunction<ServiceState> count) {
        List<ServiceState> known = stack.services().stream().flatMap(one -> one.state().state().latest().stream())
                .toList();
        return known.isEmpty() ? "" : Csv.number(known.stream().mapToInt(count).sum());
    }

    private static String latest(Figure figure) {
        return figure.latest().state().latest().map(value -> Csv.number(value.doubleValue())).orElse("");
    }

    private static String deadLetters(StackSnapshot stack) {
        List<DeadLetters> letters = stack.queues().stream().flatMap(queue -> queue.deadLetters().stream()).toList();
        List<QueueState> known = letters.stream().flatMap(one -> one.state().state().latest().stream()).toList();
        return letters.isEmpty() || known.size() < letters.size() ? ""
                : Csv.number(known.stream().mapToLong(QueueState::present).sum());
    }

    private static String jobs(StackSnapshot stack, ToIntFunction<BatchQueueState> count) {
        List<BatchQueueState> known = stack.batchQueues().stream().flatMap(one -> one.state().state().latest().stream())
                .toList();
        return known.isEmpty() ? "" : Csv.number(known.stream().mapToInt(count).sum());
    }

    private static String amount(Money money) {
        return Csv.number(OptionalDouble.of(money.amount().doubleValue()));
    }

    /// What was asked for and is missing, with the IAM action of what is denied.
    private static String notKnown(StackSnapshot stack) {
        return stack.gaps().stream().filter(gap -> gap.failure().kind() != Failure.Kind.NOT_KEPT)
                .map(gap -> gap.path() + " " + gap.failure().kind().word()
                        + gap.failure().action().map(action -> " " + action).orElse(""))
                .collect(Collectors.joining("; "));
    }
}
