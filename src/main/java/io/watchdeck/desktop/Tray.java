package io.watchdeck.desktop;

import java.awt.AWTException;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.image.BufferedImage;
import java.lang.System.Logger.Level;
import java.util.Optional;

/// An icon in the notification area that says how many alarms need someone, and brings the window to the front.
public final class Tray implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Tray.class.getName());
    private static final int RGB_FINE = 0x3fb950;
    private static final int RGB_WARNING = 0xd29922;
    private static final int RGB_CRITICAL = 0xf85149;

    private final TrayIcon icon;
    private final Dimension size;

    /// How urgent it looks.
    public enum Look { FINE, WARNING, CRITICAL }

    private Tray(TrayIcon icon, Dimension size) {
        this.icon = icon;
        this.size = size;
    }

    /// Empty where the desktop has no notification area.
    ///
    /// @param open called, on a thread of the toolkit's own, when a person presses the icon
    public static Optional<Tray> of(Runnable open) {
        if (GraphicsEnvironment.isHeadless() || !SystemTray.isSupported()) {
            return Optional.empty();
        }
        Dimension size = SystemTray.getSystemTray().getTrayIconSize();
        var icon = new TrayIcon(image(size, Look.FINE), "Watchdeck");
        icon.addActionListener(_ -> open.run());
        try {
            SystemTray.getSystemTray().add(icon);
            return Optional.of(new Tray(icon, size));
        } catch (AWTException none) {
            LOG.log(Level.DEBUG, "No notification area", none);
            return Optional.empty();
        }
    }

    /// @param text the tooltip
    public void show(Look look, String text) {
        EventQueue.invokeLater(() -> {
            icon.setToolTip(text);
            icon.setImage(image(size, look));
        });
    }

    /// The pulse of the window's icon, in the colour of the worst.
    static Image image(Dimension size, Look look) {
        var image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(switch (look) {
            case FINE -> RGB_FINE;
            case WARNING -> RGB_WARNING;
            case CRITICAL -> RGB_CRITICAL;
        }));
        double unit = Math.min(size.width, size.height) / 16.0;
        pen.scale(unit, unit);
        pen.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        if (look == Look.FINE) {
            pen.drawRoundRect(1, 1, 14, 14, 5, 5);
        } else {
            pen.fillRoundRect(0, 0, 16, 16, 5, 5);
            pen.setColor(Color.WHITE);
        }
        pen.drawPolyline(new int[] {3, 6, 8, 10, 13}, new int[] {8, 8, 4, 12, 8}, 5);
        pen.dispose();
        return image;
    }

    @Override
    public void close() {
        EventQueue.invokeLater(() -> SystemTray.getSystemTray().remove(icon));
    }
}
