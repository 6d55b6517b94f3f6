package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ledger.LedgerCounts.Tally;
import io.watchdeck.model.StackId;
import io.watchdeck.model.TimeRange;
import io.watchdeck.stack.Environment;
import io.watchdeck.ui.kit.AwsReference;
import io.watchdeck.ui.kit.ChartViewModel;
import io.watchdeck.ui.kit.Csv;
import io.watchdeck.ui.kit.FilterColumns;
import io.watchdeck.ui.kit.Row;
import io.watchdeck.ui.kit.Rows;
import io.watchdeck.ui.kit.TextFilter;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerAnswer.Line;
import io.watchdeck.watch.LedgerDesk;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.watch.WatchSnapshot;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;

/// What Spot took, as the ledger has it, and what services are like now. Asks the ledger when it comes into sight, when
/// another time is chosen, and now and then; an answer to another question than the last one is dropped. Lines and services
/// stay the same rows while what they say changes; what is selected stays so while a filter hides it.
public final class SpotViewModel {

    /// Lines that come or go at once beyond which they are put into place with one change.
    private static final int MANY = 60;

    private final SpotText text;
    private final LineText lineText;
    private final ChartViewModel share;
    private final AskedLedger ledger;
    private final Surroundings surroundings;
    private final Rows<String, ServiceLine> services = new Rows<>(ServiceLine::key);
    private final Rows<String, SpotLine> lines = new Rows<>(SpotLine::id);
    private final ReadOnlyObjectWrapper<SpotSpan> span = new ReadOnlyObjectWrapper<>(SpotSpan.DAY);
    private final ReadOnlyObjectWrapper<Drawn> drawn = new ReadOnlyObjectWrapper<>(Drawn.HOURS);
    private final ReadOnlyObjectWrapper<SpotFilter> filter = new ReadOnlyObjectWrapper<>(SpotFilter.none());
    private final ReadOnlyObjectWrapper<SpotPage> page;
    private final ReadOnlyObjectWrapper<Optional<SpotDetail>> detail = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper emptyText = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper replacing = new ReadOnlyBooleanWrapper();
    private Predicate<Environment> scope = _ -> true;
    private Map<StackId, StackSnapshot> watched = Map.of();
    /// The line that is selected; else the service that is chosen.
    private Optional<String> line = Optional.empty();
    private List<Line> listed = List.of();
    private Instant now = Instant.EPOCH;

    /// @param desk    answers on the thread that it is asked on
    /// @param history the same
    public SpotViewModel(Words words, LedgerDesk desk, ChartViewModel.Asking history) {
        text = new SpotText(words);
        lineText = new LineText(text);
        ledger = new AskedLedger(desk, this::update);
        surroundings = new Surroundings(text, history, this::showDetail);
        share = new ChartViewModel(words, history);
        page = new ReadOnlyObjectWrapper<>(SpotPage.nothing(words.say("ui.absence.asking"), ""));
    }

    /// Asks each time that the screen comes into sight.
    public void begin(Instant at) {
        now = at;
        ledger.ask(span.get(), now);
    }

    /// Goes on where the same screen in another language was.
    void goOn(SpotViewModel before) {
        span.set(before.span.get());
        drawn.set(before.drawn.get());
        filter.set(before.filter.get());
        ledger.goOn(before.ledger);
        watched = before.watched;
        line = before.line;
        scope = before.scope;
        now = before.now;
        update();
    }

    public void show(WatchSnapshot newest, Instant at) {
        now = at;
        var all = new LinkedHashMap<StackId, StackSnapshot>();
        newest.stacks().forEach(stack -> all.put(stack.file().id(), stack));
        watched = all;
        ledger.askWhenDue(span.get(), now);
        update();
    }

    public void tick(Instant at) {
        if (!at.equals(now)) {
            now = at;
            ledger.askWhenDue(span.get(), now);
            update();
        }
    }

    /// @param environments whose stacks are listed
    public void limitTo(Predicate<Environment> environments) {
        scope = environments;
        update();
    }

    void span(SpotSpan wanted) {
        if (wanted != span.get()) {
            span.set(wanted);
            if (drawn.get() != Drawn.SHARE) {
                drawn.set(wanted == SpotSpan.DAY ? Drawn.HOURS : Drawn.DAYS);
            }
            ledger.begin(wanted, now);
        }
    }

    void draw(Drawn wanted) {
        drawn.set(wanted == Drawn.HOURS && !span.get().hasHours() ? Drawn.DAYS : wanted);
        update();
    }

