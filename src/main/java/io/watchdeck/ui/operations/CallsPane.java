package io.watchdeck.ui.operations;

import io.watchdeck.ui.kit.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// Requests with their fields, one below the other. A field goes to the next line as a whole; an ARN or a URL that is
/// long breaks where its parts end, not within a name, as a label would break it.
final class CallsPane extends Pane {

    /// A field that is longer may have to be broken.
    private static final int WHOLE = 40;
    private static final Pattern FIELD = Pattern.compile("\\S+ ?| ");
    private static final Pattern PART = Pattern.compile("[^:/=,]*[:/=,]+|[^:/=,]+");

    private final List<Label> parts = new ArrayList<>();
    /// Those that a request begins with.
    private final List<Label> begins = new ArrayList<>();

    CallsPane(String calls) {
        setId("operation-calls");
        setMinWidth(0);
        setMinHeight(USE_PREF_SIZE);
        setAccessibleText(calls);
        calls.lines().forEach(this::add);
        getChildren().setAll(parts);
    }

    private void add(String call) {
        List<Label> labels = parts(call).stream().map(part -> Texts.label(part, "wd-mono", "wd-12")).toList();
        labels.stream().findFirst().ifPresent(begins::add);
        parts.addAll(labels);
    }

    /// What stays together on a line, in order.
    static List<String> parts(String call) {
        var parts = new ArrayList<String>();
        FIELD.matcher(call).results().map(MatchResult::group).forEach(field -> {
            if (field.length() <= WHOLE) {
                parts.add(field);
            } else {
                PART.matcher(field).results().map(MatchResult::group).forEach(parts::add);
            }
        });
        return parts;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Of the longest request on a single line.
    @Override
    protected double computePrefWidth(double height) {
        double widest = 0;
        double x = 0;
        for (Label part : parts) {
            x = (begins.contains(part) ? 0 : x) + snapSizeX(part.prefWidth(-1));
            widest = Math.max(widest, x);
        }
        return widest;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? Optional.empty() : Optional.of(width), false);
    }

    @Override
    protected void layoutChildren() {
        place(Optional.of(getWidth()), true);
    }

    /// @param room empty where there is enough
    /// @return how high all are
    private double place(Optional<Double> room, boolean move) {
        double x = 0;
        double y = 0;
        double high = 0;
        for (Label part : parts) {
            double wide = snapSizeX(part.prefWidth(-1));
            boolean tooWide = room.isPresent() && x > 0 && x + wide > room.get();
            if (tooWide || begins.contains(part)) {
                y += high;
                x = 0;
            }
            high = snapSizeY(part.prefHeight(-1));
            if (move) {
                part.resizeRelocate(x, y, wide, high);
            }
            x += wide;
        }
        return y + high;
    }
}
