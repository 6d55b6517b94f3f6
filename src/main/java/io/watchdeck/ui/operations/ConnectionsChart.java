package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.ui.kit.Painting;
import io.watchdeck.ui.operations.ConnectionShares.Holder;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;

/// The bar of a database's connections, each part as wide as what it holds: a mark stands at the limit, and what is behind
/// it is red, in its lower part where its upper part still says whose it is.
final class ConnectionsChart extends Painting {

    private static final double HEIGHT = 15;
    private static final double TOP = 3;
    private static final double BAR = 9;
    private static final double GAP = 1;
    private static final double MARK = 2;
    /// How much of the height keeps the colour of whoever holds it, behind the limit.
    private static final double OWN = 4;

    private final ConnectionShares shares;

    ConnectionsChart(ConnectionShares shares) {
        super("connections-bar");
        this.shares = shares;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        double room = width - MARK;
        double limit = Math.floor(shares.limitAt(room));
        to.setFill(ink(Ink.TRACK));
        to.fillRect(0, TOP, limit, BAR);
        double from = 0;
        List<Double> ends = shares.ends(room);
        for (int part = 0; part < ends.size(); part++) {
            double until = ends.get(part) + (ends.get(part) > limit ? MARK : 0);
            double wide = Math.max(1, until - from - GAP);
            to.setFill(ink(ink(shares.parts().get(part).holder(), shares.zone())));
            to.fillRect(from, TOP, wide, BAR);
            double over = Math.max(from, limit);
            if (until > limit && shares.free() < 0) {
                to.setFill(ink(Ink.CRITICAL));
                to.fillRect(over, TOP + OWN, from + wide - over, BAR - OWN);
            }
            from = until;
        }
        to.setFill(ink(Ink.SURFACE));
        to.fillRect(limit - 1, 0, MARK + 2, HEIGHT);
        to.setFill(ink(Ink.CRITICAL));
        to.fillRect(limit, 0, MARK, HEIGHT);
    }

    /// What comes is what a person decides on: it has the colour of what the database makes of it.
    static Ink ink(Holder holder, Headroom.Zone zone) {
        return switch (holder) {
            case STAYING -> Ink.SERIES_2;
            case COMING -> switch (zone) {
                case FITS -> Ink.FINE;
                case TIGHT -> Ink.WARNING;
                case FULL -> Ink.CRITICAL;
            };
            case LEAVING -> Ink.SERIES_4;
            case OTHERS -> Ink.EXT;
        };
    }
}
