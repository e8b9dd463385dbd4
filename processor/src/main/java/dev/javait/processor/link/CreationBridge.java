package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
        host.methods.add(new CreationBridge(creation, local).method(local, (host.access & ACC_INTERFACE) != 0));
    }

    /** What the constructor is declared to throw. */
    static String[] exceptions(Bridge.Creation creation, Nests nests) {
        ClassNode local = nests.get(creation.type());
        return new CreationBridge(creation, local).constructor(local).exceptions.toArray(new String[0]);
    }

    private MethodNode method(ClassNode local, boolean inInterface) {
        int access = ACC_STATIC | ACC_SYNTHETIC | (inInterface ? ACC_PUBLIC : 0);
        MethodNode method = new MethodNode(access, creation.name(), BridgeMethods.descriptor(creation), null, null);
        MethodNode constructor = constructor(local);
        List<Integer> given = given(constructor);
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

    private void load(MethodNode method, int parameter, Type wanted) {
        Type given = parameters[parameter];
        method.visitVarInsn(given.getOpcode(ILOAD), slots.get(parameter));
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

    /** For each parameter of the constructor, the parameter of the bridge that it gets. */
    private List<Integer> given(MethodNode constructor) {
        List<Integer> given = new ArrayList<>();
        int firstArgument = creation.outer().isEmpty() ? 0 : 1;
        if (withOuter(constructor)) given.add(0);
        for (int i = 0; i < creation.arguments().size(); i++) given.add(firstArgument + i);
        int firstCaptured = firstArgument + creation.arguments().size();
        Map<String, Integer> captured = IntStream.range(0, creation.captured().size())
                .boxed()
                .collect(Collectors.toMap(i -> creation.captured().get(i).variable(), i -> firstCaptured + i));
        for (LocalConstructor.Capture capture : captures) {
            Integer parameter = captured.get(capture.variable());
            if (parameter == null)
                throw new IllegalStateException(creation.type() + " captures " + capture.variable() + ", which "
                        + creation.name() + " does not give");
            given.add(parameter);
        }
        return given;
    }
}
