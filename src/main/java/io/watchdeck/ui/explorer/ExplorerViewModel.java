package io.watchdeck.ui.explorer;

import io.watchdeck.metrics.MetricCatalogue;
import io.watchdeck.metrics.Sample;
import io.watchdeck.metrics.SeriesId;
import io.watchdeck.metrics.Unit;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.ui.kit.ChartData;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.PastChart;
import io.watchdeck.ui.kit.PastLine;
import io.watchdeck.ui.kit.PastPlot;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.ui.shell.Exploring;
import io.watchdeck.watch.Past;
import io.watchdeck.watch.StackSeries;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// Which series of which stacks lie over each other. The choice stays while snapshots come and go, and while other
/// screens are shown.
public final class ExplorerViewModel {

    /// What stacks can be compared by with one click, as far as at least one has it.
    static final List<String> COMPARED =
            List.of("lb.requests", "lb.5xx", "lb.p95", "service.cpu", "service.memory", "db.connections");
    private static final int FIRST_STACKS = 3;

    private final Words words;
    private final ChartViewModel chart;
    private final Legend legendWriter;
    private final MetricCatalogue catalogue = MetricCatalogue.standard();
    private final Selection selection = new Selection();
    private final Rows<String, PickLine> picks = new Rows<>(PickLine::key);
    private final Rows<SeriesId, LegendLine> legend = new Rows<>(line -> line.offer().id());
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper moment = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<String>> comparable = new ReadOnlyObjectWrapper<>(List.of());
    private Map<SeriesId, Offer> offers = Map.of();
    private Map<StackId, StackSnapshot> stacks = Map.of();
    private TextFilter filter = TextFilter.none();
    private Optional<Exploring> wanted = Optional.empty();
    private Optional<ChartData.Pointed> pointed = Optional.empty();
    private boolean begun;
    private Instant now = Instant.EPOCH;

    /// @param asking brings what is kept of metrics, on the thread that the model is used on
    public ExplorerViewModel(Words words, ChartViewModel.Asking asking) {
        this.words = words;
        chart = new ChartViewModel(words, asking);
        legendWriter = new Legend(words);
        chart.chartProperty().subscribe(_ -> tell());
        chart.waitsProperty().subscribe(_ -> tell());
    }

    /// What it is asked to show, as soon as the stacks are known.
    public void open(Exploring asked) {
        wanted = Optional.of(asked);
        begun = true;
        apply();
    }

    public void show(WatchSnapshot snapshot, Instant at) {
        now = at;
        var known = new LinkedHashMap<StackId, StackSnapshot>();
        snapshot.stacks().forEach(stack -> known.put(stack.file().id(), stack));
        if (!same(known)) {
            stacks = known;
            offers = offered();
            selection.retain(offers);
            comparable.set(COMPARED.stream().filter(metric -> !each(metric).isEmpty()).toList());
        }
        if (!begun && !stacks.isEmpty()) {
            begun = true;
            Stream.of("lb.requests", "db.connections").flatMap(metric -> each(metric).stream().limit(FIRST_STACKS))
                    .forEach(selection::add);
        }
        apply();
    }

    /// A snapshot of a stack that is the same was composed some seconds ago.
    private boolean same(Map<StackId, StackSnapshot> known) {
        return known.size() == stacks.size()
                && known.entrySet().stream().allMatch(one -> stacks.get(one.getKey()) == one.getValue());
    }

