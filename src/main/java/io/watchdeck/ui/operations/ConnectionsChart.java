package io.watchdeck.ui.operations;

import io.watchdeck.operations.preflight.Headroom;
import io.watchdeck.ui.kit.Painting;
import io.watchdeck.ui.operations.ConnectionShares.Holder;
import javafx.scene.canvas.GraphicsContext;

/// The bar of a database's connections, drawn to the scale of its limit: a mark stands at the limit, and what is too much
/// stands behind it.
final class ConnectionsChart extends Painting {

    private static final double HEIGHT = 15;
    private static final double TOP = 3;
    private static final double BAR = 9;
    private static final double GAP = 1;
    private static final double MARK = 2;
    /// What is too much is told by the mark; a bar of many times the limit would only hide the parts.
    private static final double MOST = 1.5;

    private final ConnectionShares shares;

    ConnectionsChart(ConnectionShares shares) {
        super("connections-bar");
        this.shares = shares;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setMinWidth(0);
    }

    /// The part of the width that is the limit.
    private double share() {
        return shares.limit() == 0 ? 0
                : 1 / Math.clamp((double) shares.needed() / shares.limit(), 1, MOST);
    }

    @Override
    protected void paint(GraphicsContext to, double width, double height) {
        double end = Math.floor((width - MARK) * share());
        to.setFill(ink(Ink.TRACK));
        to.fillRect(0, TOP, end, BAR);
        double one = shares.limit() == 0 ? 0 : end / shares.limit();
        double from = 0;
        for (ConnectionShares.Part part : shares.parts()) {
            double until = Math.min(width, from + part.connections() * one);
            to.setFill(ink(ink(part.holder(), shares.zone())));
            to.fillRect(from, TOP, Math.max(1, until - from - GAP), BAR);
            from = until;
        }
        to.setFill(ink(Ink.SURFACE));
        to.fillRect(end - 1, 0, MARK + 2, HEIGHT);
        to.setFill(ink(Ink.CRITICAL));
        to.fillRect(end, 0, MARK, HEIGHT);
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
