package io.watchdeck.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.Locale;

/// All rules, each for any house: the product, or a planted violation. A rule is named after what it demands; the package
/// of its planted violation has the name in lower case.
enum Rules {

    EVERY_CLASS_HAS_A_ROOM(house -> layers(house).everyClassHasARoom()),
    IMPORTS_GO_DOWN(house -> layers(house).importsGoDown()),
    NEIGHBOURS_DO_NOT_MEET(house -> layers(house).neighboursDoNotMeet()),
    NOBODY_IMPORTS_THE_ROOT(house -> layers(house).nobodyImportsTheRoot()),
    NO_CYCLES(house -> layers(house).noCycles()),
    SCREENS_DO_NOT_MEET(house -> layers(house).screensDoNotMeet()),
    SHARED_PARTS_KNOW_NO_SCREEN(house -> layers(house).sharedPartsKnowNoScreen()),
    ONLY_OPERATIONS_CHANGE_THE_CLOUD(house -> layers(house).onlyOperationsChangeTheCloud()),

    SDK_ONLY_IN_AWS(house -> technology(house).sdkOnlyInAws()),
    ONLY_CONTROLS_SEND_CHANGES(house -> technology(house).onlyControlsSendChanges()),
    DATABASE_ONLY_IN_STORE(house -> technology(house).databaseOnlyInStore()),
    TOOLKIT_ONLY_IN_UI(house -> technology(house).toolkitOnlyInUi()),
    ONLY_VIEWS_TOUCH_THE_SCENE(house -> technology(house).onlyViewsTouchTheScene()),
    VIEW_MODELS_KNOW_ONLY_PROPERTIES(house -> technology(house).viewModelsKnowOnlyProperties()),

    NO_THREADS(house -> habits(house).noThreads()),
    NO_RUN_LATER(house -> habits(house).noRunLater()),
    NO_OWN_CLOCK(house -> habits(house).noOwnClock()),
    NO_OWN_STOP_WATCH(house -> habits(house).noOwnStopWatch()),
    NO_WAITING_FOR_ANSWERS(house -> habits(house).noWaitingForAnswers()),
    NO_STATIC_STATE(house -> habits(house).noStaticState()),
    NO_SINGLETONS(house -> habits(house).noSingletons()),
    NO_STANDARD_STREAMS(house -> habits(house).noStandardStreams()),
    EVERY_PACKAGE_IS_NULL_MARKED(house -> habits(house).everyPackageIsNullMarked()),
    NOBODY_CATCHES_EVERYTHING(house -> new CatchRules(house.rooms(), house.sources()).nobodyCatchesEverything()),

    VIEW_MODELS_ARE_TESTED(house -> new CompanionRules(house).viewModelsAreTested()),
    PORTS_KEEP_THEIR_CONTRACT(house -> new CompanionRules(house).portsKeepTheirContract());

    private final Builder builder;

    Rules(Builder builder) {
        this.builder = builder;
    }

    /// What is wrong in the house by this rule; empty when it is kept.
    String complaints(House house) {
        var result = builder.build(house).evaluate(house.main());
        return result.hasViolation() ? result.getFailureReport().toString() : "";
    }

    /// The name of the package below `planted` that breaks this rule and no other.
    String planted() {
        return name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static LayerRules layers(House house) {
        return new LayerRules(house.rooms());
    }

    private static TechnologyRules technology(House house) {
        return new TechnologyRules(house.rooms());
    }

    private static HabitRules habits(House house) {
        return new HabitRules(house.rooms());
    }

    private interface Builder {
        ArchRule build(House house);
    }
}