    private Map<SeriesId, Offer> offered() {
        return stacks.values().stream().flatMap(stack -> StackSeries.of(stack, catalogue).stream()
                .map(series -> Offer.of(stack, series, words)))
                .collect(Collectors.toMap(Offer::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private void apply() {
        if (wanted.isPresent() && !offers.isEmpty()) {
            Exploring asked = wanted.get();
            wanted = Optional.empty();
            selection.clear();
            asked.series().stream().map(offers::get).filter(java.util.Objects::nonNull).forEach(selection::add);
            refusal.set("");
            chart.choose(asked.range());
            asked.part().ifPresent(part -> chart.look(Optional.of(part)));
        }
        update();
    }

    /// Chooses a series, or takes it away.
    public void toggle(SeriesId id) {
        Offer offer = offers.get(id);
        if (offer == null) {
            return;
        }
        if (selection.find(id).isPresent()) {
            selection.remove(id);
            refusal.set("");
        } else {
            refusal.set(selection.refusal(offer).map(why -> refused(why, offer)).orElse(""));
            selection.add(offer);
        }
        update();
    }

    private String refused(Selection.Refusal why, Offer offer) {
        return switch (why) {
            case TOO_MANY -> words.say("ui.explorer.tooMany", Selection.MOST);
            case TOO_MANY_UNITS -> words.say("ui.explorer.tooManyUnits", offer.unit(), selection.units().stream()
                    .map(unit -> words.say(Offer.unitKey(unit))).collect(Collectors.joining(", ")));
        };
    }

    public void clear() {
        selection.clear();
        refusal.set("");
        update();
    }

    /// Shows one figure of every stack instead of what was chosen.
    public void compare(String metric) {
        selection.clear();
        List<Offer> each = each(metric);
        each.stream().limit(Selection.MOST).forEach(selection::add);
        refusal.set(each.size() > Selection.MOST
                ? words.say("ui.explorer.tooManyStacks", each.size(), Selection.MOST) : "");
        update();
    }

    /// Of every stack the first component that has the figure.
    private List<Offer> each(String metric) {
        var first = new LinkedHashMap<StackId, Offer>();
        offers.values().stream().filter(offer -> offer.series().metric().id().equals(metric))
                .forEach(offer -> first.putIfAbsent(offer.id().stack(), offer));
        return List.copyOf(first.values());
    }

    /// Which series are listed: those that match what was typed.
    public void filter(String typed) {
        filter(TextFilter.of(typed, columns()));
    }

    void filter(TextFilter asked) {
        filter = asked;
        list();
    }

    FilterColumns columns() {
        return FilterColumns.of(words, Offer.COLUMNS);
    }

    /// @param where the crosshair is; empty when it is away
    public void point(Optional<ChartData.Pointed> where) {
        pointed = where;
        tell();
    }

    private void update() {
        list();
        List<PastPlot> plots = plots();
        chart.show(new ChartViewModel.Subject(words.say("ui.screen.explorer"), "explorer",
                plots.stream().flatMap(plot -> plot.lines().stream()).map(PastLine::id).toList(),
                (range, span, answer) -> draw(plots, range, span, answer)), now);
    }

    private ChartData draw(List<PastPlot> plots, TimeRange range, String span, Optional<Past> answer) {
        return plots.isEmpty() ? ChartData.empty(range) : new PastChart(words, now).of(plots, range, span, answer);
    }

    /// A plot for each unit; the more lines it has, the more of the height.
    private List<PastPlot> plots() {
        UnaryOperator<String> environment = word -> words.say("ui.environment." + word);
        Map<SeriesId, String> names = selection.names(environment);
        return selection.units().stream().map(unit -> {
            List<Selection.Chosen> here = selection.all().stream().filter(one -> one.unit() == unit).toList();
            Map<SeriesId, String> labels = selection.names(here, environment);
            List<PastLine> lines = here.stream()
                    .map(one -> new PastLine(stacks.get(one.offer().id().stack()), one.offer().series().on(),
                            one.offer().series().metric(), names.get(one.offer().id()), labels.get(one.offer().id()),
                            one.colour()))
                    .toList();
            return new PastPlot(title(unit), lines, lines.size() > 1 ? 1.4 : 1);
        }).toList();
    }

    private String title(Unit unit) {
        List<String> figures = selection.all().stream().filter(one -> one.unit() == unit)
                .map(one -> one.offer().figure()).distinct().toList();
        String what = figures.size() == 1 ? figures.getFirst() : words.say("ui.explorer.figures", figures.size());
        return unit == Unit.COUNT ? what : words.say("ui.explorer.axis", what, words.say(Offer.unitKey(unit)));
    }

    private void list() {
        var lines = new ArrayList<PickLine>();
        StackId last = null;
        for (Offer offer : offers.values()) {
            if (filter.matches(offer.columns())) {
                if (!offer.id().stack().equals(last)) {
                    lines.add(PickLine.head(offer));
                    last = offer.id().stack();
                }
                Optional<Selection.Chosen> chosen = selection.find(offer.id());
                lines.add(PickLine.of(offer, chosen.map(Selection.Chosen::colour).orElse(0),
                        chosen.isPresent() || selection.refusal(offer).isEmpty()));
            }
        }
        picks.show(lines);
    }

    private void tell() {
        ChartData data = chart.chartProperty().get();
        boolean waits = chart.waitsProperty().get();
        legend.show(legendWriter.of(data, selection.all(), pointed, waits,
                Optional.of(now).filter(data.range().to()::equals)));
        moment.set(pointed.map(at -> words.when(at.at(), now)).orElseGet(() -> words.say(
                data.range().to().equals(now) ? "ui.explorer.newest" : "ui.explorer.last")));
        note.set(selection.all().isEmpty() ? "" : waits ? words.say("ui.absence.asking") : chart.spanProperty().get());
    }

    /// The samples in sight, with what each is of.
    public Csv csv() {
        ChartData data = chart.chartProperty().get();
        var rows = new ArrayList<List<String>>();
        data.plots().forEach(plot -> plot.lines().forEach(line -> selection.all().stream()
                .filter(one -> one.colour() == line.colour()).map(Selection.Chosen::offer).forEach(offer -> {
                    for (Sample sample : line.shown(data.range())) {
                        rows.add(List.of(offer.id().stack().value(), offer.component(), offer.series().metric().id(),
                                offer.unit(), sample.at().toString(), Csv.sample(sample.value())));
                    }
                })));
        return new Csv(chart.fileName(), Stream.of("stack", "component", "metric", "unit", "time", "value")
                .map(column -> words.say("ui.csv." + column)).toList(), rows);
    }

    /// The one stack that everything chosen is of; empty when there are several, or none.
    Optional<StackId> onlyStack() {
        List<StackId> all = selection.all().stream().map(one -> one.offer().id().stack()).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    public ChartViewModel chart() {
        return chart;
    }

    ObservableList<Row<String, PickLine>> picks() {
        return picks.shown();
    }

    ObservableList<Row<SeriesId, LegendLine>> legend() {
        return legend.shown();
    }

    /// Which figures stacks can be compared by.
    ReadOnlyObjectProperty<List<String>> comparableProperty() {
        return comparable.getReadOnlyProperty();
    }

    /// Why the last one was not chosen; empty when it was.
    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty noteProperty() {
        return note.getReadOnlyProperty();
    }

    /// Of when the legend's values are, in words.
    public ReadOnlyStringProperty momentProperty() {
        return moment.getReadOnlyProperty();
    }
}
