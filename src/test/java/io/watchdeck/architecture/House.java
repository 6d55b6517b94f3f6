package io.watchdeck.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.Source;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Path;

/// What the rules look at: the classes below one root package, the classes of its tests, and the folder with its sources.
record House(Rooms rooms, JavaClasses main, JavaClasses tests, Path sources) {

    private static final String PRODUCT = "io.watchdeck";
    private static final String ARCHITECTURE = PRODUCT + ".architecture";

    /// All classes on the class path below the product's root: the product, its tests, and the planted houses.
    static JavaClasses everything() {
        return new ClassFileImporter().importPackages(PRODUCT);
    }

    /// The product itself.
    static House product(JavaClasses everything) {
        JavaClasses main = everything.that(describe("are no tests", type -> !isTest(type)));
        JavaClasses tests = everything.that(describe("are tests of the product",
                type -> isTest(type) && !type.getPackageName().startsWith(ARCHITECTURE)));
        return new House(new Rooms(PRODUCT), main, tests, Path.of("src/main/java"));
    }

    /// A small house in the test tree, whose main classes and tests live together.
    static House planted(String name, JavaClasses everything) {
        String root = ARCHITECTURE + ".planted." + name;
        JavaClasses classes = everything.that(resideInAPackage(root + ".."));
        return new House(new Rooms(root), classes, classes, Path.of("src/test/java"));
    }

    private static boolean isTest(JavaClass type) {
        return type.getSource().map(Source::getUri).map(Location::of).filter(new OnlyIncludeTests()::includes)
                .isPresent();
    }
}
