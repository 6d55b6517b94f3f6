package io.watchdeck.sandbox.script;

import io.watchdeck.sandbox.compute.Fate;
import java.util.List;

/// The life of a stack that nobody has described further: visitors come in waves, Spot takes a task back now and then,
/// new versions are deployed, some of them bad.
final class EverydayScript {

    private final Director director;

    EverydayScript(Director director) {
        this.director = director;
    }

    void arrange() {
        var dice = director.dice();
        director.everyAbout(-170 + dice.between(0, 60), 70, director::interruptSomewhere);
        director.everyAbout(dice.between(10, 90), 170,
                now -> director.rush(now, dice.between(1.5, 2.6), dice.between(18, 40)));
        director.everyAbout(dice.between(20, 240), 300, now -> director.anyService().ifPresent(service -> service
                .deployNext(dice.chance(0.2) ? List.of(Fate.OUT_OF_MEMORY) : List.of(), now)));
        director.everyAbout(dice.between(40, 300), 400,
                now -> director.burst(now, dice.between(6, 20), 0.6, dice.between(3, 8)));
    }
}
