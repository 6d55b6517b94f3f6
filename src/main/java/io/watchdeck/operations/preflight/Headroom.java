package io.watchdeck.operations.preflight;

/// The connections that a service's tasks may open against what its database allows.
///
/// @param database its id
/// @param limit    `max_connections`
/// @param pool     connections that one task may open
/// @param others   connections that are held by, or promised to, whatever is not this service
public record Headroom(String database, int limit, int pool, int others) {

    /// More than this share of the limit is tight.
    private static final double TIGHT = 0.9;

    public enum Zone {
        FITS, TIGHT, FULL
    }

    /// What may be open with so many tasks.
    public int needed(int tasks) {
        return pool * tasks + others;
    }

    public Zone zone(int tasks) {
        if (needed(tasks) > limit) {
            return Zone.FULL;
        }
        return needed(tasks) > TIGHT * limit ? Zone.TIGHT : Zone.FITS;
    }

    /// With so many tasks every one of them finds its connections; negative when the others alone need more.
    public int most() {
        return Math.floorDiv(limit - others, pool);
    }
}
