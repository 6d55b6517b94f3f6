package io.watchdeck.data;

import io.watchdeck.model.Failure;
import java.util.Optional;
import java.util.OptionalInt;

/// How many connections a database takes, as far as AWS says: the explicit number in the parameter group, or what the
/// formula in it gives for the nominal memory. No API returns the value that the engine has computed.
///
/// @param from          [LimitSource#PARAMETER_GROUP], [LimitSource#ESTIMATE] or [LimitSource#NONE]
/// @param rebootPending the parameter group was changed, and the database goes on with what was before until a reboot
/// @param failure       why the parameter group could not be read; nothing is estimated then, because it may hold a
///                      number that is far from the formula's
public record ConnectionLimit(OptionalInt max, LimitSource from, boolean rebootPending, Optional<Failure> failure) {

    /// What a parameter group says.
    ///
    /// @param parameter the value of `max_connections`: a number or a formula; empty where the group says nothing, which
    ///                  leaves the engine's own formula
    public static ConnectionLimit of(Optional<String> parameter, Capacity capacity, boolean rebootPending) {
        Optional<String> text = parameter.map(String::strip).filter(value -> !value.isEmpty());
        if (text.filter(value -> value.matches("[1-9]\\d{0,8}")).isPresent()) {
            return new ConnectionLimit(OptionalInt.of(Integer.parseInt(text.get())), LimitSource.PARAMETER_GROUP,
                    rebootPending, Optional.empty());
        }
        OptionalInt estimate = ConnectionEstimate.of(text, capacity);
        return new ConnectionLimit(estimate, estimate.isPresent() ? LimitSource.ESTIMATE : LimitSource.NONE,
                rebootPending, Optional.empty());
    }

    /// Whether somebody has set this very number.
    public boolean isExplicit() {
        return from == LimitSource.PARAMETER_GROUP;
    }

    /// The database is known and its parameter group is not.
    public static ConnectionLimit unread(Failure failure) {
        return new ConnectionLimit(OptionalInt.empty(), LimitSource.NONE, false, Optional.of(failure));
    }

    /// Nobody says.
    public static ConnectionLimit none() {
        return new ConnectionLimit(OptionalInt.empty(), LimitSource.NONE, false, Optional.empty());
    }
}
