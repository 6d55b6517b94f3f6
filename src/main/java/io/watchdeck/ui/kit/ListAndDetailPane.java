package io.watchdeck.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A list and beside it the details of what is selected, which lie over it where the window is narrow. There they are
/// opened by a person; where there is room they are there until a person closes them.
public final class ListAndDetailPane extends StackPane {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final double DETAIL = 402;
    /// What a place has to either side.
    private static final double BESIDE = 10;

    private final BooleanSupplier selected;
    private final HBox beside = new HBox();
    private Region list = new Region();
    private Region detail = new Region();
    private Runnable focusList = () -> {};
    private boolean over;
    private boolean closed;
    private boolean goesOn;

    /// @param selected whether there is anything whose details could be shown
    public ListAndDetailPane(BooleanSupplier selected) {
        this.selected = selected;
        beside.getStyleClass().add("list-and-detail");
        setMinWidth(0);
        VBox.setVgrow(this, Priority.ALWAYS);
        getChildren().setAll(beside);
    }

    /// @param focus    puts the keyboard into the list
    /// @param narrowed whether the window is too narrow for both side by side
    public void fill(Region rows, Region details, Runnable focus, boolean narrowed) {
        list = rows;
        detail = details;
        focusList = focus;
        detail.setMinWidth(DETAIL);
        detail.setPrefWidth(DETAIL);
        detail.setMaxWidth(DETAIL);
        detail.getStyleClass().add("list-detail");
        setAlignment(detail, Pos.CENTER_RIGHT);
        list.setMinWidth(0);
        HBox.setHgrow(list, Priority.ALWAYS);
        narrow(narrowed);
    }

    /// @param now whether the window is too narrow for both side by side
    public void narrow(boolean now) {
        closed = goesOn && now == over ? closed : now;
        goesOn = false;
        over = now;
        beside.getChildren().remove(detail);
        getChildren().remove(detail);
        if (over) {
            beside.getChildren().setAll(list);
            getChildren().add(detail);
        } else {
            beside.getChildren().setAll(list, detail);
        }
        detail.pseudoClassStateChanged(OVER, over);
        showDetail();
    }

    /// Open or closed as the same in another language was, where the window is as narrow when it is shown again.
    public void goOn(ListAndDetailPane before) {
        goesOn = before.over == over;
        closed = before.closed;
        showDetail();
    }

    /// Where the details lie over the list, they stand at its other side as long as they would cover a place.
    ///
    /// @param x of the place, from the left edge, in pixels
    public void keepClear(double x) {
        double wide = detail.getPrefWidth() + BESIDE;
        boolean right = getAlignment(detail) == Pos.CENTER_RIGHT;
        if (over && right && x > getWidth() - wide && x >= wide) {
            setAlignment(detail, Pos.CENTER_LEFT);
        } else if (!right && x < wide) {
            setAlignment(detail, Pos.CENTER_RIGHT);
        }
    }

    /// What is selected has changed.
    public void showDetail() {
        Texts.shown(detail, !closed && selected.getAsBoolean());
    }

    public void open() {
        closed = false;
        showDetail();
    }

    public void close() {
        closed = true;
        showDetail();
        focusList.run();
    }

    /// Goes one step back: out of the filter, from the details that lie over the list, then without what is filtered.
    ///
    /// @param filter of the list
    /// @param clear  ends every other filter, and says whether there was one
    /// @return whether there was a step
    public boolean escape(FilterField filter, BooleanSupplier clear) {
        return filter.leave(focusList) || uncover() || filter.clearTyped() || clear.getAsBoolean();
    }

    /// Closes the details where they lie over the list.
    ///
    /// @return whether they did
    public boolean uncover() {
        boolean covers = over && detail.isVisible();
        if (covers) {
            close();
        }
        return covers;
    }
}
