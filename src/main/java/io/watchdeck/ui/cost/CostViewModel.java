package io.watchdeck.ui.cost;

import io.watchdeck.model.StackId;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ConsoleLinks;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// What the stacks cost beside their plans. Which stack's plan is shown stays the same while snapshots come and go; at
/// first it is that of the stack that is the most over.
public final class CostViewModel {

    private final Words words;
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
    private final ReadOnlyStringWrapper period = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper caption = new ReadOnlyStringWrapper("");
    private Predicate<Environment> scope = _ -> true;
    private List<StackSnapshot> known = List.of();
    private List<StackCost> costs = List.of();
    private Optional<StackId> selected = Optional.empty();
    /// A table that is given other rows may point at another of them for a while: nobody has chosen that.
    private boolean updating;

    public CostViewModel(Words words) {
        this.words = words;
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
        days.set(DayChart.of(costs, by, text));
    }

    private void update() {
        updating = true;
        costs = StackLines.ordered(StackCost.of(known.stream()
                .filter(stack -> scope.test(stack.file().environment())).toList(), words));
        figures.set(new CostFigures(text, words).of(costs));
        stacks.show(stackLines.lines(costs));
        period.set(CostFigures.latest(costs).map(day -> text.say("ui.costs.period", words.monthName(day),
                day.getDayOfMonth())).orElse(""));
        caption.set(captions());
        days.set(DayChart.of(costs, breakdown.get(), text));
        showPlan();
        updating = false;
    }

    private void showPlan() {
        Optional<PlanPage> page = shown().map(one -> new PlanLines(text, words).page(one));
        lines.show(page.map(PlanPage::lines).orElse(List.of()));
        plan.set(page);
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
        }));
        return String.join(" ", said);
    }

    /// The lines of the plans of all stacks that are listed.
    public Csv csv() {
        return PlanCsv.of(costs);
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

    /// Which days are counted.
    public ReadOnlyStringProperty periodProperty() {
        return period.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty captionProperty() {
        return caption.getReadOnlyProperty();
    }
}