    void only(Sort sort) {
        filter.set(filter.get().only(sort));
        update();
    }

    void filter(TextFilter typed) {
        filter.set(filter.get().with(typed));
        update();
    }

    FilterColumns columns() {
        return FilterColumns.of(text.words(), LineText.COLUMNS);
    }

    /// @param key of a service; empty for all
    void choose(String key) {
        filter.set(filter.get().of(key));
        line = Optional.empty();
        update();
    }

    void select(String id) {
        line = Optional.of(id);
        showDetail();
    }

    /// Shows the service of a stack, or a line of the ledger, from wherever a person comes.
    ///
    /// @param component name of the service, or what a line is called in AWS; empty for the whole stack
    void look(StackSnapshot stack, Optional<String> component) {
        Optional<String> service = stack.file().components().services().stream().map(spec -> spec.name())
                .filter(name -> component.filter(name::equals).isPresent()).findFirst();
        service.ifPresentOrElse(name -> choose(SpotService.key(stack, name)), () -> component.ifPresent(this::select));
    }

    Optional<StackSnapshot> stack(StackId id) {
        return Optional.ofNullable(watched.get(id));
    }

    /// Back to all services and kinds, but for what is typed.
    ///
    /// @return whether something was filtered
    boolean clearFilters() {
        boolean any =
                filter.get().sort() != Sort.ALL || !filter.get().service().isEmpty() && services.shown().size() > 1;
        filter.set(SpotFilter.none().with(filter.get().text()));
        update();
        return any;
    }

    /// Reads the next page of older lines.
    void more() {
        ledger.more();
    }

    private record Found(SpotSpan span, LedgerAnswer answer, List<SpotService> all, List<SpotService> onSpot) {}

    /// What the newest answer tells of the stacks that are listed.
    private Optional<Found> found() {
        return ledger.answered().map(one -> {
            List<SpotService> all = one.answer().services().stream().filter(some -> watched.containsKey(some.stack()))
                    .map(some -> new SpotService(watched.get(some.stack()), some, one.answer().question().range()))
                    .filter(some -> scope.test(some.stack().file().environment())).toList();
            return new Found(one.span(), one.answer(), all, all.stream().filter(SpotService::usesSpot).toList());
        });
    }

    private void update() {
        Optional<Found> found = found();
        if (found.isEmpty()) {
            emptyText.set(text.words().say("ui.absence.asking"));
            return;
        }
        Found all = found.get();
        replacing.set(true);
        services.show(all.onSpot().isEmpty() || !all.answer().kept() ? List.of()
                : new ServiceLines(text, all.span(), now).of(all.onSpot()));
        if (!all.answer().kept() || all.onSpot().isEmpty()) {
            page.set(nothing(all));
            list(List.of());
            emptyText.set("");
        } else {
            page.set(page(all));
            list(all.onSpot());
            tell(all);
            if (drawn.get() == Drawn.SHARE) {
                share.show(new ShareChart(text, now).of(chosen(all.onSpot())),
                        TimeRange.last(all.span().length(), now), now);
            }
        }
        showDetail();
        replacing.set(false);
    }

    private SpotPage nothing(Found found) {
        return !found.answer().kept()
                ? SpotPage.nothing(text.say("ui.spot.nothing.kept"), text.say("ui.spot.nothing.kept.why"))
                : found.all().isEmpty()
                        ? SpotPage.nothing(text.say("ui.spot.nothing.stacks"), text.say("ui.spot.nothing.stacks.why"))
                : SpotPage.nothing(text.say("ui.spot.nothing.spot"),
                        text.say("ui.spot.nothing.spot.why", found.all().size()));
    }

    private List<SpotService> chosen(List<SpotService> onSpot) {
        List<SpotService> one = onSpot.stream().filter(some -> some.key().equals(filter.get().service())).toList();
        return one.isEmpty() ? onSpot : one;
    }

    private SpotPage page(Found found) {
        List<SpotService> chosen = chosen(found.onSpot());
        TimeRange range = found.answer().question().range();
        var together = new Together(chosen);
        var bars = new SpotBars(text);
        return new SpotPage(Optional.of(Headline.of(found.onSpot(), found.span(), text, now)), "", "",
                new SpotCards(text, found.span(), now).of(together), without(found.all()),
                chosen.size() == 1 ? chosen.getFirst().name() : text.say("ui.spot.all", chosen.size()),
                switch (drawn.get()) {
                    case HOURS -> Optional.of(found.span().hasHours() ? bars.hours(together, range)
                            : bars.days(together, range));
                    case DAYS -> Optional.of(bars.days(together, range));
                    case SHARE -> Optional.empty();
                });
    }

