import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Gives the method references of a class one class, where the JVM makes one for each of them while it runs. The clients
/// of AWS say by two references how each field of what they send and read is taken and set: for what the console reads of
/// five stacks that would be two thousand classes, made anew at each start and kept as long as it stands open.
///
/// `Task::cpu` becomes `new Task$References(7)`, whose `apply` calls at the seventh place what the reference names, after
/// the casts that a reference makes. Other references and all lambdas stay as they are: what takes variables with it, what
/// takes or gives a primitive, what only its own class may call.
///
/// Run by [Installers] over the clients that [Shrinking] has left: `java packaging/MethodReferences.java CLASSPATH JAR...`,
/// where the class path names all jars that the classes in these know.
final class MethodReferences {

    private static final String CLASS = ".class";
    private static final String NAME = "$References";
    private static final ClassDesc FACTORY = ClassDesc.of("java.lang.invoke.LambdaMetafactory");
    private static final ClassDesc OBJECT = ConstantDescs.CD_Object;
    private static final String INDEX = "index";
    private static final MethodTypeDesc OF_INDEX = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

    /// What a reference can stand for, with the only method of it and what that takes and gives.
    private enum Shape {
        FUNCTION(Function.class, "apply", MethodTypeDesc.of(OBJECT, OBJECT)), BI_CONSUMER(BiConsumer.class, "accept",
                MethodTypeDesc.of(ConstantDescs.CD_void, OBJECT,
                        OBJECT)), SUPPLIER(Supplier.class, "get", MethodTypeDesc.of(OBJECT));

        private final ClassDesc type;
        private final String method;
        private final MethodTypeDesc takes;

        Shape(Class<?> type, String method, MethodTypeDesc takes) {
            this.type = ClassDesc.ofDescriptor(type.descriptorString());
            this.method = method;
            this.takes = takes;
        }
    }

    /// @param called what it names
    /// @param cast   what its arguments must be and what it gives
    private record Reference(Shape shape, DirectMethodHandleDesc called, MethodTypeDesc cast) {}

    private final ClassFile files;

