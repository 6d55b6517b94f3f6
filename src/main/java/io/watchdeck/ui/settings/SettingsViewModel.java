package io.watchdeck.ui.settings;

import io.watchdeck.model.Money;
import io.watchdeck.model.Region;
import io.watchdeck.model.StackId;
import io.watchdeck.refresh.ApiCall;
import io.watchdeck.refresh.MeteredCalls;
import io.watchdeck.refresh.Payer;
import io.watchdeck.refresh.PriceList;
import io.watchdeck.refresh.Saving;
import io.watchdeck.settings.Settings;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.watch.MeterReading;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/// The meter of the console's own calls in detail. Days and months are those of UTC, as on AWS's bill.
public final class SettingsViewModel {

    private static final BigDecimal THOUSAND = new BigDecimal(1000);
    private static final BigDecimal MILLION = new BigDecimal(1_000_000);
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HALF_AGAIN = new BigDecimal("1.5");
    private static final Currency DOLLARS = Currency.getInstance("USD");

    private final Words words;
    private final PriceList prices;
    private final BiConsumer<String, String> choice;
    private final Rows<String, SpendLine> byApi = new Rows<>(SpendLine::key);
    private final Rows<String, SpendLine> byStack = new Rows<>(SpendLine::key);
    private final ReadOnlyObjectWrapper<Optional<MeterPage>> page = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private Spending spending;

    /// @param choice told of a key and a word for the settings file
    public SettingsViewModel(Words words, PriceList prices, BiConsumer<String, String> choice) {
        this.words = words;
        this.prices = prices;
        this.choice = choice;
        spending = new Spending(List.of(), LocalDate.EPOCH, words);
    }

    public void show(WatchSnapshot snapshot, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        MeterReading meter = snapshot.meter();
        spending = new Spending(meter.detail().stream()
                .filter(one -> YearMonth.from(one.day()).equals(YearMonth.from(today))).toList(), today, words);
        byApi.show(spending.by(MeteredCalls::call, call -> call.replace(':', ' '), _ -> ""));
        Map<StackId, String> names = snapshot.stacks().stream().collect(Collectors.toMap(one -> one.file().id(),
                one -> one.file().name() + " " + words.say("ui.environment." + one.file().environment().word()),
                (one, _) -> one));
        byStack.show(spending.by(one -> one.payer().word(), word -> name(Payer.of(word), names),
                word -> why(Payer.of(word))));
        page.set(Optional.of(page(meter, snapshot.sandbox())));
    }

    private String name(Payer payer, Map<StackId, String> names) {
        return switch (payer) {
            case Payer.Stack(StackId id) -> names.getOrDefault(id, id.value());
            case Payer.Operations(StackId id) ->
                words.say("ui.settings.operations", names.getOrDefault(id, id.value()));
            case Payer.Several(int stacks) -> words.say("ui.settings.several", stacks);
            case Payer.Console() -> words.say("ui.settings.console");
            case Payer.Untold() -> words.say("ui.settings.untold");
        };
    }

    private String why(Payer payer) {
        return switch (payer) {
            case Payer.Stack _ -> "";
            case Payer.Operations _ -> words.say("ui.settings.operationsWhy");
            case Payer.Several _ -> words.say("ui.settings.severalWhy");
            case Payer.Console _ -> words.say("ui.settings.consoleWhy");
            case Payer.Untold _ -> words.say("ui.settings.untoldWhy");
        };
    }

    private MeterPage page(MeterReading meter, boolean sandbox) {
        double cap = meter.cap().amount().doubleValue();
        double share = cap > 0 ? meter.month().amount().doubleValue() / cap : 0;
        String state = sandbox ? words.say("ui.settings.sandbox")
                : words.say("ui.settings.state." + meter.saving().name().toLowerCase(Locale.ROOT));
        return new MeterPage(words.money(meter.month()), words.say("ui.settings.cap", words.money(meter.cap())),
                words.say("ui.settings.today", words.money(meter.today())), share,
                meter.saving() == Saving.NONE ? Tone.NOTICE : Tone.WARNING, state,
                Optional.of(raised(meter.cap())).filter(to -> !sandbox && to.compareTo(meter.cap()) > 0)
                        .map(this::raise),
                prices.listed().stream().map(this::price).toList(), sources(),
                meter.free().stream().findFirst()
                        .map(use -> new FreeUses(words, sandbox).of(use,
                                new Money(metric().multiply(THOUSAND), DOLLARS))),
                steps(meter.saving()));
    }

    private BigDecimal metric() {
        return prices.price(new ApiCall("", new Region("us-east-1"), "CloudWatch", "GetMetricData", 1));
    }

    private List<MeterPage.Step> steps(Saving now) {
        return Stream.of(Saving.values()).map(step -> new MeterPage.Step(
                words.say(step == Saving.NONE ? "ui.settings.steps.below" : "ui.settings.steps.from",
                        Math.round((step == Saving.NONE ? Saving.COST : step).from() * 100)),
                words.say("ui.settings.steps." + step.name().toLowerCase(Locale.ROOT)), step == now))
                .toList();
    }

    private MeterPage.Raise raise(Money to) {
        String amount = words.money(to);
        return new MeterPage.Raise(words.say("ui.settings.raise", amount), words.say("ui.settings.raiseWhy", amount),
                words.say("ui.settings.raiseDo", amount), to.amount().toPlainString());
    }

    /// Half as much again, in whole dollars.
    private static Money raised(Money cap) {
        BigDecimal more = cap.amount().multiply(HALF_AGAIN).max(cap.amount().add(new BigDecimal("0.5")))
                .setScale(0, RoundingMode.CEILING);
        return new Money(more.min(Settings.GREATEST_CAP.amount()), cap.currency());
    }

    private MeterPage.Price price(PriceList.Listed listed) {
        boolean cents = listed.each().compareTo(CENT) >= 0;
        // Of so many calls as cost a cent at least.
        BigDecimal many = listed.each().multiply(THOUSAND).compareTo(CENT) >= 0 ? THOUSAND : MILLION;
        var money = new Money(cents ? listed.each() : listed.each().multiply(many), DOLLARS);
        String call = listed.call().endsWith(" *")
                ? words.say(listed.free() > 0 ? "ui.settings.otherCalls" : "ui.settings.anyCall",
                        listed.call().substring(0, listed.call().length() - 2))
                : listed.call();
        return new MeterPage.Price(call, words.say(cents ? "ui.settings.eachRequest"
                : listed.call().contains("GetMetricData") ? "ui.settings.manyMetrics"
                : listed.free() > 0 ? "ui.settings.manyBeyond" : "ui.settings.manyRequests", words.money(money),
                words.number(listed.free()), words.number(many.longValueExact())));
    }

    private String sources() {
        return words.say("ui.settings.sources", words.list(prices.listed().stream().map(PriceList.Listed::source)
                .distinct().toList()), prices.listed().getFirst().read());
    }

    /// Asks whether the cap is to be raised.
    void ask() {
        asking.set(true);
    }

    void cancel() {
        asking.set(false);
    }

    /// A person's word that it may cost more.
    void raise() {
        page.get().flatMap(MeterPage::raise).ifPresent(to -> choice.accept("cap", to.word()));
        asking.set(false);
    }

    Csv csv() {
        return spending.csv();
    }

    public ObservableList<Row<String, SpendLine>> byApi() {
        return byApi.shown();
    }

    public ObservableList<Row<String, SpendLine>> byStack() {
        return byStack.shown();
    }

    public ReadOnlyObjectProperty<Optional<MeterPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }
}
