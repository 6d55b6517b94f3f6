package io.watchdeck.ui;

import io.watchdeck.cost.BilledDays;
import io.watchdeck.model.Money;
import io.watchdeck.model.StackId;
import io.watchdeck.watch.CostDesk;
import io.watchdeck.watch.CostQuestion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A desk that a test leads: it quotes what it is told and counts what it is asked.
public final class FakeCostDesk implements CostDesk {

    private final List<StackId> asked = new ArrayList<>();
    private final List<Boolean> looked = new ArrayList<>();
    private final List<LocalDate> wanted = new ArrayList<>();
    private CostQuestion question = new CostQuestion(1, Money.usd("0.01"), Optional.empty());
    private Map<StackId, List<BilledDays>> kept = Map.of();

    /// What it takes to ask, from now on.
    public void quote(CostQuestion next) {
        question = next;
    }

    /// What is kept, from now on.
    public void keep(Map<StackId, List<BilledDays>> days) {
        kept = Map.copyOf(days);
    }

    public List<StackId> asked() {
        return List.copyOf(asked);
    }

    /// From when on days were wanted, oldest wish first.
    public List<LocalDate> wanted() {
        return List.copyOf(wanted);
    }

    @Override
    public CostQuestion question(StackId stack) {
        return question;
    }

    @Override
    public void ask(StackId stack) {
        asked.add(stack);
    }

    @Override
    public void look(boolean now) {
        looked.add(now);
    }

    /// Each time that somebody began or ended to look.
    public List<Boolean> looked() {
        return List.copyOf(looked);
    }

    @Override
    public void days(LocalDate first, Consumer<Map<StackId, List<BilledDays>>> answer) {
        wanted.add(first);
        answer.accept(kept);
    }
}
