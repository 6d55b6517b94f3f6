package io.watchdeck.ui.settings;

import io.watchdeck.ui.kit.Tone;
import java.util.List;

/// What the screen says of the requests that AWS answers free of charge.
///
/// @param share    how many of them Watchdeck may make a month and account
/// @param of       of how many, and who has the others
/// @param accounts what each has used this month
/// @param none     why no account is told, or empty
/// @param then     what happens when the share is used up
/// @param set      where the share is set
record FreePage(String share, String of, List<Account> accounts, String none, String then, String set) {

    /// @param used  of the share, such as `12,345 of 500,000`
    /// @param part  of the share, 1 where it is used up
    /// @param state what follows from it, or empty
    record Account(String name, String used, double part, Tone tone, String state) {}

    FreePage {
        accounts = List.copyOf(accounts);
    }
}
