package io.watchdeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/// The clients of AWS as the packages hold them: method references that were gathered do what they did.
class PackagedClientsTest {

    private static final String CLIENTS = "software/amazon/awssdk/services/";
    private static final String GATHERED = "$References.class";

    @TempDir
    Path scratch;

    /// What a model says of its members by name, in code that holds no references, is what its fields take and set.
    @Test
    void eachFieldTakesAndSetsItsOwnMember() throws Exception {
        List<Path> jars = packed();
        int fields = 0;
        try (var packed = new Packaging.Loader(CLIENTS.replace('/', '.'), jars)) {
            for (Path jar : jars) {
                for (String name : gathered(jar)) {
                    Class<?> model = packed.loadClass(name.replace('/', '.'));
                    if (SdkPojo.class.isAssignableFrom(model) && !SdkBuilder.class.isAssignableFrom(model)
                            && !Modifier.isAbstract(model.getModifiers())) {
                        fields += fieldsOf(model);
                    }
                }
            }
        }
        assertThat(fields).isGreaterThan(5_000);
    }

    private List<Path> packed() throws IOException, InterruptedException {
        var jars = new ArrayList<Path>();
        String classPath = System.getProperty("java.class.path");
        for (String element : classPath.split(File.pathSeparator)) {
            Path jar = Path.of(element);
            if (element.endsWith(".jar") && entries(jar).anyMatch(CLIENTS::equals)) {
                jars.add(Files.copy(jar, scratch.resolve(jar.getFileName())));
            }
        }
        var arguments = new ArrayList<>(List.of(classPath));
        jars.forEach(jar -> arguments.add(jar.toString()));
        Packaging.run(scratch, "MethodReferences.java", arguments.toArray(String[]::new));
        return jars;
    }

    private static int fieldsOf(Class<?> model) throws ReflectiveOperationException {
        var empty = (SdkPojo) ((SdkBuilder<?, ?>) model.getMethod("builder").invoke(null)).build();
        for (SdkField<?> field : empty.sdkFields()) {
            Object value = value(field);
            var builder = (SdkBuilder<?, ?>) model.getMethod("builder").invoke(null);
            field.set(builder, value);
            var made = (SdkPojo) builder.build();

            // Exceptions do not tell their members by name.
            if (!(made instanceof Throwable)) {
                Optional<?> member = (Optional<?>) model.getMethod("getValueForField", String.class, Class.class)
                        .invoke(made, field.memberName(), Object.class);
                assertThat(String.valueOf(member.orElse(null))).as("%s.%s set", model, field.memberName())
                        .isEqualTo(value.toString());
            }
            assertThat(String.valueOf(field.getValueOrDefault(made))).as("%s.%s", model, field.memberName())
                    .isEqualTo(value.toString());
            assertThat(field.getValueOrDefault(empty)).as("%s.%s unset", model, field.memberName())
                    .isNotEqualTo(value);
        }
        return empty.sdkFields().size();
    }

    /// One that no member has until it is set.
    private static Object value(SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            return ((SdkBuilder<?, ?>) field.constructor().get()).build();
        }
        if (type == MarshallingType.LIST) {
            return List.of(value(field.getTrait(ListTrait.class).memberFieldInfo()));
        }
        if (type == MarshallingType.MAP) {
            return Map.of("seven", value(field.getTrait(MapTrait.class).valueFieldInfo()));
        }
        return Objects
                .requireNonNull(Map.<MarshallingType<?>, Object>ofEntries(Map.entry(MarshallingType.STRING, "seven"),
                        Map.entry(MarshallingType.INTEGER, 7), Map.entry(MarshallingType.LONG, 7L),
                        Map.entry(MarshallingType.SHORT, (short) 7), Map.entry(MarshallingType.FLOAT, 7f),
                        Map.entry(MarshallingType.DOUBLE, 7d), Map.entry(MarshallingType.BOOLEAN, true),
                        Map.entry(MarshallingType.INSTANT, Instant.ofEpochSecond(7)),
                        Map.entry(MarshallingType.DOCUMENT, Document.fromString("7")),
                        Map.entry(MarshallingType.BYTE, (byte) 7),
                        Map.entry(MarshallingType.BIG_DECIMAL, BigDecimal.TEN),
                        Map.entry(MarshallingType.SDK_BYTES, SdkBytes.fromUtf8String("7"))).get(type), field::toString);
    }

    /// Internal names of the classes whose references were gathered.
    private static List<String> gathered(Path jar) throws IOException {
        return entries(jar).filter(name -> name.endsWith(GATHERED))
                .map(name -> name.substring(0, name.length() - GATHERED.length())).toList();
    }

    private static Stream<String> entries(Path jar) throws IOException {
        try (var file = new ZipFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList().stream();
        }
    }
}
