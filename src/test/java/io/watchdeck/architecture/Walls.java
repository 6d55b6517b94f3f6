package io.watchdeck.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Words to build rules from. Every rule looks at all classes of the house, so that none is empty.
final class Walls {

    private Walls() {}

    /// No class may depend on what the predicate finds.
    static ArchRule noDependency(String should, String because, Predicate<Dependency> wrong) {
        return each(should, because, type -> type.getDirectDependenciesFromSelf().stream()
                .filter(wrong)
                .map(Dependency::getDescription));
    }

    /// No code may call, refer to or read what the predicate finds.
    static ArchRule noAccess(String should, String because, Predicate<JavaAccess<?>> wrong) {
        return each(should, because, type -> type.getAccessesFromSelf().stream()
                .filter(wrong)
                .map(JavaAccess::getDescription));
    }

    /// Every class is asked for its violations, each told in one line.
    static ArchRule each(String should, String because, Complaints complaints) {
        return classes().should(new ArchCondition<JavaClass>(should) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                complaints.about(type).sorted().distinct().forEach(line -> events.add(violated(type, line)));
            }
        }).because(because);
    }

    /// What is wrong with one class; nothing when it is as it should be.
    interface Complaints {
        Stream<String> about(JavaClass type);
    }
}
