package io.watchdeck.ui.stack;

import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.model.Panel;
import io.watchdeck.model.StackId;
import io.watchdeck.ui.kit.Absence;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.Checked;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.Marks;
import io.watchdeck.ui.kit.OnlyFaults;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.ui.kit.logs.LogTailViewModel;
import io.watchdeck.ui.shell.ServiceWishes;
import io.watchdeck.watch.Inspected;
import io.watchdeck.watch.Inspection;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// One stack: header, cards, services with deployments, the selected service, history, conditions.
public final class StackViewModel {

    private final Words words;
    private final ReadOnlyObjectWrapper<Optional<HeaderFacts>> header = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Rows<String, CardFacts> cards = new Rows<>(CardFacts::key);
    private final Rows<String, FleetLine> fleet = new Rows<>(FleetLine::key);
    private final Rows<String, ConditionLine> conditions = new Rows<>(ConditionLine::key);
    private final ReadOnlyObjectWrapper<Optional<ServiceDetail>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper conditionSummary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper conditionsEmpty = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper servicesShown = new ReadOnlyStringWrapper("");
    private Optional<StackId> wanted = Optional.empty();
    private Optional<StackSnapshot> stack = Optional.empty();
    private final ReadOnlyObjectWrapper<Optional<String>> service = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper servicesEmpty = new ReadOnlyStringWrapper("");
    private final Marks<String> marks = new Marks<>();
    private final OnlyFaults faults = new OnlyFaults(() -> stack().ifPresent(this::showFleet));
    private TextFilter filter = TextFilter.none();
    private Optional<StackId> markedOf = Optional.empty();
    private boolean chosen;
    private boolean settled;
    /// What was shown in another language is shown, though nobody has chosen it.
    private boolean resumed;
    private List<StackSnapshot> stacks = List.of();
    private Optional<Inspected> inspected = Optional.empty();
    private Instant now = Instant.EPOCH;
    private Optional<Instant> replayed = Optional.empty();
    private Optional<Inspected> asked = Optional.empty();
    private Instant askedAt = Instant.EPOCH;
    private boolean openWhenLive = true;
    private final LogTailViewModel tail;
    private final HistoryViewModel history;
    private final TaskHours taskHours;

    /// @param asking brings what is kept of metrics, on the thread that the model is used on
    public StackViewModel(Words words, ChartViewModel.Asking asking) {
        this.words = words;
        tail = new LogTailViewModel(words);
        history = new HistoryViewModel(words, asking);
        taskHours = new TaskHours(asking, this::showDetail);
        service.subscribe(history::showService);
    }

    /// A snapshot of the stack that is the same was composed some seconds ago: what is shown still holds, as of the time
    /// that it was told at.
    public void show(WatchSnapshot snapshot, Instant at) {
        boolean same = stack.isPresent() && inspected.equals(snapshot.inspected())
                && snapshot.stacks().stream().anyMatch(one -> one == stack.get());
        stacks = snapshot.stacks();
        inspected = snapshot.inspected();
        if (!same) {
            now = at;
            update();
        }
    }

    /// The lines of the log are those around a moment that is over; with none, the newest. Of then none are kept: they are
    /// asked for once a person unfolds them, and come with what is newest.
    void replay(Optional<Instant> moment) {
        if (!moment.equals(replayed)) {
            if (moment.isPresent() != replayed.isPresent()) {
                boolean live = moment.isEmpty();
                openWhenLive = live ? openWhenLive : tail.openProperty().get();
                tail.open(live && openWhenLive);
            }
            replayed = moment;
            history.over(moment.isPresent());
            tail.around(moment);
        }
    }

    /// What is newest, while a moment that is over is shown.
    void asked(WatchSnapshot live, Instant at) {
        asked = live.inspected();
        askedAt = at;
        showTail();
    }

    /// Ages grow between two snapshots; what counts in minutes waits for the next minute.
    public void tick(Instant at) {
        boolean sameMinute = at.truncatedTo(ChronoUnit.MINUTES).equals(now.truncatedTo(ChronoUnit.MINUTES));
        now = at;
        if (sameMinute && stack.isPresent()) {
            cards.show(Cards.of(stack.get(), now, words));
            showFleet(stack.get());
            showDetail();
        } else {
            update();
        }
    }

