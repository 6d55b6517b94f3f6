package io.watchdeck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.watch.StackSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Writes the block `cost` of a stack. The bill knows services, the plan knows lines: a line has an `actual` of its own
/// only where it alone has its service, and `services` tells the whole bill, each amount once.
final class StatusCost {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StatusCost() {}

    static ObjectNode of(StackSnapshot stack, Instant now) {
        ObjectNode node = JSON.objectNode();
        Optional<CostReport> report = stack.cost().deciding(now);
        Optional<Plan> plan = stack.file().plan();
        node.put("asOf", report.map(known -> known.asOf().toString()).orElse(null));
        node.put("monthToDate", report.map(known -> plain(known.monthToDate())).orElse(null));
        node.put("forecast", report.flatMap(CostReport::forecast).map(StatusCost::plain).orElse(null));
        node.set("plan", plan.flatMap(Plan::total).<JsonNode>map(StatusCost::amount).orElse(JSON.nullNode()));
        node.set("planLinesTotal", plan.flatMap(Plan::linesTotal).<JsonNode>map(StatusCost::amount)
                .orElse(JSON.nullNode()));
        Optional<PlanComparison> against = plan.map(known -> new PlanComparison(known, report));
        node.set("planAtAws", against.flatMap(PlanComparison::measurable).<JsonNode>map(StatusCost::amount)
                .orElse(JSON.nullNode()));
        node.set("againstPlan", against.flatMap(PlanComparison::drift).<JsonNode>map(StatusCost::drift)
                .orElse(JSON.nullNode()));
        node.put("currency", plan.flatMap(known -> known.total().or(known::linesTotal))
                .map(total -> total.from().currency()).or(() -> report.map(known -> known.monthToDate().currency()))
                .map(Currency::getCurrencyCode).orElse(null));
        node.put("billCurrency", report.map(known -> known.monthToDate().currency().getCurrencyCode()).orElse(null));
        ArrayNode lines = node.putArray("lines");
        plan.ifPresent(known -> known.lines().forEach(line -> lines.add(line(known, line, report))));
        node.set("services", report.<JsonNode>map(costs -> services(costs, plan)).orElse(JSON.nullNode()));
        return node;
    }

    private static ObjectNode line(Plan plan, Plan.Line line, Optional<CostReport> report) {
        ObjectNode node = JSON.objectNode();
        node.put("name", line.name());
        node.set("plan", amount(line.amount()));
        node.put("actual", report.flatMap(costs -> costs.actual(plan, line)).map(StatusCost::plain).orElse(null));
        node.put("service", line.service().orElse(null));
        node.put("shared", report.map(costs -> costs.isShared(plan, line)).orElseGet(() -> plan.isShared(line)));
        return node;
    }

    /// Dearest first, each with the lines of the plan that name it.
    private static ArrayNode services(CostReport costs, Optional<Plan> plan) {
        ArrayNode services = JSON.arrayNode();
        costs.byService().entrySet().stream()
                .sorted(Map.Entry.<String, Money>comparingByValue(Comparator.comparing(Money::amount)).reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(billed -> {
                    ObjectNode service = services.addObject();
                    service.put("service", billed.getKey());
                    service.put("actual", plain(billed.getValue()));
                    ArrayNode lines = service.putArray("lines");
                    plan.ifPresent(known -> known.lines().stream()
                            .filter(line -> line.service().filter(billed.getKey()::equals).isPresent())
                            .forEach(line -> lines.add(line.name())));
                });
        return services;
    }

    /// Whether the forecast is over, under or within what AWS may bill by the plan, and by how much.
    private static ObjectNode drift(Drift drift) {
        ObjectNode node = JSON.objectNode();
        node.put("kind", drift.kind().name().toLowerCase(Locale.ROOT));
        node.put("by", plain(drift.by()));
        return node;
    }

    /// A number, or an object with both ends of a range.
    private static JsonNode amount(Plan.Amount amount) {
        if (!amount.isRange()) {
            return JSON.numberNode(plain(amount.from()));
        }
        ObjectNode range = JSON.objectNode();
        range.put("from", plain(amount.from()));
        range.put("to", plain(amount.to()));
        return range;
    }

    /// Two to four digits after the point.
    static BigDecimal plain(Money money) {
        BigDecimal exact = money.amount().setScale(4, RoundingMode.HALF_UP).stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale()));
    }
}
