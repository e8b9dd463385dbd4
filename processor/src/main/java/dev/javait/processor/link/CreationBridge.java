package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SYNTHETIC;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.CHECKCAST;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.NEW;

import dev.javait.processor.model.Bridge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * {@code new Local(…)} by the constructor as javac laid it out: the enclosing instance if there is one, the parameters
 * that the source declares, the captured variables in an order of javac's own.
 *
 * <pre>{@code
 * static U$1Local U$1Local$new(U outer, String argument, int n, List list) { return new U$1Local(outer, argument, list, n); }
 * }</pre>
 */
final class CreationBridge {
    private static final Pattern NUMBER = Pattern.compile("\\$\\d+$");

    private final Bridge.Creation creation;
    private final List<LocalConstructor.Capture> captures;
    private final Type[] parameters;
    private final List<Integer> slots;

    private CreationBridge(Bridge.Creation creation, ClassNode local) {
        this.creation = creation;
        captures = LocalConstructor.captures(local);
        String descriptor = BridgeMethods.descriptor(creation);
        parameters = Type.getArgumentTypes(descriptor);
        slots = BridgeMethods.slots(0, descriptor);
    }

    /** @throws IllegalStateException if the class has no constructor of this shape, or captures what the bridge does not give */
    static void add(Bridge.Creation creation, ClassNode host, Nests nests) {
        ClassNode local = nests.get(creation.type());
        host.methods.add(new CreationBridge(creation, local).method(local));
    }

    /** What the constructor is declared to throw. */
    static String[] exceptions(Bridge.Creation creation, Nests nests) {
        ClassNode local = nests.get(creation.type());
        return new CreationBridge(creation, local).constructor(local).exceptions.toArray(new String[0]);
    }

    private MethodNode method(ClassNode local) {
        int access = ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC;
        MethodNode method = new MethodNode(access, creation.name(), BridgeMethods.descriptor(creation), null, null);
        MethodNode constructor = constructor(local);
        List<Given> given = given(constructor);
        Type[] wanted = Type.getArgumentTypes(constructor.desc);
        method.visitTypeInsn(NEW, local.name);
        method.visitInsn(DUP);
        for (int i = 0; i < wanted.length; i++) load(method, given.get(i), wanted[i]);
        method.visitMethodInsn(INVOKESPECIAL, local.name, "<init>", constructor.desc, false);
        method.visitInsn(ARETURN);
        int locals = Type.getArgumentsAndReturnSizes(method.desc) >> 2;
        method.visitMaxs(2 + (Type.getArgumentsAndReturnSizes(constructor.desc) >> 2), locals);
        return method;
    }

    private void load(MethodNode method, Given from, Type wanted) {
        if (from.constant != null) {
            method.visitLdcInsn(from.constant);
            return;
        }
        Type given = parameters[from.parameter];
        method.visitVarInsn(given.getOpcode(ILOAD), slots.get(from.parameter));
        if (given.equals(wanted)) return;
        if (given.getSort() < Type.ARRAY || wanted.getSort() < Type.ARRAY)
            throw new IllegalStateException(creation.type() + " wants " + wanted + ", not " + given);
        method.visitTypeInsn(CHECKCAST, wanted.getInternalName());
    }

    /** The one whose declared parameters are the arguments'; else the only one with as many. */
    private MethodNode constructor(ClassNode local) {
        List<MethodNode> fitting = local.methods.stream()
                .filter(method -> method.name.equals("<init>") && takesArguments(method))
                .toList();
        List<MethodNode> exact = fitting.stream()
                .filter(method -> declared(method).equals(creation.arguments()))
                .toList();
        List<MethodNode> best = exact.isEmpty() ? fitting : exact;
        if (best.size() != 1)
            throw new IllegalStateException(creation.type() + " has no constructor that takes " + creation.arguments());
        return best.get(0);
    }

    private boolean takesArguments(MethodNode constructor) {
        int rest = Type.getArgumentTypes(constructor.desc).length
                - captures.size()
                - creation.arguments().size();
        return rest == 0
                || (rest == 1
                        && !creation.outer().isEmpty()
                        && LocalConstructor.takesOuter(constructor, creation.outer()));
    }

    private boolean withOuter(MethodNode constructor) {
        return Type.getArgumentTypes(constructor.desc).length
                > captures.size() + creation.arguments().size();
    }

    private List<String> declared(MethodNode constructor) {
        Type[] all = Type.getArgumentTypes(constructor.desc);
        return IntStream.range(withOuter(constructor) ? 1 : 0, all.length - captures.size())
                .mapToObj(i -> all[i].getDescriptor())
                .toList();
    }

    /** For each parameter of the constructor, what it gets. */
    private List<Given> given(MethodNode constructor) {
        List<Given> given = new ArrayList<>();
        int firstArgument = creation.outer().isEmpty() ? 0 : 1;
        if (withOuter(constructor)) given.add(new Given(0, null));
        for (int i = 0; i < creation.arguments().size(); i++) given.add(new Given(firstArgument + i, null));
        int firstCaptured = firstArgument + creation.arguments().size();
        Map<String, Given> captured = new HashMap<>();
        creation.constants().forEach(constant -> captured.put(constant.variable(), new Given(-1, constant.value())));
        for (int i = 0; i < creation.captured().size(); i++)
            captured.put(creation.captured().get(i).variable(), new Given(firstCaptured + i, null));
        for (LocalConstructor.Capture capture : captures) {
            Given variable = captured.get(capture.variable());
            // JDK 17 captures in a lambda twice what the superclass captures as well
            if (variable == null)
                variable = captured.get(NUMBER.matcher(capture.variable()).replaceFirst(""));
            if (variable == null)
                throw new IllegalStateException(creation.type() + " captures " + capture.variable() + ", which "
                        + creation.name() + " does not give");
            given.add(variable);
        }
        return given;
    }

    /** The bridge's parameter of that index, or a constant. */
    private record Given(int parameter, @Nullable Object constant) {}
}
