package io.watchdeck.aws;

/// A request was not sent, because it would have passed what the console's own calls may cost.
final class CapReached extends IllegalStateException {

    private static final long serialVersionUID = 1;

    CapReached() {
        super("the cap of the month is reached");
    }
}
