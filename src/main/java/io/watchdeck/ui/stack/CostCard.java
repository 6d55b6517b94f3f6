package io.watchdeck.ui.stack;

import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.model.ComponentKind;
import io.watchdeck.model.Money;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.stack.CardFacts.Bar;
import io.watchdeck.ui.stack.CardFacts.Big;
import io.watchdeck.ui.stack.CardFacts.Block;
import io.watchdeck.ui.stack.CardFacts.Line;
import io.watchdeck.ui.stack.CardFacts.Missing;
import io.watchdeck.ui.stack.CardFacts.Sentence;
import io.watchdeck.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the month has cost against the plan. Shows a date, never an age; over plan is a notice.
final class CostCard {

    private static final double WIDE = 296;

    private final CardText text;
    private final Words words;

    CostCard(CardText text) {
        this.text = text;
        words = text.words();
    }

    /// Empty when there is neither a plan nor a figure.
    Optional<CardFacts> card() {
        Optional<Plan> plan = text.stack().file().plan();
        Optional<CostReport> report = text.stack().cost().state().latest();
        if (plan.isEmpty() && report.isEmpty()) {
            return Optional.empty();
        }
        var blocks = new ArrayList<Block>();
        Optional<PlanComparison> against = text.stack().plan();
        if (report.isPresent()) {
            known(report.get(), against, blocks);
        } else {
            Absence.of(text.stack().cost().state(), words).map(Missing::new).ifPresent(blocks::add);
        }
        plan.flatMap(Plan::counted)
                .ifPresent(amount -> blocks.add(Line.of(words.say("ui.card.plan"), range(amount))));
        against.filter(one -> one.plan().outside().isPresent()).flatMap(PlanComparison::measurable)
                .ifPresent(amount -> blocks.add(Line.of(words.say("ui.card.planAtAws"), range(amount))));
        plan.filter(one -> one.contradiction().isPresent()).flatMap(Plan::linesTotal)
                .ifPresent(lines -> blocks.add(new Line(words.say("ui.card.planLines"), range(lines), Tone.WARNING,
                        words.say("ui.card.planDiffers"))));
        plan.flatMap(Plan::target).ifPresent(target -> blocks.add(
                Line.of(words.say("ui.card.target"), words.money(target, 0))));
        String asOf = report.map(one -> words.say("ui.card.asOf", one.asOf())).orElse("");
        return Optional.of(new CardFacts(text.key("cost"), ComponentKind.STACK, words.say("ui.card.cost"), asOf,
                Optional.empty(), blocks, List.of(), WIDE, Optional.empty()));
    }

    private void known(CostReport report, Optional<PlanComparison> against, List<Block> blocks) {
        blocks.add(new Big(Tone.PLAIN, words.money(report.monthToDate()), words.say("ui.card.monthToDate")));
        Optional<Plan.Amount> plan = against.filter(one -> !one.isOtherCurrency()).flatMap(PlanComparison::measurable);
        if (plan.isEmpty()) {
            report.forecast().ifPresent(money -> blocks.add(
                    Line.of(words.say("ui.card.forecast"), words.money(money, 0))));
            return;
        }
        Money planned = plan.get().to();
        double forecast = report.forecast().map(CostCard::amount).orElse(0.0);
        double bar = Math.max(Math.max(amount(planned), forecast), amount(report.monthToDate()));
        if (bar > 0) {
            blocks.add(new Bar(amount(report.monthToDate()) / bar, forecast / bar,
                    OptionalDouble.of(amount(planned) / bar), true, Tone.PLAIN, "", "", words.say("ui.card.barCost",
                            words.money(report.monthToDate()), words.money(planned, 0))));
        }
        report.forecast().ifPresent(money -> against.flatMap(PlanComparison::drift)
                .ifPresent(drift -> blocks.add(forecast(money, drift, plan.get()))));
    }

    private Sentence forecast(Money forecast, Drift drift, Plan.Amount plan) {
        String said = words.money(forecast, 0);
        return switch (drift.kind()) {
            case OVER -> new Sentence(words.say("ui.card.forecastOver", said,
                    words.money(drift.by(), drift.by().rounded(0).amount().signum() == 0 ? 2 : 0)), Tone.NOTICE);
            case WITHIN -> new Sentence(words.say(plan.isRange() ? "ui.card.forecastIn" : "ui.card.forecastAt", said),
                    Tone.MUTED);
            case UNDER -> new Sentence(words.say("ui.card.forecastIn", said), Tone.MUTED);
        };
    }

    private String range(Plan.Amount amount) {
        return amount.isRange() ? words.money(amount.from(), 0) + "–" + words.money(amount.to(), 0)
                : words.money(amount.to(), 0);
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
