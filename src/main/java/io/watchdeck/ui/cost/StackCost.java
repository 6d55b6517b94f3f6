package io.watchdeck.ui.cost;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.DayAnomaly;
import io.watchdeck.cost.Drift;
import io.watchdeck.cost.PlanComparison;
import io.watchdeck.cost.PlanReview;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Plan;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A stack with its bill and its plan, as far as there are any.
///
/// @param name with the environment where another stack has the same name
/// @param days what is known of each day, in their order, the kept ones among them
/// @param singles those of them that the bill tells apart
record StackCost(StackSnapshot stack, String name, Optional<CostReport> report, Optional<PlanReview> review,
        List<BilledDays> days, Map<LocalDate, BilledDays> singles) {

    /// What can be said of the month's end beside the plan.
    enum Standing {
        COMPARED("compared"), NO_PLAN("noPlan"), NOT_KNOWN("notKnown"), NO_FORECAST("noForecast"),
        OTHER_CURRENCY("otherCurrency");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /// @param kept days of before
    static List<StackCost> of(List<StackSnapshot> stacks, Map<StackId, List<BilledDays>> kept, Words words) {
        return stacks.stream().map(stack -> {
            Optional<CostReport> report = stack.cost().state().latest();
            boolean twin = stacks.stream().anyMatch(other -> other != stack
                    && other.file().name().equals(stack.file().name()));
            String name = twin ? stack.file().name() + " " + words.say("ui.environment."
                    + stack.file().environment().word()) : stack.file().name();
            List<BilledDays> before = kept.getOrDefault(stack.file().id(), List.of());
            List<BilledDays> days = report.map(known -> new Bill(known.asOf(), before).with(known.bill()).days())
                    .orElse(List.of());
            return new StackCost(stack, name, report, stack.file().plan().map(plan -> PlanReview.of(plan, report)),
                    days, DayAnomaly.singles(days));
        }).toList();
    }

    StackId id() {
        return stack.file().id();
    }

    /// What is unusual of a day.
    List<DayAnomaly> unusual(LocalDate day) {
        return DayAnomaly.of(singles, day);
    }

    /// What AWS may bill by the plan.
    Optional<Plan.Amount> planned() {
        return stack.plan().flatMap(PlanComparison::measurable);
    }

    Optional<Money> forecast() {
        return report.flatMap(CostReport::forecast);
    }

    Optional<Drift> drift() {
        return stack.plan().flatMap(PlanComparison::drift);
    }

    Standing standing() {
        if (report.isEmpty()) {
            return Standing.NOT_KNOWN;
        }
        if (planned().isEmpty()) {
            return Standing.NO_PLAN;
        }
        if (stack.plan().filter(PlanComparison::isOtherCurrency).isPresent()) {
            return Standing.OTHER_CURRENCY;
        }
        return forecast().isEmpty() ? Standing.NO_FORECAST : Standing.COMPARED;
    }

    boolean isCompared() {
        return standing() == Standing.COMPARED;
    }

    /// Why there is no bill; empty where there is one.
    Optional<Absence> absence(Words words) {
        return Absence.of(stack.cost().state(), words).map(absence -> untagged().isEmpty() ? absence
                : new Absence(absence.kind(), words.say("ui.costs.untagged"), "",
                        words.say("ui.costs.untaggedWhy", untagged()), Optional.empty()));
    }

    /// The last question failed, and what is shown is the answer before it.
    Optional<Failure> stale() {
        return stack.cost().state() instanceof Loadable.Stale<CostReport>(var _, var _, var failure)
                ? Optional.of(failure) : Optional.empty();
    }

    /// When AWS last answered and why not since; empty where what is shown is the newest answer.
    Optional<String> staleSince(Words words) {
        return stale().map(Failure::sentence).map(words::say).map(why -> words.say("ui.costs.staleWhy",
                words.moment(stack.cost().state().latestAsOf().orElseThrow()), why));
    }

    /// The tags and cost categories that no cost carries, such as `Project=glimpse`; empty where that is not the reason.
    private String untagged() {
        boolean absent = stack.cost().state() instanceof Loadable.Failed<CostReport>(var failure, var _)
                && failure.kind() == Failure.Kind.ABSENT;
        return absent ? stack.file().costFilter().map(filter -> String.join(", ", filter.labels().stream()
                .map(label -> label.key() + "=" + filter.value(label).orElseThrow()).toList())).orElse("") : "";
    }
}
