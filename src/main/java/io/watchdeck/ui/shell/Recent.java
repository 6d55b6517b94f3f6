package io.watchdeck.ui.shell;

import java.util.ArrayList;
import java.util.List;

/// What was chosen in the palette since the window was opened, the last first.
final class Recent {

    private static final int REMEMBERED = 30;

    private final List<String> ids = new ArrayList<>();

    void use(String id) {
        ids.remove(id);
        ids.addFirst(id);
        if (ids.size() > REMEMBERED) {
            ids.removeLast();
        }
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    /// 0 is the last; large for what was not used.
    int age(String id) {
        int at = ids.indexOf(id);
        return at < 0 ? REMEMBERED : at;
    }
}