    /// Goes on where the same stack in another language was: what is filtered to faults, marked and selected.
    void goOn(StackViewModel before) {
        faults.goOn(before.faults);
        marks.goOn(before.marks);
        markedOf = before.markedOf;
        wanted = before.wanted;
        chosen = before.chosen;
        resumed = true;
        service.set(before.service.get());
    }

    /// @param id the stack to show; empty keeps the present one, else shows the worst
    public void open(Optional<StackId> id) {
        if (id.isPresent() && !id.equals(wanted)) {
            chosen = false;
        }
        settled = chosen || resumed && (id.isEmpty() || id.equals(wanted));
        resumed = false;
        wanted = id.or(() -> wanted);
        update();
    }

    /// The stack that is shown, once there is one.
    public Optional<StackId> shown() {
        return stack.map(one -> one.file().id());
    }

    /// Shows everything about a service of the stack, from now on whatever happens to the others.
    public void select(String name) {
        if (stack.filter(one -> Leading.has(one, name)).isPresent()) {
            chosen = true;
            settled = true;
            service.set(Optional.of(name));
            showDetail();
        }
    }

    /// What is to be read more closely while the drawer is open.
    Optional<Inspection> inspection() {
        return service().map(one -> one.with(tail.wanted()));
    }

    private Optional<Inspection> service() {
        return shown().flatMap(id -> service.get().map(name -> new Inspection(id, name)));
    }

    public HistoryViewModel history() {
        return history;
    }

    /// The log of the service that is shown.
    public LogTailViewModel tail() {
        return tail;
    }

    /// The service that is shown is chosen when the page opens, as soon as enough is known; a refresh never changes it.
    private void choose(StackSnapshot one) {
        boolean there = service.get().filter(name -> Leading.has(one, name)).isPresent();
        if (!settled || !there) {
            service.set(Leading.service(one));
            chosen = false;
            settled = Leading.isKnown(one);
        }
    }

    /// Which services the table shows, from now on whatever stack it is about.
    public void filterServices(String typed) {
        filterServices(TextFilter.of(typed, serviceColumns()));
    }

    void filterServices(TextFilter typed) {
        filter = typed;
        stack.ifPresent(this::showFleet);
    }

    /// Whether only services that are not fine are listed.
    OnlyFaults faults() {
        return faults;
    }

    /// Lists a service that was asked for, though it is fine.
    void reveal(String name) {
        if (stack.filter(one -> Leading.has(one, name)).isPresent() && fleet.find(name).isEmpty()) {
            faults.turn(false);
        }
    }

    FilterColumns serviceColumns() {
        return FilterColumns.of(words, FleetFilter.COLUMNS);
    }

    private void showFleet(StackSnapshot one) {
        List<FleetLine> all = FleetLines.of(one, now, words);
        List<FleetLine> wanted = FleetFilter.atFault(FleetFilter.matching(all, filter), faults,
                new ServiceSeverity(one, now));
        fleet.show(wanted);
        marks.show(wanted.stream().map(FleetLine::service).distinct().toList(),
                all.stream().map(FleetLine::service).toList());
        String fine = faults.emptyText(words, wanted.size());
        servicesEmpty.set(!fine.isEmpty() ? fine : words.say("ui.stack.noMatch"));
        long count = FleetFilter.services(all);
        servicesShown.set(filter.isEmpty() && !faults.onProperty().get() ? words.number(count, 0)
                : words.say("ui.stack.shown", FleetFilter.services(wanted), count));
    }

    public Csv servicesCsv() {
        return servicesCsv(fleet.facts());
    }

    private Csv servicesCsv(List<FleetLine> lines) {
        return csv("services", Stream.of("service", "deployment", "status", "running", "capacity", "cpu", "memory",
                "rollout", "scaling", "missing"), lines.stream().map(FleetLine::csv).toList());
    }

    /// The services of this stack that are marked; of another stack none is.
    Marks<String> marks() {
        return marks;
    }

    List<AwsReference> markedReferences() {
        return marked().stream().filter(line -> !line.isDeployment()).map(FleetLine::reference).toList();
    }

    Csv markedCsv() {
        return servicesCsv(marked());
    }

    /// With their deployments, those that a filter hides too.
    private List<FleetLine> marked() {
        return stack.map(one -> marks.of(FleetLines.of(one, now, words), FleetLine::service)).orElse(List.of());
    }

