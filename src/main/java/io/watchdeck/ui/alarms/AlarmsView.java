package io.watchdeck.ui.alarms;

import io.watchdeck.ui.kit.ChartRange;
import io.watchdeck.ui.kit.ListAndDetailPane;
import io.watchdeck.ui.shell.Exploring;
import io.watchdeck.ui.shell.Following;
import io.watchdeck.ui.shell.Page;
import io.watchdeck.ui.shell.PageContext;
import io.watchdeck.ui.shell.Place;
import io.watchdeck.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
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
    private final Following following;
    private @Nullable WordDialog dialog;

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
        detail = new AlarmDetailPane(details, words, context.desktop(), word, this::explore, both::close);
        both.fill(list.card(), detail, list.card()::focusList, context.narrow().get());
        root.setId("alarms");
        root.getStyleClass().add("alarms-page");
        root.getChildren().addAll(tools, both);
        model.selectedProperty().subscribe(one -> {
            details.show(one, context.feed().now());
            both.showDetail();
        });
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown(Place place) {
        following.allStacks().snapshots((newest, now) -> {
            details.rhythm(newest.every());
            model.show(newest, now);
        }).ages(this::tick).scope(model::limitTo).narrow(this::narrow);
        root.applyCss();
        place.stack().flatMap(stack -> model.find(stack, place.component())).ifPresent(id -> {
            both.open();
            if (model.line(id).isEmpty()) {
                // What was asked for is seen, whatever was filtered before.
                tools.filter().clear();
                model.clearFilters();
                model.unfold();
            }
            model.line(id).ifPresent(list.card()::select);
        });
        if (model.selectedProperty().get().isEmpty()) {
            model.worst().flatMap(model::line).ifPresent(list.card()::select);
        }
        list.card().focusList();
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

    private void explore() {
        var chart = details.chart();
        context.navigator().go(Place.of(new Exploring(chart.series(), ChartRange.HOURS,
                Optional.of(chart.chartProperty().get().range()))));
    }

    /// Asks for a word on exactly these; does nothing where there are none.
    private void ask(WordFormViewModel.Kind kind, List<AlarmFacts> these) {
        if (these.isEmpty()) {
            return;
        }
        var form = new WordFormViewModel(context.words(), kind);
        var asked = new WordDialog(form, context.words(), model::person, these, context.feed().now());
        asked.frame().onPrimary(() -> {
            model.say(form.saying(context.feed().now()));
            context.dialogs().close(asked.frame());
        });
        Following asking = new Following(context)
                .snapshots((_, at) -> asked.about(model.newest(asked.alarms()), at));
        context.dialogs().show(asked.frame(), () -> {
            asking.end();
            dialog = null;
            list.card().focusList();
        });
        dialog = asked;
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
