package io.watchdeck.watch;

/// Where mistakes of the program end that happen in work of the watch: in the log. Expected failures are values and never
/// come here.
final class Mistakes {

    private static final System.Logger LOG = System.getLogger(LiveWatch.class.getName());

    private volatile boolean ended;

    static void report(Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "A reading or a listener ended unexpectedly", mistake);
    }

    /// What is still under way when the console ends may find its history gone: nobody waits for it.
    void reportUnlessEnded(Throwable mistake) {
        if (!ended) {
            report(mistake);
        }
    }

    /// The console ends.
    void end() {
        ended = true;
    }
}
