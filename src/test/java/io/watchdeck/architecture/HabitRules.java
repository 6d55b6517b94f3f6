package io.watchdeck.architecture;

import static io.watchdeck.architecture.Walls.each;
import static io.watchdeck.architecture.Walls.noAccess;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/// What no class does except the one that is there for it: threads, the clock, waiting, state for all, streams.
record HabitRules(Rooms rooms) {

    private static final String FX_EXECUTOR = "ui.shell.FxExecutor";
    private static final String DIALOGS = "ui.shell.Dialogs";

    private static final Set<String> THREAD_TYPES = Set.of(
            "java.lang.Thread$Builder",
            "java.lang.Thread$Builder$OfVirtual",
            "java.lang.Thread$Builder$OfPlatform",
            "java.util.Timer",
            "java.util.TimerTask",
            "java.util.concurrent.AbstractExecutorService",
            "java.util.concurrent.ExecutorService",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ScheduledExecutorService",
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            "java.util.concurrent.StructuredTaskScope",
            "java.util.concurrent.ThreadFactory",
            "java.util.concurrent.ThreadPoolExecutor");
    private static final Set<String> THREAD_CALLS =
            Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread", "start");

    /// Declared types whose values can be changed by anybody who has them. Best effort: a `List` may hide an ArrayList.
    private static final List<String> MUTABLE_PACKAGES = List.of("java.util.concurrent.atomic.",
            "java.util.concurrent.locks.");
    private static final Set<String> MUTABLE_SUPERTYPES = Set.of(
            "java.lang.AbstractStringBuilder",
            "java.util.AbstractCollection",
            "java.util.AbstractMap",
            "java.util.BitSet",
            "java.util.Dictionary",
            "java.util.concurrent.BlockingQueue",
            "java.util.concurrent.ConcurrentMap",
            "java.util.concurrent.CopyOnWriteArrayList",
            "javafx.beans.Observable");

    ArchRule noThreads() {
        String should = "start no thread and own no executor outside refresh, the root and FxExecutor";
        String because = "subjects and adapters are blocking: take an Executor, or let refresh run you";
        return each(should, because, type -> mayRun(type)
                ? Stream.empty()
                : Stream.concat(
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(HabitRules::isThreadType)
                                .map(Dependency::getDescription),
                        type.getAccessesFromSelf().stream()
                                .filter(HabitRules::startsThread)
                                .map(JavaAccess::getDescription)));
    }

    ArchRule noRunLater() {
        return noAccess("not use Platform.runLater outside refresh, the root and FxExecutor",
                "there is one bridge to the FX thread: take an Executor",
                access -> isCall(access, "javafx.application.Platform", Set.of("runLater", "startup"))
                        && !mayRun(access.getOriginOwner()));
    }

    ArchRule noOwnClock() {
        return noAccess("read no system clock outside the root", "time is a parameter: take a Clock and ask now(clock)",
                access -> readsClock(access) && !isRoot(access.getOriginOwner()));
    }

    /// A stop watch is not a clock: it may be read where work is scheduled and metered.
    ArchRule noOwnStopWatch() {
        return noAccess("not use System.nanoTime outside refresh and the root",
                "what has to be timed is timed by refresh",
                access -> isCall(access, "java.lang.System", Set.of("nanoTime"))
                        && !rooms.isIn(access.getOriginOwner(), "refresh", Rooms.ROOT));
    }

    ArchRule noWaitingForAnswers() {
        return noAccess("not use showAndWait outside ui.shell.Dialogs", "it blocks the FX thread and cannot be tested",
                access -> access.getName().equals("showAndWait")
                        && !rooms.isOrIsIn(access.getOriginOwner(), DIALOGS));
    }

    ArchRule noStaticState() {
        return each("have no static mutable state", "Wiring builds every object: two consoles in one test must not meet"
                + " (a constant is a final List.of, Set.of, Map.of, not an array or a collection that can change)",
                type -> type.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.FINAL) || isMutable(field))
                        .map(JavaField::getDescription));
    }

    ArchRule noSingletons() {
        return each("have no getInstance()", "Wiring builds every object with its plain constructor",
                type -> type.getMethods().stream()
                        .filter(method -> method.getName().equals("getInstance"))
                        .map(JavaCodeUnit::getDescription));
    }

    ArchRule noStandardStreams() {
        return noAccess("not use standard streams outside the root",
                "only the command line prints; everything else logs"
                        + " or returns a value",
                access -> usesStandardStream(access) && !isRoot(access.getOriginOwner()));
    }

    ArchRule everyPackageIsNullMarked() {
        return each("live in a package whose package-info.java has @NullMarked",
                "null is said where it is meant, and a package says what it is for",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class)
                        ? Stream.empty()
                        : Stream.of(type.getName() + " is in " + type.getPackageName() + ", which is not @NullMarked"));
    }

    private boolean isRoot(JavaClass type) {
        return rooms.isIn(type, Rooms.ROOT);
    }

    private boolean mayRun(JavaClass type) {
        return rooms.isIn(type, "refresh", Rooms.ROOT) || rooms.isOrIsIn(type, FX_EXECUTOR);
    }

    private static boolean isThreadType(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return THREAD_TYPES.contains(target.getName()) || target.getPackageName().equals("javafx.concurrent");
    }

    private static boolean startsThread(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getName();
        return isCall(access, "java.lang.Thread", THREAD_CALLS)
                || owner.isAssignableTo("java.util.concurrent.CompletionStage")
                        && (name.endsWith("Async") || name.equals("delayedExecutor"))
                || owner.isAssignableTo("java.util.stream.BaseStream") && name.equals("parallel")
                || owner.isAssignableTo("java.util.Collection") && name.equals("parallelStream");
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return owner.startsWith("java.time.") && access.getName().equals("now") && !takes(access, "java.time.Clock")
                || owner.equals("java.time.Clock") && access.getName().startsWith("system")
                || owner.equals("java.time.Clock") && access.getName().startsWith("tick")
                        && takes(access, "java.time.ZoneId")
                || owner.equals("java.time.InstantSource") && access.getName().equals("system")
                || owner.equals("java.lang.System") && access.getName().equals("currentTimeMillis")
                || owner.equals("java.util.Date") && access.getName().equals("<init>") && takesNothing(access);
    }

    private static boolean usesStandardStream(JavaAccess<?> access) {
        return isCall(access, "java.lang.System", Set.of("out", "err", "in", "setOut", "setErr", "setIn", "console"))
                || access.getTargetOwner().getName().equals("java.lang.IO")
                || access.getName().equals("printStackTrace") && takesNothing(access);
    }

    private static boolean isMutable(JavaField field) {
        JavaClass type = field.getRawType();
        return type.isArray()
                || MUTABLE_PACKAGES.stream().anyMatch(type.getName()::startsWith)
                || MUTABLE_SUPERTYPES.stream().anyMatch(type::isAssignableTo);
    }

    private static boolean isCall(JavaAccess<?> access, String owner, Set<String> names) {
        return access.getTargetOwner().getName().equals(owner) && names.contains(access.getName());
    }

    private static boolean takes(JavaAccess<?> access, String type) {
        return parameters(access).contains(type);
    }

    private static boolean takesNothing(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> && parameters(access).isEmpty();
    }

    private static List<String> parameters(JavaAccess<?> access) {
        return access instanceof JavaCodeUnitAccess<?> call
                ? call.getTarget().getRawParameterTypes().stream().map(JavaClass::getName).toList()
                : List.of();
    }
}