    private MethodReferences(ClassLoader known) {
        files = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver
                .ofResourceParsing(known).orElse(ClassHierarchyResolver.defaultResolver()).cached()));
    }

    public static void main(String[] arguments) throws IOException {
        var urls = new ArrayList<URL>();
        for (String jar : arguments[0].split(File.pathSeparator)) {
            urls.add(Path.of(jar).toUri().toURL());
        }
        List<Path> jars = Stream.of(arguments).skip(1).map(Path::of).toList();
        try (var known = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            var references = new MethodReferences(known);
            int classes = 0;
            for (Path jar : jars) {
                classes += references.gather(jar, gathered(jar));
            }
            if (classes == 0) {
                throw new IOException("There are no method references in " + jars);
            }
        }
        for (Path jar : jars) {
            Files.move(gathered(jar), jar, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Path gathered(Path jar) {
        return jar.resolveSibling(jar.getFileName() + ".gathered");
    }

    /// @return of so many classes
    private int gather(Path jar, Path gathered) throws IOException {
        int classes = 0;
        try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)));
                var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(gathered)))) {
            to.setLevel(1);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                if (entry.getName().endsWith(CLASS)) {
                    ClassModel model = files.parse(bytes);
                    List<Reference> references = references(model);
                    if (references.size() > 1) {
                        String name = model.thisClass().asInternalName() + NAME;
                        ClassDesc holder = ClassDesc.ofInternalName(name);
                        put(to, entry, name + CLASS, holder(holder, references, model.majorVersion()));
                        bytes = files.transformClass(model, calling(holder, model, references));
                        classes++;
                    }
                }
                put(to, entry, entry.getName(), bytes);
            }
        }
        return classes;
    }

    private static void put(ZipOutputStream to, ZipEntry like, String name, byte[] bytes) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(like.getTime());
        to.putNextEntry(entry);
        to.write(bytes);
    }

    // ---- what a class refers to

    /// Each once, in the order of the code.
    private static List<Reference> references(ClassModel model) {
        return model.methods().stream().flatMap(method -> method.code().stream()).flatMap(CodeModel::elementStream)
                .map(element -> reference(element, model)).filter(reference -> reference != null).distinct().toList();
    }

    /// @return null for what is no reference that can be gathered
    private static Reference reference(CodeElement element, ClassModel in) {
        if (!(element instanceof InvokeDynamicInstruction made) || made.typeSymbol().parameterCount() > 0
                || !made.bootstrapMethod().owner().equals(FACTORY)
                || !made.bootstrapMethod().methodName().equals("metafactory")) {
            return null;
        }
        for (Shape shape : Shape.values()) {
            if (made.typeSymbol().returnType().equals(shape.type)
                    && made.bootstrapArgs().get(1) instanceof DirectMethodHandleDesc called
                    && made.bootstrapArgs().get(2) instanceof MethodTypeDesc cast
                    && mayBeCalled(called, in) && hasNoPrimitives(MethodTypeDesc.ofDescriptor(called.lookupDescriptor()))
                    && hasNoPrimitives(cast)) {
                return new Reference(shape, called, cast);
            }
        }
        return null;
    }

    /// Another class of the package may call it too: it is public, or of the package. Bodies of lambdas are not.
    private static boolean mayBeCalled(DirectMethodHandleDesc called, ClassModel in) {
        return switch (called.kind()) {
            case VIRTUAL, INTERFACE_VIRTUAL, STATIC, INTERFACE_STATIC -> !called.owner().equals(in.thisClass().asSymbol())
                    || in.methods().stream()
                            .anyMatch(method -> method.methodName().equalsString(called.methodName())
                                    && method.methodTypeSymbol().descriptorString().equals(called.lookupDescriptor())
                                    && !method.flags().has(AccessFlag.PRIVATE));
            default -> false;
        };
    }

    private static boolean hasNoPrimitives(MethodTypeDesc type) {
        return type.parameterList().stream().noneMatch(ClassDesc::isPrimitive)
                && (!type.returnType().isPrimitive() || type.returnType().equals(ConstantDescs.CD_void));
    }

    // ---- the class of its references

    private byte[] holder(ClassDesc holder, List<Reference> references, int version) {
        Map<Shape, List<Reference>> shapes = references.stream()
                .collect(Collectors.groupingBy(Reference::shape, () -> new EnumMap<>(Shape.class), Collectors.toList()));
        return files.build(holder, made -> {
            made.withVersion(version, 0).withFlags(AccessFlag.FINAL, AccessFlag.SUPER, AccessFlag.SYNTHETIC)
                    .withInterfaceSymbols(shapes.keySet().stream().map(shape -> shape.type).toList())
                    .withField(INDEX, ConstantDescs.CD_int, ClassFile.ACC_PRIVATE | ClassFile.ACC_FINAL)
                    .withMethodBody(ConstantDescs.INIT_NAME, OF_INDEX, 0, code -> code.aload(0)
                            .invokespecial(OBJECT, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void).aload(0).iload(1)
                            .putfield(holder, INDEX, ConstantDescs.CD_int).return_());
            shapes.forEach((shape, all) -> made.withMethodBody(shape.method, shape.takes, ClassFile.ACC_PUBLIC,
                    code -> choose(code, holder, all, references)));
        });
    }

    /// Calls the reference of the own index; the last of the shape has no case of its own.
    private static void choose(CodeBuilder code, ClassDesc holder, List<Reference> of, List<Reference> all) {
        List<Label> labels = of.stream().map(reference -> code.newLabel()).toList();
        var cases = new ArrayList<SwitchCase>();
        for (int i = 0; i < of.size() - 1; i++) {
            cases.add(SwitchCase.of(all.indexOf(of.get(i)), labels.get(i)));
        }
        if (!cases.isEmpty()) {
            code.aload(0).getfield(holder, INDEX, ConstantDescs.CD_int).lookupswitch(labels.getLast(), cases);
        }
        for (int i = 0; i < of.size(); i++) {
            code.labelBinding(labels.get(i));
            call(code, of.get(i));
        }
    }

    private static void call(CodeBuilder code, Reference reference) {
        DirectMethodHandleDesc called = reference.called();
        for (int i = 0; i < reference.cast().parameterCount(); i++) {
            code.aload(1 + i).checkcast(reference.cast().parameterType(i));
        }
        MethodTypeDesc type = MethodTypeDesc.ofDescriptor(called.lookupDescriptor());
        switch (called.kind()) {
            case VIRTUAL -> code.invokevirtual(called.owner(), called.methodName(), type);
            case INTERFACE_VIRTUAL -> code.invokeinterface(called.owner(), called.methodName(), type);
            default -> code.invokestatic(called.owner(), called.methodName(), type, called.isOwnerInterface());
        }
        boolean gives = !type.returnType().equals(ConstantDescs.CD_void);
        if (reference.shape() == Shape.BI_CONSUMER) {
            if (gives) {
                code.pop();
            }
            code.return_();
        } else {
            code.areturn();
        }
    }

    private static ClassTransform calling(ClassDesc holder, ClassModel model, List<Reference> references) {
        return ClassTransform.transformingMethodBodies((code, element) -> {
            Reference reference = reference(element, model);
            if (reference == null) {
                code.with(element);
            } else {
                code.new_(holder).dup().loadConstant(references.indexOf(reference)).invokespecial(holder,
                        ConstantDescs.INIT_NAME, OF_INDEX);
            }
        });
    }
}
