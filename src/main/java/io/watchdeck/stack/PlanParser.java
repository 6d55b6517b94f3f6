package io.watchdeck.stack;

import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan.Amount;
import io.watchdeck.stack.Plan.Line;
import io.watchdeck.stack.Plan.Phase;
import io.watchdeck.yaml.Fields;
import io.watchdeck.yaml.Problems;
import io.watchdeck.yaml.Scalars;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads what the stack was designed to cost. A total that differs from its lines is not a mistake of the file: both
/// are kept.
final class PlanParser {

    private final Problems problems;
    private final Scalars scalars;

    PlanParser(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    Plan parse(Fields plan) {
        requireTotalOrLines(plan, "The plan", "Write one of them, or no plan.");
        Currency currency = currency(plan);
        Distinct phases = new Distinct("phases of the plan", problems);
        return new Plan(amount(plan, "total", currency), lines(plan, currency),
                plan.node("target").flatMap(at -> money(at, "'target'", currency)),
                plan.blocks("phases", Block.PLAN_PHASE, phase -> phase(phase, currency, phases)));
    }

    private Optional<Phase> phase(Fields phase, Currency currency, Distinct names) {
        requireTotalOrLines(phase, "The phase", "Write one of them, or no phase.");
        return names.nameOf(phase, "name").map(name -> new Phase(name, amount(phase, "total", currency),
                lines(phase, currency)));
    }

    private List<Line> lines(Fields fields, Currency currency) {
        Distinct names = new Distinct("plan lines", problems);
        return fields.blocks("lines", Block.PLAN_LINE, line -> line(line, currency, names));
    }

    private void requireTotalOrLines(Fields fields, String what, String remedy) {
        if (fields.node("total").isEmpty() && fields.node("lines").isEmpty()) {
            problems.at(fields.place(), what + " has neither 'total' nor 'lines'.", remedy);
        }
    }

    private Currency currency(Fields plan) {
        String code = plan.text("currency").orElse("USD");
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException _) {
            problems.at(plan.node("currency").orElseThrow(), "'currency' cannot be '" + code + "'.",
                    "Write a code of ISO 4217, such as USD.");
            return Currency.getInstance("USD");
        }
    }

    private Optional<Line> line(Fields line, Currency currency, Distinct names) {
        Optional<String> name = names.nameOf(line, "name");
        Optional<Amount> amount = amount(line, "amount", currency);
        Optional<String> service = line.text("service");
        boolean reserve = line.flag("reserve");
        if (reserve && service.isPresent()) {
            problems.at(line.node("reserve").orElseThrow(), "A reserve is not billed, so it has no 'service'.",
                    "Remove one of them.");
        }
        List<String> usage = line.texts("usage");
        if (!usage.isEmpty() && service.isEmpty()) {
            problems.at(line.node("usage").orElseThrow(), "Usage types are those of a service, and there is none.",
                    "Name the 'service', or remove 'usage'.");
        }
        return name.flatMap(text -> amount.map(money -> new Line(text, money, service, reserve, usage)));
    }

    private Optional<Amount> amount(Fields fields, String key, Currency currency) {
        return fields.node(key).flatMap(at -> at instanceof MappingNode
                ? Fields.of(at, Block.AMOUNT_RANGE, problems).flatMap(range -> range(range, currency))
                : money(at, Fields.quoted(key), currency).map(Amount::of));
    }

    private Optional<Amount> range(Fields range, Currency currency) {
        Optional<Money> from = range.node("from").flatMap(at -> money(at, "'from'", currency));
        Optional<Money> to = range.node("to").flatMap(at -> money(at, "'to'", currency));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().amount().compareTo(to.get().amount()) > 0) {
            problems.at(range.place(), "'from' is greater than 'to'.", "Swap them.");
        }
        return Optional.of(new Amount(from.get(), to.get()));
    }

    private Optional<Money> money(Node at, String what, Currency currency) {
        Optional<BigDecimal> number = scalars.number(at, what);
        if (number.isPresent() && number.get().signum() < 0) {
            problems.at(at, what + " cannot be " + Scalars.shown(at) + ".", "An amount is 0 or more.");
        }
        return number.map(value -> new Money(value, currency));
    }
}
