package io.watchdeck.identity;

/// Who AWS says we are.
///
/// @param account the 12 digits of the account
/// @param arn     of the user or assumed role
public record Identity(String account, String arn) {

    /// The last part of the ARN, for people: `sora` of `arn:aws:sts::1:assumed-role/WatchdeckOperator/sora`.
    public String person() {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
