package io.watchdeck.emulator;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one [Emulator] of their JVM: started when the first one needs it, stopped by JUnit after the last.
/// Where moto is not installed the tests are skipped with a word on why, but on a build server (`CI=true`) they fail:
/// there, a skipped comparison would look like a passed one.
public final class EmulatorExtension implements BeforeAllCallback, ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EmulatorExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Emulator.missing().ifPresent(reason -> {
            if ("true".equalsIgnoreCase(System.getenv("CI"))) {
                throw new IllegalStateException(reason);
            }
            System.err.println("SKIPPED " + context.getDisplayName() + ": " + reason);
            Assumptions.abort(reason);
        });
        shared(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Emulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context);
    }

    private static Emulator shared(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent("emulator", _ -> Emulator.start(),
                Emulator.class);
    }
}
