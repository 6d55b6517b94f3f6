package io.watchdeck.ui.spot;

import io.watchdeck.fleet.ServiceState;
import io.watchdeck.fleet.ledger.SpotChecks;
import io.watchdeck.fleet.ledger.SpotChecks.StopTimeout;
import io.watchdeck.model.Failure;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.ui.spot.SpotDetail.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Says what the settings of a service make of an interruption, and what to change.
final class CheckLines {

    private final SpotText text;

    CheckLines(SpotText text) {
        this.text = text;
    }

    List<Check> of(SpotService one) {
        Optional<SpotChecks> checks = one.ledger().checks();
        if (checks.isEmpty()) {
            return List.of(unknown("ui.spot.check.service", one));
        }
        if (!checks.get().onSpot()) {
            return List.of(new Check(Tone.FINE, text.say("ui.spot.check.notOnSpot"), ""));
        }
        SpotChecks known = checks.get();
        var lines = new ArrayList<Check>();
        lines.add(known.guaranteed() == 0
                ? new Check(Tone.WARNING, text.say("ui.spot.check.base0"), text.say("ui.spot.check.base0.change"))
                : new Check(Tone.FINE, text.say("ui.spot.check.base", known.guaranteed()), ""));
        lines.add(
                new Check(Tone.NOTICE, text.say("ui.spot.check.fallback"), text.say("ui.spot.check.fallback.change")));
        lines.add(known.zones().map(zones -> zones(zones, one)).orElseGet(() -> unknown("ui.spot.check.zones", one)));
        lines.add(known.stopTimeouts().map(this::timeouts).orElseGet(() -> unknown("ui.spot.check.timeout", one)));
        lines.add(drain(known, one));
        return lines;
    }

    private Check zones(Set<String> zones, SpotService one) {
        int running = one.running().map(List::size).orElse(0);
        if (zones.isEmpty()) {
            return new Check(Tone.MUTED, text.say("ui.spot.check.zones.none"), "");
        }
        String names = text.words().list(List.copyOf(zones));
        return zones.size() > 1 ? new Check(Tone.FINE, text.say("ui.spot.check.zones.many", zones.size(), names), "")
                : running < 2 ? new Check(Tone.NOTICE, text.say("ui.spot.check.zones.single", names), "")
                : new Check(Tone.WARNING, text.say("ui.spot.check.zones.one", names),
                        text.say("ui.spot.check.zones.one.change"));
    }

    private Check timeouts(List<StopTimeout> timeouts) {
        List<StopTimeout> brief = timeouts.stream().filter(StopTimeout::isShort).toList();
        return brief.isEmpty() ? new Check(Tone.FINE, text.say("ui.spot.check.timeout.long"), "")
                : new Check(Tone.NOTICE, text.say("ui.spot.check.timeout.short", text.words().list(brief.stream()
                        .map(one -> text.say(
                                one.given() ? "ui.spot.check.timeout.given" : "ui.spot.check.timeout.standard",
                                one.container(), one.length().toSeconds()))
                        .toList()), SpotChecks.NOTICE.toSeconds()), text.say("ui.spot.check.timeout.change"));
    }

    private Check drain(SpotChecks checks, SpotService one) {
        boolean alone = one.now().flatMap(now -> now.state().state().latest()).map(ServiceState::targetGroups)
                .filter(List::isEmpty).isPresent();
        if (alone) {
            return new Check(Tone.FINE, text.say("ui.spot.check.drain.none"), "");
        }
        return checks.drain().map(length -> checks.drainsTooLong().orElse(false)
                ? new Check(Tone.WARNING, text.say("ui.spot.check.drain.long", length.toSeconds(),
                        SpotChecks.NOTICE.toSeconds()),
                        text.say("ui.spot.check.drain.change", SpotChecks.NOTICE.toSeconds()))
                : new Check(Tone.FINE, text.say("ui.spot.check.drain.fine", length.toSeconds()), ""))
                .orElseGet(() -> unknown("ui.spot.check.drain", one));
    }

    /// With the reason where there is one.
    private Check unknown(String what, SpotService one) {
        List<Failure> why = one.ledger().unread();
        return new Check(Tone.MUTED, why.isEmpty() ? text.say("ui.spot.check.unknown", text.say(what))
                : text.say("ui.spot.check.unread", text.say(what), text.words().say(why.getFirst().sentence())), "");
    }
}
