package io.watchdeck.ui.cost;

import io.watchdeck.cost.Advice;
import io.watchdeck.cost.Adviser;
import io.watchdeck.cost.CostReport;
import io.watchdeck.cost.Discounts;
import io.watchdeck.cost.LogAdviser;
import io.watchdeck.cost.StoragePrices;
import io.watchdeck.cost.TaskPrices;
import io.watchdeck.cost.UnitPrice;
import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.metrics.Series;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Tier;
import io.watchdeck.model.Money;
import io.watchdeck.model.Phrase;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.Plan;
import io.watchdeck.stack.StackFile;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What could cost less, by the history of a fortnight, which is asked for once an hour while the screen is shown.
public final class AdviceViewModel {

    static final int DAYS = 14;
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final String CPU = "service.cpu";
    private static final String MEMORY = "service.memory";
    private static final String RUNNING = "service.running";

    private final Words words;
    private final ChartViewModel.Asking asking;
    private final Adviser adviser = new Adviser(Discounts.shipped(), DAYS);
    private final LogAdviser logAdviser = new LogAdviser(StoragePrices.shipped());
    private final LogHoldings holdings;
    private Optional<WatchSnapshot> shown = Optional.empty();
    private final ReadOnlyObjectWrapper<List<AdviceLine>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> missing = new ReadOnlyObjectWrapper<>(List.of());
    private Optional<HistoryAnswer> known = Optional.empty();
    private List<SeriesId> asked = List.of();
    private Instant askedAt = Instant.EPOCH;

    /// @param asking what is kept of metrics
    /// @param logs   what log groups hold
    AdviceViewModel(Words words, ChartViewModel.Asking asking, LogHoldings.Asking logs) {
        this.words = words;
        this.asking = asking;
        holdings = new LogHoldings(logs, () -> shown.ifPresent(this::tell));
        state.set(words.say("ui.advice.asking"));
    }

    public void show(WatchSnapshot snapshot, Instant now) {
        shown = Optional.of(snapshot);
        holdings.show(snapshot, now);
        List<SeriesId> wanted = snapshot.stacks().stream().flatMap(AdviceViewModel::series).sorted(
                (one, other) -> one.toString().compareTo(other.toString())).toList();
        if (!wanted.equals(asked) || Duration.between(askedAt, now).compareTo(AGAIN) >= 0) {
            asked = wanted;
            askedAt = now;
            Instant end = Tier.HOUR.begin(now);
            asking.ask(new HistoryQuery(wanted, new TimeRange(end.minus(Duration.ofDays(DAYS)), end), Tier.HOUR),
                    past -> answered(past, snapshot));
        }
        tell(snapshot);
    }

    private void answered(Past past, WatchSnapshot snapshot) {
        if (past.metrics().query().series().equals(asked)) {
            known = Optional.of(past.metrics());
            tell(snapshot);
        }
    }

    private void tell(WatchSnapshot snapshot) {
        if (known.isEmpty()) {
            return;
        }
        Optional<Adviser.NatInstance> nat = natInstance(snapshot.stacks());
        List<Advice> all = snapshot.stacks().stream().flatMap(stack -> advice(stack, nat)).toList();
        lines.set(Advice.given(all).stream().map(this::line).toList());
        state.set(lines.get().isEmpty() ? words.say("ui.advice.nothing", DAYS) : "");
        missing.set(notGiven(all));
    }

    private Stream<Advice> advice(StackSnapshot stack, Optional<Adviser.NatInstance> nat) {
        Optional<CostReport> bill = stack.cost().state().latest();
        return Stream.concat(adviser.of(stack.file(), bill, loads(stack), nat).stream(),
                logAdviser.of(stack.file(), bill, holdings.of(stack)).stream());
    }

    private AdviceLine line(Advice.Given one) {
        String saving = words.money(one.saving());
        return new AdviceLine(words.say("ui.advice.stackWhat", name(one.stack()), one.what()),
                words.say(one.atMost() ? "ui.advice.savesAtMost" : "ui.advice.saves", saving), words.say(one.why()),
                words.say("ui.advice.sum", one.arithmetic()), words.say("ui.advice.risk", one.risk()));
    }

    /// What several stacks lack is said once.
    private List<String> notGiven(List<Advice> all) {
        var byReason = new LinkedHashMap<Phrase, List<String>>();
        all.stream().filter(Advice.NotGiven.class::isInstance).map(Advice.NotGiven.class::cast)
                .forEach(one -> byReason.computeIfAbsent(one.missing(), _ -> new ArrayList<>())
                        .add(name(one.stack())));
        return byReason.entrySet().stream()
                .map(one -> words.say("ui.advice.missing", words.list(one.getValue().stream().distinct().toList()),
                        one.getKey()))
                .toList();
    }

    private List<Adviser.Load> loads(StackSnapshot stack) {
        Map<String, Series> running = stack.services().stream().collect(Collectors.toMap(one -> one.spec().name(),
                one -> kept(stack, RUNNING, one.spec().name()), (one, _) -> one));
        return stack.services().stream().map(service -> {
            String name = service.spec().name();
            return new Adviser.Load(service.spec(), service.runningOnSpot().map(some -> some == 0),
                    kept(stack, CPU, name), kept(stack, MEMORY, name), running.get(name),
                    price(stack, service, running));
        }).toList();
    }

    /// By the bill where it tells it, else by the plan.
    private static UnitPrice price(StackSnapshot stack, StackSnapshot.Service service, Map<String, Series> running) {
        var prices = new TaskPrices(stack.file());
        Optional<CostReport> bill = stack.cost().state().latest();
        UnitPrice billed = prices.ofBill(service.spec(), bill, running);
        return billed instanceof UnitPrice.Known ? billed : prices.ofPlan(service.spec());
    }

    private Series kept(StackSnapshot stack, String metric, String service) {
        return known.map(HistoryAnswer::kept)
                .map(all -> all.get(new SeriesId(stack.file().id(), metric, service)))
                .map(HistoryAnswer.Kept::series).orElseGet(Series::empty);
    }

    private static Optional<Adviser.NatInstance> natInstance(List<StackSnapshot> stacks) {
        for (StackSnapshot stack : stacks) {
            Optional<Money> planned = stack.file().plan().flatMap(plan -> plan.lines().stream()
                    .filter(line -> line.name().equals("NAT instance")).findFirst()).map(Plan.Line::amount)
                    .map(Plan.Amount::to);
            if (planned.isPresent()) {
                return Optional.of(new Adviser.NatInstance(stack.file().name(), planned.get()));
            }
        }
        return Optional.empty();
    }

    private static Stream<SeriesId> series(StackSnapshot stack) {
        return stack.services().stream().flatMap(service -> Stream.of(CPU, MEMORY, RUNNING)
                .map(metric -> new SeriesId(stack.file().id(), metric, service.spec().name())));
    }

    private String name(StackFile stack) {
        return stack.name() + " " + words.say("ui.environment." + stack.environment().word());
    }

    public ReadOnlyObjectProperty<List<AdviceLine>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Why there are no lines, or empty.
    public ReadOnlyStringProperty stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Sentences about what would have to be known.
    public ReadOnlyObjectProperty<List<String>> missingProperty() {
        return missing.getReadOnlyProperty();
    }
}
