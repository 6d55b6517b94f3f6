package io.watchdeck.ui.overview;

import io.watchdeck.ui.kit.AbsenceMark;
import io.watchdeck.ui.kit.AbsencePane;
import io.watchdeck.ui.kit.FreshnessLabel;
import io.watchdeck.ui.kit.Meter;
import io.watchdeck.ui.kit.TextWidth;
import io.watchdeck.ui.kit.Texts;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Connections of the fullest database against its limit.
final class DatabaseCell extends FactsCell {

    /// An icon with its gap.
    private static final double MARK = 22;
    /// Of the meter, in pixels.
    private static final double LEAST = 24;

    private final AbsencePane absence = new AbsencePane();
    private final Label text = Texts.label("", "wd-strong");
    private final Label unit = Texts.label("", "wd-12", "wd-muted");
    private final Meter meter = new Meter(6);
    private final FreshnessLabel late = new FreshnessLabel();
    private final AbsenceMark noLimit = new AbsenceMark();
    private final HBox second = line(meter, late);
    private final HBox first = line(text, unit);
    private final VBox content = lines(first, second);
    private final Words words;

    DatabaseCell(Supplier<RowShape> shape, Words words) {
        super(shape);
        this.words = words;
        meter.setMinWidth(LEAST);
        meter.setPrefWidth(90);
        HBox.setHgrow(meter, Priority.ALWAYS);
        meter.setMaxWidth(220);
    }

    /// What is beside the number: the unit where there is room, and why there is no limit to hold it against. The reason
    /// goes to the second line with its word, where there is one.
    private void showUnit(DatabaseFigure database) {
        double left = room() - TextWidth.of(database.text(), true, 13) - GAP;
        Texts.set(unit, TextWidth.fitting(database.noLimit().isPresent() && isCompact() ? left - MARK : left, false, 12,
                List.of(database.unit(), "")));
        database.noLimit().ifPresent(absence -> noLimit.show(absence, isCompact() ? ""
                : TextWidth.fitting(room() - MARK, false, 12,
                        List.of(words.say("ui.database.noLimit", absence.word()), absence.word(), ""))));
        Texts.shown(noLimit, database.noLimit().isPresent());
        HBox place = isCompact() ? first : second;
        if (noLimit.getParent() != place) {
            place.getChildren().add(noLimit);
        }
    }

    @Override
    Object part(StackFacts facts) {
        return facts.database();
    }

    @Override
    Node content(StackFacts facts) {
        DatabaseFigure database = facts.database();
        if (database.absence().isPresent()) {
            absence.show(database.absence().get(), isCompact());
            return absence;
        }
        text.setText(database.text());
        database.tone().on(text);
        Tone.strong(text, !database.none());
        showUnit(database);
        database.share().ifPresent(share -> meter.show(share, 0, database.limit(), database.tone() == Tone.MUTED
                ? Tone.PLAIN : database.tone(), database.sentence()));
        Texts.shown(meter, database.share().isPresent());
        database.late().ifPresent(
                age -> late.fit(age, database.share().isPresent() ? room() - LEAST - GAP : room()));
        Texts.shown(late, database.late().isPresent());
        Texts.shown(second, !isCompact() && (database.share().isPresent() || database.late().isPresent()
                || database.noLimit().isPresent()));
        Texts.explain(text, database.sentence());
        return content;
    }
}
