package io.watchdeck.ui.cost;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.watch.CostDesk;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// What the stacks cost beside their plans. Which stack's plan is shown stays the same while snapshots come and go; at
/// first it is that of the stack that is the most over.
public final class CostViewModel {

    private final Words words;
    private final CostDesk desk;
    private final CostText text;
    private final StackLines stackLines;
    private final Rows<String, CostLine> stacks = new Rows<>(CostLine::key);
    private final Rows<String, CostLine> lines = new Rows<>(CostLine::key);
    private final ReadOnlyObjectWrapper<List<FigureFacts>> figures = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<PlanPage>> plan = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<DayChart> days =
            new ReadOnlyObjectWrapper<>(new DayChart(Optional.empty(), ""));
    private final ReadOnlyObjectWrapper<Optional<OwnCost>> own = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Breakdown> breakdown = new ReadOnlyObjectWrapper<>(Breakdown.STACKS);
    private final ReadOnlyObjectWrapper<DayRange> range = new ReadOnlyObjectWrapper<>(DayRange.MONTH);
    private final ReadOnlyObjectWrapper<Optional<AskCost>> asking = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper period = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private Predicate<Environment> scope = _ -> true;
    private List<StackSnapshot> known = List.of();
    private List<StackCost> costs = List.of();
    private Map<StackId, List<BilledDays>> kept = Map.of();
    /// Of which answers the days were asked for.
    private Map<StackId, LocalDate> keptAsOf = Map.of();
    private Optional<StackId> selected = Optional.empty();
    /// A table that is given other rows may point at another of them for a while: nobody has chosen that.
    private boolean updating;

    /// @param desk answers on the thread that it is asked on
    public CostViewModel(Words words, CostDesk desk) {
        this.words = words;
        this.desk = desk;
        text = new CostText(words);
        stackLines = new StackLines(text, words);
    }

    public void show(WatchSnapshot snapshot, Instant now) {
        known = snapshot.stacks();
        own.set(Optional.of(new OwnCosts(text).of(snapshot.meter(), now)));
        update();
    }

    /// @param environments which are listed
    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    /// Shows the plan of a stack; one that is not listed is shown as soon as it is.
    public void select(StackId stack) {
        if (!updating) {
            selected = Optional.of(stack);
            showPlan();
        }
    }

    void breakDown(Breakdown by) {
        breakdown.set(by);
        days.set(DayChart.of(costs, by, range.get(), text));
    }

    /// Shows more or fewer days.
    void look(DayRange wanted) {
        range.set(wanted);
        keptAsOf = Map.of();
        update();
    }

    /// Asks for what is kept where more than the month is shown, once for each answer of AWS.
    private void fetch() {
        Map<StackId, LocalDate> asOf = costs.stream().filter(one -> one.report().isPresent())
                .collect(Collectors.toMap(StackCost::id, one -> one.report().orElseThrow().asOf()));
        if (range.get() != DayRange.MONTH && !asOf.isEmpty() && !asOf.equals(keptAsOf)) {
            keptAsOf = asOf;
            desk.days(range.get().first(asOf.values().stream().max(Comparator.naturalOrder()).orElseThrow()), told -> {
                kept = told;
                update();
            });
        }
    }

    /// Asks AWS now what the stacks of the account of the shown stack have cost.
    void ask() {
        shown().map(StackCost::id).ifPresent(desk::ask);
    }

    private void update() {
        updating = true;
        costs = StackLines.ordered(StackCost.of(known.stream()
                .filter(stack -> scope.test(stack.file().environment())).toList(), kept, words));
        figures.set(new CostFigures(text, words).of(costs));
        stacks.show(stackLines.lines(costs));
        period.set(CostFigures.latest(costs).map(day -> text.say("ui.costs.period", words.monthName(day),
                day.getDayOfMonth())).orElse(""));
        caption.set(captions());
        days.set(DayChart.of(costs, breakdown.get(), range.get(), text));
        showPlan();
        updating = false;
        fetch();
    }

    private void showPlan() {
        Optional<PlanPage> page = shown().map(one -> new PlanLines(text, words).page(one));
        lines.show(page.map(PlanPage::lines).orElse(List.of()));
        plan.set(page);
        asking.set(shown().map(one -> AskCost.of(desk.question(one.id()), text)));
    }

    private Optional<StackCost> shown() {
        return costs.stream().filter(one -> selected.filter(one.id()::equals).isPresent()).findFirst()
                .or(() -> costs.stream().findFirst());
    }

    /// What the sums leave out and why, and what of the plans is not compared.
    private String captions() {
        var said = new ArrayList<String>();
        String out = new LeftOut(text).ofComparison(costs);
        if (!out.isEmpty() && costs.stream().anyMatch(StackCost::isCompared)) {
            said.add(text.say("ui.costs.comparedOnly", out));
        }
        List<String> outside = costs.stream().filter(one -> one.review().flatMap(review -> review.plan().outside())
                .isPresent()).map(StackCost::name).toList();
        if (!outside.isEmpty()) {
            said.add(text.say("ui.costs.outsideCaption", text.list(outside)));
        }
        costs.forEach(one -> one.absence(words).ifPresent(absence -> {
            if (absence.kind() == Absence.Kind.ABSENT) {
                said.add(absence.sentence());
            }
            absence.action().ifPresent(action -> said.add(text.say("ui.costs.denied", one.name(), action)));
            if (absence.kind() == Absence.Kind.THROTTLED && !absence.detail().isEmpty()) {
                said.add(text.say("ui.costs.retried", one.name(), absence.word(), absence.detail()));
            }
        }));
        costs.forEach(one -> one.staleSince(words).ifPresent(since -> said.add(text.say("ui.costs.stale", one.name(),
                since))));
        return String.join(" ", said);
    }

    /// The lines of the plans of all stacks that are listed.
    public Csv csv() {
        return PlanCsv.of(costs);
    }

    /// The days of all stacks that are listed, as far as they are known.
    Csv dayCsv() {
        return DayCsv.of(costs);
    }

    /// The stack behind a row; empty for a sum.
    Optional<StackId> stackOf(String key) {
        return costs.stream().map(StackCost::id).filter(id -> key.equals(StackLines.STACK + id)).findFirst();
    }

    /// The row of the stack whose plan is shown.
    Optional<String> selectedKey() {
        return plan.get().map(page -> StackLines.STACK + page.stack());
    }

    Optional<AwsReference> reference(StackId stack) {
        return cost(stack).map(one -> new ConsoleLinks(one.stack().file(), Optional.empty()).bill());
    }

    /// What a policy must allow for the bill to be read.
    Optional<String> policy(StackId stack) {
        return cost(stack).flatMap(one -> one.absence(words)).flatMap(Absence::policyStatement);
    }

    private Optional<StackCost> cost(StackId stack) {
        return costs.stream().filter(one -> one.id().equals(stack)).findFirst();
    }

    public ObservableList<Row<String, CostLine>> stacks() {
        return stacks.shown();
    }

    public ObservableList<Row<String, CostLine>> lines() {
        return lines.shown();
    }

    public ReadOnlyObjectProperty<List<FigureFacts>> figuresProperty() {
        return figures.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<PlanPage>> planProperty() {
        return plan.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<DayChart> daysProperty() {
        return days.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<OwnCost>> ownProperty() {
        return own.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Breakdown> breakdownProperty() {
        return breakdown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<DayRange> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /// Empty while no stack is listed.
    ReadOnlyObjectProperty<Optional<AskCost>> askingProperty() {
        return asking.getReadOnlyProperty();
    }

    /// Which days are counted.
    public ReadOnlyStringProperty periodProperty() {
        return period.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }
}
