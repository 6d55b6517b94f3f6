package io.watchdeck.ui.alarms;

import io.watchdeck.alarms.AlarmKey;
import io.watchdeck.ui.kit.ChartRange;
import io.watchdeck.ui.kit.LetterKey;
import io.watchdeck.ui.kit.ListAndDetailPane;
import io.watchdeck.ui.shell.Exploring;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.ui.shell.Screen;
import io.watchdeck.ui.shell.StacksOrNonePane;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The alarms screen: the list, and beside it the details of the selected alarm, which lie over it where the window is
/// narrow.
public final class AlarmsView implements Page {

    private final PageContext context;
    private final AlarmsViewModel model;
    private final AlarmDetailViewModel details;
    private final ToolsPane tools;
    private final AlarmListPane list;
    private final AlarmDetailPane detail;
    private final ListAndDetailPane both;
    private final VBox root = new VBox();
    private final StacksOrNonePane whole;
    private final Following following;
    private final Drafts<Asked, WordFormViewModel.Typed> drafts = new Drafts<>();
    private @Nullable WordDialog dialog;
    /// Where it was shown last, and where the same screen in another language was.
    private Optional<Place> last = Optional.empty();
    private Optional<Place> resumed = Optional.empty();

    /// On what a dialog asks for a word.
    private record Asked(WordFormViewModel.Kind kind, Set<AlarmKey> on) {}

    public AlarmsView(PageContext context) {
        this.context = context;
        following = new Following(context);
        Words words = context.words();
        var desk = context.feed().alarms();
        model = new AlarmsViewModel(words, desk);
        details = new AlarmDetailViewModel(words, desk, context.feed()::history);
        both = new ListAndDetailPane(() -> model.selectedProperty().get().isPresent());
        tools = new ToolsPane(model, words, this::ask);
        list = new AlarmListPane(model, words, context.desktop(), this::ask, both::open,
                () -> leave(context.navigator()));
        var word = new WordPane(details, words, this::acknowledge,
                () -> details.shown().filter(AlarmFacts::live)
                        .ifPresent(one -> ask(WordFormViewModel.Kind.SNOOZE, List.of(one))));
        detail = new AlarmDetailPane(details, words, context.desktop(), word, this::explore,
                this::timeline, both::close);
        both.fill(list.card(), detail, list.card()::focusList, context.narrow().get());
        tools.filter().leadsTo(list.card()::enter);
        root.setId("alarms");
        root.getStyleClass().add("alarms-page");
        root.getChildren().addAll(tools, both);
        whole = new StacksOrNonePane(context, Screen.ALARMS, root);
        LetterKey.install(root, KeyCode.T, this::timeline);
        model.selectedProperty().subscribe(one -> {
            details.show(one, context.feed().now());
            both.showDetail();
        });
    }

    @Override
    public void goOn(Page before) {
        if (before instanceof AlarmsView view) {
            resumed = view.last;
            drafts.goOn(view.drafts);
            details.goOn(view.details);
            list.goOn(view.list);
            model.goOn(view.model);
            tools.filter().setText(view.tools.filter().getText());
            both.goOn(view.both);
            list.card().goOn(view.list.card());
        }
    }

    @Override
    public Parent node() {
        return whole;
    }

    @Override
    public void shown(Place place) {
        following.allStacks().snapshots((newest, now) -> {
            details.rhythm(newest.every());
            model.show(newest, now);
        }).snapshots(whole::show).ages(this::tick).scope(model::limitTo).narrow(this::narrow);
        root.applyCss();
        if (resumed.filter(place::equals).isEmpty()) {
            place.stack().flatMap(stack -> model.find(stack, place.component())).ifPresent(this::look);
        }
        resumed = Optional.empty();
        last = Optional.of(place);
        if (model.selectedProperty().get().isEmpty()) {
            model.worst().flatMap(model::line).ifPresent(list.card()::select);
        }
        list.card().focusList();
    }

    /// What was asked for is seen, whatever was filtered before.
    private void look(UUID id) {
        both.open();
        if (model.line(id).isEmpty()) {
            tools.filter().clear();
            model.clearFilters();
            model.unfold();
        }
        model.line(id).ifPresent(list.card()::select);
    }

    @Override
    public void hidden() {
        following.end();
        cancel();
    }

    private void tick(Instant at) {
        model.tick(at);
        details.tick(at);
        if (dialog != null) {
            dialog.tick(at);
        }
    }

    private void narrow(boolean now) {
        tools.narrow(now);
        both.narrow(now);
    }

    private void acknowledge() {
        details.shown().filter(AlarmFacts::live).ifPresent(_ -> {
            var saying = details.form().saying(context.feed().now());
            details.said();
            model.say(saying);
        });
    }

    /// The moment at which the selected alarm was raised, with what happened around it.
    private void timeline() {
        details.shown().ifPresent(
                one -> context.navigator().go(Place.of(one.key().stack(), one.occurrence().raised())));
    }

    private void explore() {
        var chart = details.chart();
        context.navigator().go(Place.of(new Exploring(chart.series(), ChartRange.HOURS,
                Optional.of(chart.chartProperty().get().range()))));
    }

    /// Asks for a word on exactly these; does nothing where there are none. What was begun on the same alarms and not said
    /// is there again.
    private void ask(WordFormViewModel.Kind kind, List<AlarmFacts> these) {
        if (these.isEmpty()) {
            return;
        }
        var form = new WordFormViewModel(context.words(), kind);
        var about = new Asked(kind, these.stream().map(AlarmFacts::key).collect(Collectors.toUnmodifiableSet()));
        drafts.of(about).ifPresent(form::takeUp);
        var asked = new WordDialog(form, context.words(), model::person, these, context.feed().now());
        asked.frame().onPrimary(() -> {
            var saying = form.saying(context.feed().now());
            form.reset();
            model.sayAndGoOn(saying);
            context.dialogs().close(asked.frame());
        });
        Following asking = new Following(context)
                .snapshots((_, at) -> asked.about(model.newest(asked.alarms()), at));
        context.dialogs().show(asked.frame(), () -> {
            asking.end();
            dialog = null;
            keep(about, form);
            list.card().focusList();
        });
        dialog = asked;
    }

    private void keep(Asked about, WordFormViewModel form) {
        if (!form.isBegun()) {
            drafts.drop(about);
            return;
        }
        drafts.keep(about, form.typed());
        if (!form.typed().note().isBlank()) {
            model.tellKept();
        }
    }

    private void cancel() {
        if (dialog != null) {
            context.dialogs().close(dialog.frame());
        }
    }

    @Override
    public void focusFilter() {
        tools.filter().focusAll();
    }

    @Override
    public boolean escape() {
        if (tools.filter().leave(list.card()::focusList)) {
            return true;
        }
        if (detail.word().hasFocus()) {
            list.card().focusList();
            return true;
        }
        if (both.uncover()) {
            return true;
        }
        if (!model.markedProperty().get().isEmpty()) {
            model.unmarkAll();
            return true;
        }
        return tools.filter().clearTyped() || model.clearFilters();
    }
}
