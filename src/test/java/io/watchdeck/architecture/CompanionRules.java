package io.watchdeck.architecture;

import static io.watchdeck.architecture.Walls.each;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatchers;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Which tests a class must bring with it.
record CompanionRules(House house) {

    private static final PackageMatchers TOOLKIT =
            PackageMatchers.of("javafx.application..", "javafx.scene..", "javafx.stage..", "org.testfx..");

    ArchRule viewModelsAreTested() {
        return each("bring a *ViewModelTest for every *ViewModel, without the toolkit",
                "what a screen says and does is tested without a screen",
                type -> isViewModel(type) ? missingTest(type) : Stream.empty());
    }

    /// A port is a top level interface named `*Source` or `*Store` of a room that is neither the model nor an edge. Its
    /// contract is the class `<Port>Contract` beside it in the test tree, and a subclass in the tests of every room that
    /// implements it; a source always has one in the sandbox, a store one in the store. All this from the first
    /// implementation on: before it there is nothing to hold to the contract.
    ArchRule portsKeepTheirContract() {
        return each("bring a contract test for every *Source and *Store",
                "two implementations of one port are only interchangeable where one test says so",
                type -> isPort(type) && isImplemented(type) ? brokenContract(type) : Stream.empty());
    }

    private boolean isViewModel(JavaClass type) {
        return house.rooms().isIn(type, Rooms.UI) && type.isTopLevelClass()
                && type.getSimpleName().endsWith("ViewModel");
    }

    private Stream<String> missingTest(JavaClass viewModel) {
        String test = viewModel.getName() + "Test";
        if (!house.tests().contain(test)) return Stream.of("%s has no %s".formatted(viewModel.getName(), test));
        return house.tests().get(test).getDirectDependenciesFromSelf().stream()
                .filter(dependency -> TOOLKIT.test(dependency.getTargetClass().getPackageName()))
                .map(dependency -> "a view model's test uses the toolkit: " + dependency.getDescription());
    }

    private boolean isPort(JavaClass type) {
        String room = house.rooms().room(type);
        String name = type.getSimpleName();
        return type.isInterface()
                && type.isTopLevelClass()
                && (isNamed(name, "Source") || isNamed(name, "Store"))
                && !Rooms.EDGES.contains(room)
                && !room.equals("model")
                && !room.equals(Rooms.ROOT);
    }

    private boolean isImplemented(JavaClass port) {
        return house.main().stream().anyMatch(type -> !type.isInterface() && type.isAssignableTo(port.getName()));
    }

    private static boolean isNamed(String name, String ending) {
        return name.endsWith(ending) && !name.equals(ending);
    }

    private Stream<String> brokenContract(JavaClass port) {
        String contract = port.getName() + "Contract";
        if (!house.tests().contain(contract)) return Stream.of("%s has no %s".formatted(port.getName(), contract));
        List<String> rooms = new ArrayList<>();
        for (String room : List.of("sandbox", "aws", "store")) {
            boolean always = room.equals("sandbox") && port.getSimpleName().endsWith("Source")
                    || room.equals("store") && port.getSimpleName().endsWith("Store");
            if (always || hasSubclass(house.main(), port.getName(), room)) rooms.add(room);
        }
        return rooms.stream()
                .filter(room -> !hasSubclass(house.tests(), contract, room))
                .map(room -> "%s has no test in %s that extends %s".formatted(port.getName(), room, contract));
    }

    private boolean hasSubclass(JavaClasses classes, String supertype, String room) {
        return classes.stream()
                .filter(type -> house.rooms().isIn(type, room))
                .filter(type -> !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .anyMatch(type -> type.isAssignableTo(supertype));
    }
}