    /// The services that have nothing to do with Spot, in one line.
    private String without(List<SpotService> all) {
        List<String> names = all.stream().filter(one -> !one.usesSpot())
                .map(one -> text.say("ui.spot.without.one", one.name(), text.stack(one))).toList();
        return names.isEmpty() ? "" : text.say("ui.spot.without", names.size(), text.words().list(names));
    }

    private void list(List<SpotService> onSpot) {
        Set<String> keys = Set.copyOf(onSpot.stream().map(SpotService::key).toList());
        SpotFilter wanted = filter.get();
        boolean one = keys.contains(wanted.service());
        listed = ledger.lines().newestFirst().stream().filter(line -> stack(line.stack()).filter(stack -> {
            String key = SpotService.key(stack, line.entry().service().service());
            return one ? key.equals(wanted.service()) : keys.contains(key);
        }).isPresent()).filter(line -> wanted.sort().wants(line.entry()))
                .filter(line -> wanted.text().isEmpty() || wanted.text().matches(lineText.columns(line,
                        watched.get(line.stack()).file())))
                .toList();
        List<SpotLine> facts = listed.stream()
                .map(line -> lineText.of(line, watched.get(line.stack()).file(), now)).toList();
        if (Math.abs(facts.size() - lines.shown().size()) < MANY) {
            lines.show(facts);
        } else {
            lines.replace(facts);
        }
        more.set(ledger.lines().more());
    }

    private void tell(Found found) {
        var together = new Together(found.onSpot());
        int read = ledger.lines().newestFirst().size();
        emptyText.set(!listed.isEmpty() ? ""
                : read == 0 ? text.say(together.isWatched() ? "ui.spot.empty" : "ui.spot.empty.never",
                        text.span(found.span()))
                : text.say("ui.spot.empty.match", read));
        Tally tally = together.tally();
        told.set(ledger.lines().more()
                ? text.say("ui.spot.read", read, tally.interruptions() + tally.placementFailures())
                : "");
    }

    private void showDetail() {
        Optional<Line> selected = line.flatMap(ledger.lines()::find).filter(one -> watched.containsKey(one.stack()));
        detail.set(selected.isPresent() ? selected.map(this::detail) : found().flatMap(this::detailOfService));
    }

    private SpotDetail detail(Line one) {
        StackSnapshot stack = watched.get(one.stack());
        return new LineDetails(text, now).of(one, stack, surroundings.of(one, stack, now));
    }

    private Optional<SpotDetail> detailOfService(Found found) {
        if (found.onSpot().isEmpty() || !found.answer().kept()) {
            return Optional.empty();
        }
        List<SpotService> chosen = chosen(found.onSpot());
        var details = new ServiceDetails(text, found.span(), now);
        return Optional.of(chosen.size() == 1 ? details.of(chosen.getFirst())
                : details.of(chosen, without(found.all())));
    }

    /// The lines that are listed.
    Csv csv() {
        return new Csv("watchdeck-spot", LineText.header(), listed.stream()
                .map(line -> lineText.csv(line, watched.get(line.stack()).file())).toList());
    }

    /// Of the line or the service that is selected.
    Optional<AwsReference> reference() {
        return detail.get().flatMap(SpotDetail::reference);
    }

    Optional<String> selectedLine() {
        return line;
    }

    /// The row of the service whose figures are shown.
    String chosenService() {
        return services.find(filter.get().service()).map(Row::key).orElseGet(
                () -> services.shown().isEmpty() ? "" : services.shown().getFirst().key());
    }

    ObservableList<Row<String, ServiceLine>> services() {
        return services.shown();
    }

    ObservableList<Row<String, SpotLine>> lines() {
        return lines.shown();
    }

    Optional<Row<String, SpotLine>> line(String id) {
        return lines.find(id);
    }

    Optional<Row<String, ServiceLine>> service(String key) {
        return services.find(key);
    }

    ChartViewModel share() {
        return share;
    }

    /// Whether rows are being put into place: what a list selects meanwhile no person has selected.
    ReadOnlyBooleanProperty replacingProperty() {
        return replacing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SpotSpan> spanProperty() {
        return span.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Drawn> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SpotFilter> filterProperty() {
        return filter.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SpotPage> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<SpotDetail>> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Why no line is listed; empty while one is.
    ReadOnlyStringProperty emptyTextProperty() {
        return emptyText.getReadOnlyProperty();
    }

    /// How many of the lines were read; empty where all were.
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /// Whether there are older lines.
    ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }
}
