package io.watchdeck.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.watchdeck.architecture.planted.Right;
import io.watchdeck.architecture.planted.Wrong;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The product keeps every rule of [Rules], and every rule finds the violation that was planted for it.
class ArchitectureTest {

    private static JavaClasses everything;
    private static House product;

    @BeforeAll
    static void readTheClasses() {
        everything = House.everything();
        product = House.product(everything);
    }

    @Test
    void readsTheProductWithoutItsTests() {
        assertThat(product.main().contain("io.watchdeck.Main")).isTrue();
        assertThat(product.main().contain(ArchitectureTest.class)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void productKeeps(Rules rule) {
        assertThat(rule.complaints(product)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void plantedViolationIsFoundBy(Rules rule) {
        House house = House.planted(rule.planted(), everything);

        String complaints = rule.complaints(house);

        assertThat(names(house, Wrong.class)).isNotEmpty().allSatisfy(name -> assertThat(complaints).contains(name));
        assertThat(names(house, Right.class)).noneSatisfy(name -> assertThat(complaints).containsPattern(origin(name)));
        assertThat(Stream.of(Rules.values()).filter(other -> !other.complaints(house).isEmpty())).containsExactly(rule);
    }

    /// The line of a complaint names its origin first, as `Class <x>`, `Method <x.m()>`, `x is …`.
    private static String origin(String name) {
        return "(?m)^(\\w+ <)?" + name.replace(".", "\\.") + "\\b";
    }

    private static List<String> names(House house, Class<? extends Annotation> mark) {
        return house.main().stream().filter(type -> type.isAnnotatedWith(mark)).map(JavaClass::getName).toList();
    }
}
