package io.watchdeck.ui.queues;

import java.util.Optional;

/// What is said above and below the groups.
///
/// @param title   such as `27 dead letters in 4 groups`
/// @param asOf    when was looked last; empty before
/// @param warns   whether the note is to be heeded
/// @param note    what looking does, or has done
/// @param look    what the button says that looks at a page of messages
/// @param all     what the button says that looks at all the others; empty where a page holds them
/// @param refused why nobody may look now; empty where one may
/// @param looking whether a look is under way
/// @param again   what the button says that forgets and looks anew; empty before a look
/// @param exports what the button for the export says; empty where there is nothing to export
/// @param empty   why no group is listed; empty where one is
record LooksHead(String title, String asOf, String note, boolean warns, String look, Optional<String> all,
        Optional<String> refused, boolean looking, String again, String exports, String empty) {}
