package io.watchdeck.ui.shell;

import io.watchdeck.identity.Identity;
import io.watchdeck.model.Failure;
import io.watchdeck.model.Loadable;
import io.watchdeck.watch.StackSnapshot;
import io.watchdeck.words.Words;
import java.util.List;

/// Says who a person is here, and as whom the accounts of the stacks know us.
///
/// @param person as whom the journal, acknowledgements and pins are written
record PersonText(Words words, List<StackSnapshot> stacks, String person) {

    PersonText {
        stacks = List.copyOf(stacks);
    }

    /// The person's own name stands first where an account knows another one.
    String who() {
        List<String> people = known().stream().map(PersonText::who).distinct().toList();
        boolean same = known().stream().allMatch(one -> one.person().equals(person));
        return switch (people.size()) {
            case 0 -> words.say(nobody());
            case 1 -> same ? people.getFirst() : words.say("ui.status.personAs", person, people.getFirst());
            default -> words.say("ui.status.personAs", person, words.say("ui.status.people", people.size()));
        };
    }

    /// In how many accounts and Regions; empty where nobody has answered.
    String where() {
        long accounts = known().stream().map(Identity::account).distinct().count();
        long regions = stacks.stream().map(stack -> stack.file().access().region()).distinct().count();
        return known().isEmpty() ? "" : words.say("ui.status.accounts", accounts, regions);
    }

    private List<Identity> known() {
        return stacks.stream().flatMap(stack -> stack.identity().state().latest().stream()).distinct().toList();
    }

    /// Who does not answer may yet be signed in.
    private String nobody() {
        List<Loadable<Identity>> asked = stacks.stream().map(stack -> stack.identity().state()).toList();
        boolean asking = asked.stream().anyMatch(Loadable.Loading.class::isInstance);
        boolean expired = asked.stream().flatMap(state -> state.problem().stream())
                .anyMatch(failure -> failure.kind() == Failure.Kind.EXPIRED);
        return asking ? "ui.status.asking" : expired ? "ui.status.nobody" : "ui.status.unknown";
    }

    /// `sora · WatchdeckOperator` of an assumed role, `sora` of a user.
    private static String who(Identity identity) {
        String[] parts = identity.arn().split("/");
        boolean role = parts.length >= 3 && parts[0].endsWith("assumed-role");
        return role ? identity.person() + " · " + parts[1] : identity.person();
    }
}
