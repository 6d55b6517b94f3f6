package io.watchdeck.ui.cost;

import io.watchdeck.watch.CostQuestion;

/// The button that asks AWS now, with its price.
///
/// @param why what happens when it is pressed, or why it cannot be
record AskCost(String label, boolean enabled, String why) {

    static AskCost of(CostQuestion question, CostText text) {
        String price = text.exact(question.price());
        return question.refusal()
                .map(refusal -> new AskCost(question.requests() == 0 ? text.say("ui.costs.ask")
                        : text.say("ui.costs.askFor", price), false,
                        text.say("ui.costs.ask." + refusal.word(), price)))
                .orElseGet(() -> new AskCost(text.say("ui.costs.askFor", price), true,
                        text.say("ui.costs.askWhy", question.requests(), price)));
    }
}
