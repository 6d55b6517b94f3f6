package io.watchdeck.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.watchdeck.architecture.Walls.each;
import static io.watchdeck.architecture.Walls.noDependency;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// The map of the house: rooms, floors, screens, and the gate before everything that changes the cloud.
record LayerRules(Rooms rooms) {

    private static final String KIT = "kit";
    private static final String SHELL = "shell";

    ArchRule everyClassHasARoom() {
        return each("live in a room of the map", "a new package is a decision: add it to Rooms with its floor",
                type -> rooms.isRoom(rooms.room(type))
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in the unknown package " + type.getPackageName()));
    }

    ArchRule importsGoDown() {
        return noDependency("import only rooms of earlier floors",
                "data flows one way: model, words, stack, refresh, metrics, the subjects, watch, operations, timeline,"
                        + " the edges",
                inside((origin, target) -> rooms.isAbove(target, origin) && !isRoot(target)));
    }

    ArchRule neighboursDoNotMeet() {
        return noDependency("import no room of the same floor",
                "subjects meet in watch, operations and timeline; aws, sandbox, store, instance and ui meet in Wiring",
                inside((origin, target) -> rooms.isNeighbour(target, origin)));
    }

    ArchRule nobodyImportsTheRoot() {
        return noDependency("not import the root",
                "Wiring knows everybody and nobody knows Wiring: take what you need as a"
                        + " constructor parameter",
                inside((origin, target) -> isRoot(target) && !isRoot(origin)));
    }

    ArchRule noCycles() {
        return slices().matching(rooms.root() + ".(**)").should().beFreeOfCycles()
                .because("two packages that import each other are one package with two names")
                .allowEmptyShould(true);
    }

    ArchRule screensDoNotMeet() {
        return noDependency("not import another screen",
                "a screen asks the shell's navigator for another screen or an operation dialog; Wiring connects them",
                betweenParts((from, to) -> !isShared(from) && !isShared(to)));
    }

    ArchRule sharedPartsKnowNoScreen() {
        return noDependency("know no screen in ui.kit and ui.shell, nor the shell in ui.kit",
                "screens build on the shell and the shell on the kit, never the other way",
                betweenParts((from, to) -> from.equals(KIT) || from.equals(SHELL) && !to.equals(KIT)));
    }

    /// The mutating ports are the interfaces named `*Control` outside `ui`.
    ArchRule onlyOperationsChangeTheCloud() {
        Set<String> allowed = Set.of("operations", "aws", "sandbox", Rooms.ROOT);
        return noDependency("not use a *Control", "calls that change the cloud go through operations alone, with"
                + " pre-flight, confirmation, verification and journal; aws and sandbox implement them",
                inside((origin, target) -> target.isInterface()
                        && target.isTopLevelClass()
                        && target.getSimpleName().endsWith("Control")
                        && !rooms.isIn(target, Rooms.UI)
                        && !allowed.contains(rooms.room(origin))
                        && !Rooms.outermost(origin).equals(target.getName())));
    }

    private Predicate<Dependency> inside(BiPredicate<JavaClass, JavaClass> wrong) {
        return dependency -> {
            JavaClass origin = dependency.getOriginClass();
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            return rooms.contains(target) && wrong.test(origin, target);
        };
    }

    private Predicate<Dependency> betweenParts(BiPredicate<String, String> wrong) {
        return inside((origin, target) -> rooms.isIn(origin, Rooms.UI)
                && rooms.isIn(target, Rooms.UI)
                && !rooms.screen(origin).equals(rooms.screen(target))
                && wrong.test(rooms.screen(origin), rooms.screen(target)));
    }

    private boolean isRoot(JavaClass type) {
        return rooms.room(type).equals(Rooms.ROOT);
    }

    private static boolean isShared(String part) {
        return part.equals(KIT) || part.equals(SHELL);
    }
}
