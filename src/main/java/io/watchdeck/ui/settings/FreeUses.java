package io.watchdeck.ui.settings;

import io.watchdeck.model.FreeShare;
import io.watchdeck.model.Money;
import io.watchdeck.refresh.Allowance;
import io.watchdeck.ui.kit.Tone;
import io.watchdeck.words.Words;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// Writes what is used of the free requests.
record FreeUses(Words words, boolean sandbox) {

    private static final String UNKNOWN = "unknown";
    private static final int ACCOUNT_DIGITS = 12;

    /// @param thousand the price of a thousand metrics beyond the share
    FreePage of(Allowance.Use use, Money thousand) {
        List<FreePage.Account> accounts = use.used().entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> account(entry.getKey(), entry.getValue(), use.share())).toList();
        String none = !accounts.isEmpty() ? "" : words.say(sandbox ? "ui.settings.free.noneSandbox"
                : "ui.settings.free.none");
        return new FreePage(words.number(use.share(), 0), of(use), accounts, none,
                words.say("ui.settings.free.then", words.money(thousand)), words.say("ui.settings.free.set"));
    }

    private String of(Allowance.Use use) {
        FreeShare part = use.part();
        return part.percent()
                ? words.say("ui.settings.free.ofPercent", part.amount().setScale(0, RoundingMode.HALF_UP), use.free(),
                        use.service())
                : words.say("ui.settings.free.ofAll", use.free(), use.service());
    }

    private FreePage.Account account(String account, long used, long share) {
        String name = account.equals(UNKNOWN) ? words.say("ui.settings.free.unknownAccount") : grouped(account);
        if (share == 0) {
            return new FreePage.Account(name, words.say("ui.settings.free.count", used), 0, Tone.NOTICE,
                    words.say("ui.settings.free.left"));
        }
        boolean over = used >= share;
        return new FreePage.Account(name, words.say("ui.settings.free.used", used, share),
                Math.min(1, (double) used / share), over ? Tone.WARNING : Tone.NOTICE,
                over ? words.say("ui.settings.free.usedUp") : "");
    }

    /// As AWS writes the number of an account.
    private static String grouped(String account) {
        return account.length() == ACCOUNT_DIGITS
                ? account.substring(0, 4) + "-" + account.substring(4, 8) + "-" + account.substring(8) : account;
    }
}
