package io.watchdeck.bench;

import io.watchdeck.ui.alarms.ManyAlarms;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import javafx.application.Platform;

/// The alarms screen with 5,000 of them: how long the window's thread is busy until what a person did is laid out.
final class AlarmsWindowBenchmark implements Benchmark {

    private static final int ALARMS = 5_000;
    private static final double LONGEST_MILLIS = 50;
    private static final int TURNS = 20;

    @Override
    public List<Figure> measure() throws Exception {
        Toolkit.start();
        ManyAlarms alarms = Toolkit.call(() -> new ManyAlarms(ALARMS));
        pulse(alarms);
        List<Figure> figures = List.of(figure("alarms-refresh", alarms, alarms::refresh),
                figure("alarms-filter", alarms, alarms::filter), figure("alarms-group", alarms, alarms::group),
                figure("alarms-scroll", alarms, alarms::scroll),
                figure("alarms-wheel", alarms, _ -> alarms.wheel()),
                figure("alarms-mark-all", alarms, _ -> alarms.markAll()));
        Toolkit.call(() -> {
            alarms.shell().close();
            return alarms;
        });
        return figures;
    }

    /// The longest of some turns, in milliseconds of CPU until the pulses have styled, laid out and handed over what has
    /// changed.
    private static Figure figure(String name, ManyAlarms alarms, IntConsumer act) throws Exception {
        double longest = 0;
        for (int turn = -TURNS; turn < TURNS; turn++) {
            int number = turn + TURNS;
            double before = Toolkit.call(() -> {
                double cpu = Measured.ownCpuMillis();
                act.accept(number);
                return cpu;
            });
            pulse(alarms);
            pulse(alarms);
            double took = Toolkit.call(Measured::ownCpuMillis) - before;
            longest = turn < 0 ? 0 : Math.max(longest, took);
        }
        return Figure.atMost(name, longest, "ms", LONGEST_MILLIS);
    }

    private static void pulse(ManyAlarms alarms) throws Exception {
        var laidOut = new CountDownLatch(1);
        Runnable end = laidOut::countDown;
        Toolkit.call(() -> {
            alarms.shell().scene().addPostLayoutPulseListener(end);
            Platform.requestNextPulse();
            return end;
        });
        laidOut.await();
        Toolkit.call(() -> {
            alarms.shell().scene().removePostLayoutPulseListener(end);
            return end;
        });
    }
}