    public Csv conditionsCsv() {
        return csv("conditions", Stream.of("state", "why", "component", "value", "limit", "since", "means", "rule"),
                conditions.facts().stream().map(ConditionLine::csv).toList());
    }

    private Csv csv(String table, Stream<String> columns, List<List<String>> rows) {
        String id = shown().map(StackId::value).orElse("stack");
        return new Csv(id + "-" + table, columns.map(column -> words.say("ui.csv." + column)).toList(), rows);
    }

    private void update() {
        stack = wanted.flatMap(id -> stacks.stream().filter(one -> one.file().id().equals(id)).findFirst())
                .or(() -> stacks.stream().findFirst());
        if (stack.isEmpty()) {
            header.set(Optional.empty());
            cards.show(List.of());
            fleet.show(List.of());
            conditions.show(List.of());
            detail.set(Optional.empty());
            history.show(Optional.empty(), now);
            return;
        }
        StackSnapshot one = stack.get();
        if (!markedOf.equals(Optional.of(one.file().id()))) {
            markedOf = Optional.of(one.file().id());
            marks.clear();
        }
        wanted = Optional.of(one.file().id());
        header.set(Optional.of(HeaderFacts.of(one, words)));
        choose(one);
        taskHours.show(one, now);
        cards.show(Cards.of(one, now, words));
        showFleet(one);
        List<ConditionLine> lines = ConditionLine.of(one, now, words);
        conditions.show(lines);
        conditionSummary.set(summary(one, lines));
        conditionsEmpty.set(Absence.of(one.alarms().state(), words)
                .map(why -> words.say("ui.condition.unread", why.sentence())).orElseGet(
                        () -> words.say("ui.condition.none")));
        showDetail();
        history.show(stack, now);
    }

    private void showDetail() {
        showTail();
        detail.set(stack.flatMap(one -> service.get().flatMap(
                name -> ServiceDetails.of(one, name, closely(new Inspection(one.file().id(), name)), taskHours.of(one),
                        now,
                        words))));
    }

    /// Of a moment that is over nothing more is read.
    private Optional<Inspected> closely(Inspection of) {
        return inspected.or(() -> replayed.map(moment -> new Inspected(of,
                new Panel<>(new Loadable.Failed<>(Failure.notRecorded(), moment), Duration.ZERO))));
    }

    private void showTail() {
        tail.show(service(), replayed.isPresent() ? asked : inspected, replayed.isPresent() ? askedAt : now);
    }

    /// Nothing where nothing is listed: the list says why, and none of none would read as if all were well; nor are none said to
    /// be open where none could be checked.
    private String summary(StackSnapshot one, List<ConditionLine> lines) {
        long open = one.verdict().troubles().size();
        return lines.isEmpty() ? "" : Checked.of(List.of(one)).sayNothing(words).filter(_ -> open == 0)
                .orElseGet(() -> words.say("ui.condition.summary", open, lines.size()));
    }

    ReadOnlyObjectProperty<Optional<HeaderFacts>> headerProperty() {
        return header.getReadOnlyProperty();
    }

    ObservableList<Row<String, CardFacts>> cards() {
        return cards.shown();
    }

    ObservableList<Row<String, FleetLine>> fleet() {
        return fleet.shown();
    }

    ObservableList<Row<String, ConditionLine>> conditions() {
        return conditions.shown();
    }

    Optional<StackSnapshot> stack() {
        return stack;
    }

    /// What may be changed of the selected service.
    Optional<ServiceWishes> wishes() {
        return stack.flatMap(shown -> service.get().flatMap(name -> ServiceWishes.of(shown, name)));
    }

    ReadOnlyObjectProperty<Optional<String>> serviceProperty() {
        return service.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<ServiceDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// How many services the table shows of how many.
    public ReadOnlyStringProperty servicesShownProperty() {
        return servicesShown.getReadOnlyProperty();
    }

    /// Why no service is listed, while none is.
    ReadOnlyStringProperty servicesEmptyProperty() {
        return servicesEmpty.getReadOnlyProperty();
    }

    /// Why no condition is listed, while none is.
    ReadOnlyStringProperty conditionsEmptyProperty() {
        return conditionsEmpty.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty conditionSummaryProperty() {
        return conditionSummary.getReadOnlyProperty();
    }
}
