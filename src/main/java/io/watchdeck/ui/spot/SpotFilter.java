package io.watchdeck.ui.spot;

import io.watchdeck.ui.kit.TextFilter;

/// Which lines of the ledger are wanted.
///
/// @param service key of the only one; empty for all
record SpotFilter(String service, Sort sort, TextFilter text) {

    static SpotFilter none() {
        return new SpotFilter("", Sort.ALL, TextFilter.none());
    }

    SpotFilter of(String only) {
        return new SpotFilter(only, sort, text);
    }

    SpotFilter only(Sort wanted) {
        return new SpotFilter(service, wanted, text);
    }

    SpotFilter with(TextFilter typed) {
        return new SpotFilter(service, sort, typed);
    }
}
