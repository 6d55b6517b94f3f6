package io.watchdeck.watch;

import io.watchdeck.cost.Bill;
import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.Background;
import io.watchdeck.stack.Access;
import io.watchdeck.stack.StackFile;
import io.watchdeck.watch.CostQuestion.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks on threads of its own, each account once at a time.
final class LiveCostDesk implements CostDesk {

    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Supplier<List<Site>> sites;
    private final WatchSettings settings;
    private final Runnable changed;
    private final Consumer<Throwable> onMistake;
    private final Set<Access> asking = ConcurrentHashMap.newKeySet();
    private volatile boolean reading;

    /// @param sites   those of now
    /// @param changed called when an answer has come, and when one is awaited
    LiveCostDesk(Supplier<List<Site>> sites, WatchSettings settings, Runnable changed, Consumer<Throwable> onMistake) {
        this.sites = sites;
        this.settings = settings;
        this.changed = changed;
        this.onMistake = onMistake;
    }

    @Override
    public CostQuestion question(StackId stack) {
        Optional<Site> site = site(stack);
        OptionalInt requests = site.map(one -> one.reader().costRequests(file(one, stack))).orElse(OptionalInt.empty());
        BigDecimal price = site.map(one -> settings.meter().price(new ApiCall("unknown", one.access().region(),
                "Cost Explorer", "GetCostAndUsage", 1)).multiply(BigDecimal.valueOf(requests.orElse(0))))
                .orElse(BigDecimal.ZERO);
        var money = new Money(price, DOLLARS);
        return new CostQuestion(requests.orElse(0), money, refusal(site, requests, money));
    }

    private Optional<Refusal> refusal(Optional<Site> site, OptionalInt requests, Money price) {
        if (settings.sandbox()) {
            return Optional.of(Refusal.SANDBOX);
        }
        if (site.isEmpty() || requests.isEmpty()) {
            return Optional.of(Refusal.CLOSED);
        }
        if (asking.contains(site.get().access())) {
            return Optional.of(Refusal.ASKING);
        }
        return settings.meter().most().filter(most -> settings.meter().spentThisMonth().plus(price)
                .compareTo(most) > 0).map(_ -> Refusal.CAP);
    }

    @Override
    public void ask(StackId stack) {
        if (question(stack).refusal().isPresent()) {
            return;
        }
        site(stack).ifPresent(site -> run(site, site.reader()::askCost));
    }

    @Override
    public void look(boolean now) {
        settings.costs().look(now);
        askDue();
    }

    /// Whether the window can be seen.
    void visible(boolean now) {
        settings.costs().visible(now);
        askDue();
    }

    /// Whether the reading rests.
    void pause(boolean now) {
        settings.costs().rest(now);
        askDue();
    }

    /// When cost is asked for by itself from now on; a simulated bill costs nothing and is always asked for.
    void askedBy(CostNeed.Asked when) {
        if (!settings.sandbox()) {
            settings.costs().asked(when);
            changed.run();
            askDue();
        }
    }

    /// Whether the sites are read by now: until then what was known when the console ended may not be back yet, and what
    /// is due is not known. The first reading asks for it.
    void reading(boolean now) {
        reading = now;
    }

    /// Asks where somebody needs to know by now.
    private void askDue() {
        if (!reading) {
            return;
        }
        sites.get().stream().filter(site -> site.reader().isCostDue())
                .forEach(site -> run(site, () -> site.reader().read(Subject.COST)));
    }

    private void run(Site site, Runnable question) {
        if (asking.add(site.access())) {
            changed.run();
            Background.run("cost", () -> {
                try {
                    question.run();
                } finally {
                    asking.remove(site.access());
                    changed.run();
                }
            }, onMistake);
        }
    }

    @Override
    public void days(LocalDate first, Consumer<Map<StackId, List<BilledDays>>> answer) {
        List<Site> asked = sites.get();
        Background.run("cost days", () -> {
            var days = new HashMap<StackId, List<BilledDays>>();
            asked.forEach(site -> site.stacks().forEach(file -> days.put(file.id(), days(site, file, first))));
            answer.accept(Map.copyOf(days));
        }, onMistake);
    }

    /// The newest word is that on the board.
    private List<BilledDays> days(Site site, StackFile file, LocalDate first) {
        Optional<Bill> known = site.board().cost.get(file.id()).latest().map(report -> report.bill().since(first));
        List<BilledDays> kept = settings.history().map(history -> history.costDays().get()
                .read(site.place(), CostReader.filter(file), first, LocalDate.MAX)).orElse(List.of());
        return known.map(bill -> new Bill(bill.asOf(), kept).with(bill).days()).orElse(kept);
    }

    private Optional<Site> site(StackId stack) {
        return sites.get().stream().filter(site -> site.stacks().stream().anyMatch(file -> file.id().equals(stack)))
                .findFirst();
    }

    private static StackFile file(Site site, StackId stack) {
        return site.stacks().stream().filter(file -> file.id().equals(stack)).findFirst().orElseThrow();
    }
}
