package io.watchdeck.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The map of the packages below one root. A room is a package directly below the root with all that is below it; the
/// root itself is the last room. A room may import the rooms of earlier floors, never its neighbours on the same floor.
record Rooms(String root) {

    /// The name of the root's own room.
    static final String ROOT = "";
    static final String UI = "ui";

    /// The rooms at the edge: technology, not subjects.
    static final Set<String> EDGES = Set.of("aws", "sandbox", "store", "instance", "desktop", UI);

    private static final List<Set<String>> FLOORS = List.of(
            Set.of("model"),
            Set.of("words", "support"),
            Set.of("yaml"),
            Set.of("stack", "settings"),
            Set.of("refresh"),
            Set.of("metrics"),
            Set.of("fleet", "traffic", "data", "queues", "delivery", "alarms", "cost", "logs", "identity"),
            Set.of("watch"),
            Set.of("operations"),
            Set.of("timeline"),
            Set.of("report"),
            EDGES,
            Set.of(ROOT));

    private static final int UNKNOWN = -1;

    boolean contains(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    boolean isRoom(String room) {
        return floor(room) != UNKNOWN;
    }

    /// The first part of the package below the root, empty for the root itself.
    String room(JavaClass type) {
        return part(type, 0);
    }

    /// The second part of the package below the root: the screen of a class in `ui`. Empty when there is none.
    String screen(JavaClass type) {
        return part(type, 1);
    }

    boolean isIn(JavaClass type, String... rooms) {
        return contains(type) && List.of(rooms).contains(room(type));
    }

    /// True for the one class of this name, given below the root as in `ui.shell.Dialogs`, and what is nested in it.
    boolean isOrIsIn(JavaClass type, String name) {
        return outermost(type).equals(root + "." + name);
    }

    boolean isAbove(JavaClass target, JavaClass origin) {
        int from = floor(room(origin));
        return from != UNKNOWN && floor(room(target)) > from;
    }

    boolean isNeighbour(JavaClass target, JavaClass origin) {
        return !room(target).equals(room(origin)) && isRoom(room(origin)) && floor(room(target)) == floor(room(origin));
    }

    /// The full name of the top level class that holds this one.
    static String outermost(JavaClass type) {
        int nested = type.getName().indexOf('$');
        return nested < 0 ? type.getName() : type.getName().substring(0, nested);
    }

    static String outermostSimple(JavaClass type) {
        String name = outermost(type);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String part(JavaClass type, int index) {
        if (type.getPackageName().equals(root)) return ROOT;
        String[] parts = type.getPackageName().substring(root.length() + 1).split("\\.");
        return index < parts.length ? parts[index] : "";
    }

    private static int floor(String room) {
        return IntStream.range(0, FLOORS.size()).filter(floor -> FLOORS.get(floor).contains(room)).findFirst()
                .orElse(UNKNOWN);
    }
}
