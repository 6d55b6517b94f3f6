package io.watchdeck.settings;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import java.util.Optional;

/// What a person has chosen; empty where nobody chose and the system's own preference or the product's default holds.
///
/// @param looks    how the window looks
/// @param speech   in which language and zone it speaks
/// @param cap      the most that the console's own calls may cost in a month, all accounts together
/// @param allowance how much of the requests that CloudWatch answers free of charge each month Watchdeck may use, in
///                 each account
/// @param costs    when Cost Explorer is asked by itself
/// @param name     that the person goes by; else the operating system's user name
/// @param notices  how alarms are told
/// @param keep     how long samples are kept
public record Settings(Looks looks, Speech speech, Optional<Money> cap, Optional<FreeShare> allowance,
        Optional<CostsWord> costs, Optional<String> name, Notices notices, Keep keep) {

    /// In US dollars a month.
    private static final Money STANDARD_CAP = Money.usd("2");
    /// A cap above it is taken for a slip of the hand: it pays for 2,300 metrics each minute of a month.
    public static final Money GREATEST_CAP = Money.usd("1000");
    /// Half is left to other tools of the account.
    private static final FreeShare STANDARD_ALLOWANCE = FreeShare.ofPercent("50");

    public enum CostsWord {
        /// While a person looks at cost or a rule judges it.
        NEEDED,
        /// Every day.
        DAILY
    }

    public static Settings none() {
        return new Settings(Looks.none(), Speech.none(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Notices.none(), Keep.none());
    }

    /// The cap that holds.
    public Money monthlyCap() {
        return cap.orElse(STANDARD_CAP);
    }

    /// The share that holds.
    public FreeShare freeShare() {
        return allowance.orElse(STANDARD_ALLOWANCE);
    }

    /// When Cost Explorer is asked by itself.
    public CostsWord costsAsked() {
        return costs.orElse(CostsWord.NEEDED);
    }
}
