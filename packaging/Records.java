import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Label;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Writes out how the console's records compare and hash, which the JVM else puts together out of method handles: at each
/// start anew, because its cache does not keep them, and slower whenever they are used. The results are the same.
///
/// Run by [Installers]: `java packaging/Records.java JAR`.
final class Records {

    private static final ClassDesc RECORD = ClassDesc.of("java.lang.Record");
    private static final ClassDesc METHODS = ClassDesc.of("java.lang.runtime.ObjectMethods");
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc BOTH =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);
    private static final Map<ClassDesc, ClassDesc> WRAPPERS = Map.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Boolean,
            ConstantDescs.CD_byte, ConstantDescs.CD_Byte, ConstantDescs.CD_char, ConstantDescs.CD_Character,
            ConstantDescs.CD_short, ConstantDescs.CD_Short, ConstantDescs.CD_int, ConstantDescs.CD_Integer,
            ConstantDescs.CD_long, ConstantDescs.CD_Long, ConstantDescs.CD_float, ConstantDescs.CD_Float,
            ConstantDescs.CD_double, ConstantDescs.CD_Double);

    private Records() {}

    public static void main(String[] arguments) throws IOException {
        Path jar = Path.of(arguments[0]);
        Path written = jar.resolveSibling(jar.getFileName() + ".written");
        ClassFile files = ClassFile.of();
        try (var from = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)));
                var to = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(written)))) {
            to.setLevel(1);
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                var copy = new ZipEntry(entry.getName());
                copy.setTime(entry.getTime());
                to.putNextEntry(copy);
                to.write(entry.getName().endsWith(".class") ? writtenOut(files, files.parse(bytes), bytes) : bytes);
            }
        }
        Files.move(written, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] writtenOut(ClassFile files, ClassModel model, byte[] bytes) {
        if (model.superclass().filter(above -> above.asSymbol().equals(RECORD)).isEmpty()) {
            return bytes;
        }
        List<RecordComponentInfo> components = model.findAttribute(Attributes.record()).orElseThrow().components();
        ClassDesc owner = model.thisClass().asSymbol();
        return files.transformClass(model, (to, element) -> {
            if (element instanceof MethodModel method && method.methodName().equalsString("equals") && isMade(method)) {
                to.transformMethod(method, body(code -> equal(code, owner, components)));
            } else if (element instanceof MethodModel method && method.methodName().equalsString("hashCode")
                    && isMade(method)) {
                to.transformMethod(method, body(code -> hash(code, owner, components)));
            } else {
                to.with(element);
            }
        });
    }

    /// Not written by a person.
    private static boolean isMade(MethodModel method) {
        return method.code().stream().flatMap(CodeModel::elementStream)
                .anyMatch(element -> element instanceof InvokeDynamicInstruction made
                        && made.bootstrapMethod().owner().equals(METHODS));
    }

    private static MethodTransform body(Consumer<CodeBuilder> written) {
        return (to, element) -> {
            if (element instanceof CodeModel) {
                to.withCode(written);
            } else {
                to.with(element);
            }
        };
    }

    private static void equal(CodeBuilder code, ClassDesc owner, List<RecordComponentInfo> components) {
        Label other = code.newLabel();
        Label no = code.newLabel();
        code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
        code.aload(1).instanceOf(owner).ifeq(no).aload(1).checkcast(owner).astore(2);
        for (RecordComponentInfo component : components) {
            ClassDesc type = component.descriptorSymbol();
            String name = component.name().stringValue();
            code.aload(0).getfield(owner, name, type).aload(2).getfield(owner, name, type);
            if (!type.isPrimitive()) {
                code.invokestatic(OBJECTS, "equals", BOTH).ifeq(no);
            } else if (TypeKind.from(type).asLoadable() == TypeKind.INT) {
                code.if_icmpne(no);
            } else if (type.equals(ConstantDescs.CD_long)) {
                code.lcmp().ifne(no);
            } else {
                code.invokestatic(WRAPPERS.get(type), "compare", MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                        .ifne(no);
            }
        }
        code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
    }

    private static void hash(CodeBuilder code, ClassDesc owner, List<RecordComponentInfo> components) {
        code.iconst_0();
        for (RecordComponentInfo component : components) {
            ClassDesc type = component.descriptorSymbol();
            code.bipush(31).imul().aload(0).getfield(owner, component.name().stringValue(), type);
            if (type.isPrimitive()) {
                code.invokestatic(WRAPPERS.get(type), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, type));
            } else {
                code.invokestatic(OBJECTS, "hashCode",
                        MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }
}
