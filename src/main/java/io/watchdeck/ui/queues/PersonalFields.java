package io.watchdeck.ui.queues;

import io.watchdeck.ui.kit.JsonTokens;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what in a message may tell of a person, so that it is not shown unasked: values of fields with such names, e-mail
/// addresses, and what a URL's path, user and query hold. A name that nobody would guess is not found.
final class PersonalFields {

    private static final Set<String> NAMES = Set.of("name", "fullname", "firstname", "lastname", "username", "nickname",
            "login", "ip", "ssn", "dob", "auth", "cookie", "session", "sessionid", "latitude", "longitude", "lat",
            "lng");
    private static final List<String> PARTS = List.of("userid", "email", "mail", "phone", "mobile", "address", "token",
            "password", "passwd", "secret", "apikey", "accesskey", "authorization", "birth", "passport",
            "accountnumber",
            "cardnumber", "customerid", "memberid", "ipaddress");
    private static final Pattern MAIL = Pattern.compile("[\\w.+%-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    /// Scheme, user, host, path, and what comes after it.
    private static final Pattern URL = Pattern.compile(
            "[a-zA-Z][a-zA-Z0-9+.-]{1,20}://(?:([^\\s/@\"]{1,200})@)?[^\\s/?#\"\\\\]{1,255}((?:/[^\\s/?#\"\\\\]*)*)"
                    + "([?#][^\\s\"\\\\]*)?");
    /// A value as long as this shows its ends: enough to compare two, too little to know one.
    private static final int LONG = 8;
    private static final int ENDS = 2;
    private static final int MOST_TOKENS = 20_000;

    private PersonalFields() {}

    static boolean isPersonal(String field) {
        String bare = field.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return NAMES.contains(bare) || PARTS.stream().anyMatch(bare::contains);
    }

    /// Which characters of a body are to be hidden.
    static BitSet in(String body, boolean json) {
        var hidden = new BitSet();
        if (json) {
            for (JsonTokens.Token token : JsonTokens.of(body, MOST_TOKENS)) {
                if (token.fields().stream().anyMatch(PersonalFields::isPersonal)) {
                    switch (token.kind()) {
                        case STRING -> value(hidden, token.start() + 1, token.end() - 1);
                        case NUMBER -> hidden.set(token.start(), token.end());
                        case KEY, WORD, OPEN, CLOSE, COMMA, COLON -> {}
                    }
                }
            }
        }
        text(hidden, body);
        return hidden;
    }

    /// Of the value of a message attribute.
    static BitSet in(String name, String value) {
        var hidden = new BitSet();
        if (isPersonal(name)) {
            value(hidden, 0, value.length());
        }
        text(hidden, value);
        return hidden;
    }

    private static void value(BitSet hidden, int start, int end) {
        boolean ends = end - start > LONG;
        hidden.set(Math.min(end, start + (ends ? ENDS : 0)), Math.max(start, end - (ends ? ENDS : 0)));
    }

    private static void text(BitSet hidden, String text) {
        for (Matcher mail = MAIL.matcher(text); mail.find();) {
            hidden.set(mail.start(), mail.start() + mail.group().indexOf('@'));
        }
        for (Matcher url = URL.matcher(text); url.find();) {
            if (url.group(1) != null) {
                hidden.set(url.start(1), url.end(1));
            }
            segments(hidden, text, url.start(2), url.end(2));
            if (url.group(3) != null) {
                hidden.set(url.start(3) + 1, url.end(3));
            }
        }
    }

    /// All segments of a path but the last, which mostly is a thing and not a person.
    private static void segments(BitSet hidden, String text, int start, int end) {
        int last = text.lastIndexOf('/', end - 1);
        for (int at = start; at < last; at++) {
            if (text.charAt(at) != '/') {
                hidden.set(at);
            }
        }
    }
}
