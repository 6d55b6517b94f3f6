package io.watchdeck.ui.stack;

import io.watchdeck.cost.CostReport;
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
import java.math.BigDecimal;
import java.math.RoundingMode;
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
        Optional<Plan.Amount> total = plan.flatMap(one -> one.total().or(one::linesTotal));
        if (report.isPresent()) {
            known(report.get(), total, blocks);
        } else {
            Absence.of(text.stack().cost().state(), words).map(Missing::new).ifPresent(blocks::add);
        }
        total.ifPresent(amount -> blocks.add(Line.of(words.say("ui.card.plan"), range(amount))));
        plan.flatMap(Plan::linesTotal).filter(lines -> total.isPresent() && differs(lines, total.get()))
                .ifPresent(lines -> blocks.add(new Line(words.say("ui.card.planLines"), range(lines), Tone.WARNING,
                        words.say("ui.card.planDiffers"))));
        plan.flatMap(Plan::target).ifPresent(target -> blocks.add(
                Line.of(words.say("ui.card.target"), words.money(target, 0))));
        String asOf = report.map(one -> words.say("ui.card.asOf", one.asOf())).orElse("");
        return Optional.of(new CardFacts(text.key("cost"), ComponentKind.STACK, words.say("ui.card.cost"), asOf,
                Optional.empty(), blocks, List.of(), WIDE, Optional.empty()));
    }

    private void known(CostReport report, Optional<Plan.Amount> total, List<Block> blocks) {
        blocks.add(new Big(Tone.PLAIN, words.money(report.monthToDate()), words.say("ui.card.monthToDate")));
        if (total.isEmpty()) {
            report.forecast().ifPresent(money -> blocks.add(
                    Line.of(words.say("ui.card.forecast"), words.money(money, 0))));
            return;
        }
        double planned = amount(total.get().to());
        double forecast = report.forecast().map(CostCard::amount).orElse(0.0);
        double bar = Math.max(planned, forecast);
        blocks.add(new Bar(amount(report.monthToDate()) / bar, forecast / bar, OptionalDouble.of(planned / bar), true,
                Tone.PLAIN, "", "", words.say("ui.card.barCost", words.money(report.monthToDate()),
                        words.money(total.get().to(), 0))));
        report.forecast().ifPresent(money -> blocks.add(forecast(money, total.get().to())));
    }

    /// Whole amounts, as they are shown: what rounds to the plan is at plan.
    private Sentence forecast(Money forecast, Money planned) {
        BigDecimal over = whole(forecast).subtract(whole(planned));
        String said = words.money(forecast, 0);
        return switch (over.signum()) {
            case 1 -> new Sentence(words.say("ui.card.forecastOver", said,
                    words.money(new Money(over, forecast.currency()), 0)), Tone.NOTICE);
            case 0 -> new Sentence(words.say("ui.card.forecastAt", said), Tone.MUTED);
            default -> new Sentence(words.say("ui.card.forecastIn", said), Tone.MUTED);
        };
    }

    private static BigDecimal whole(Money money) {
        return money.amount().setScale(0, RoundingMode.HALF_UP);
    }

    private String range(Plan.Amount amount) {
        return amount.isRange() ? words.money(amount.from(), 0) + "–" + words.money(amount.to(), 0)
                : words.money(amount.to(), 0);
    }

    private static boolean differs(Plan.Amount one, Plan.Amount other) {
        return Math.abs(amount(one.to()) - amount(other.to())) >= 1
                || Math.abs(amount(one.from()) - amount(other.from())) >= 1;
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }
}
