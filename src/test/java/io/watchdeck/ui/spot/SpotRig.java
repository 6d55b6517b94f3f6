package io.watchdeck.ui.spot;

import static io.watchdeck.ui.spot.SpotMoments.GLIMPSE;
import static io.watchdeck.ui.spot.SpotMoments.NOW;

import io.watchdeck.metrics.HistoryAnswer;
import io.watchdeck.metrics.HistoryQuery;
import io.watchdeck.ui.Snapshots;
import io.watchdeck.ui.spot.SpotDetail.Check;
import io.watchdeck.ui.spot.SpotDetail.Fact;
import io.watchdeck.watch.LedgerAnswer;
import io.watchdeck.watch.LedgerQuestion;
import io.watchdeck.watch.Past;
import io.watchdeck.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/// The screen's model over a ledger that the test tells, and what the model asked.
abstract class SpotRig {

    final List<LedgerQuestion> asked = new ArrayList<>();
    final List<HistoryQuery> histories = new ArrayList<>();
    final List<Consumer<LedgerAnswer>> waiting = new ArrayList<>();
    Function<HistoryQuery, HistoryAnswer> history = SpotMoments::history;
    SpotMoments moments = day();
    boolean late;
    final SpotViewModel model = new SpotViewModel(new Words(Locale.ENGLISH, Snapshots.ZONE),
            (question, answer) -> {
                asked.add(question);
                if (late) {
                    waiting.add(answer);
                } else {
                    answer.accept(moments.answer(question));
                }
            }, (query, answer) -> {
                histories.add(query);
                answer.accept(Past.of(history.apply(query), Map.of()));
            });

    /// Three interruptions of 73 tasks, and four hours closed of which AWS remembered one.
    static SpotMoments day() {
        return new SpotMoments().interrupted(GLIMPSE, "glimpse-api", 160, 4)
                .interrupted(GLIMPSE, "glimpse-api", 677, 41).interrupted(GLIMPSE, "glimpse-api", 1194, 18)
                .failed(GLIMPSE, "glimpse-api", 676).gap(Duration.ofMinutes(600), Duration.ofMinutes(370));
    }

    SpotViewModel shown() {
        model.begin(NOW);
        model.show(Snapshots.moment(), NOW);
        return model;
    }

    SpotPage page() {
        return model.pageProperty().get();
    }

    SpotCard card(String id) {
        return page().cards().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    SpotDetail detail() {
        return model.detailProperty().get().orElseThrow();
    }

    List<Check> checks(String part) {
        return detail().parts().stream().filter(one -> one.title().equals(part)).flatMap(one -> one.items().stream())
                .filter(Check.class::isInstance).map(Check.class::cast).toList();
    }

    String fact(String name) {
        return detail().parts().stream().flatMap(one -> one.items().stream()).filter(Fact.class::isInstance)
                .map(Fact.class::cast).filter(one -> one.name().equals(name)).findFirst().orElseThrow().value();
    }

    List<String> times() {
        return model.lines().stream().map(row -> row.facts().time()).toList();
    }

    String idOf(int row) {
        return model.lines().get(row).key();
    }
}
