package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_FINAL;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;

import dev.javait.processor.model.StateMachine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Lets {@code await(f(x))} run f's body on the spot, with no coroutine made. The caller still calls the user's method, so overriding, mocking and
 * instrumenting work as ever; just before, when the arguments are evaluated, it tells the driver that it expects this one method:
 *
 * <pre>
 *   driver.expect(number of f);                value = Await.called(driver, f(x));
 * </pre>
 *
 * and f, if it finds itself expected, runs its body and passes the result on ({@link NewBody}). Nothing may come between the two. So the method must be known:
 * static in a class that needs no initialisation, private, final, or of a receiver whose class is exactly the one that is named.
 */
final class DirectCalls {
    static final String DRIVER = "dev/javait/frame/Driver";
    private static final String AWAIT = "dev/javait/frame/Await";
    private static final int STACK = 6;

    /** Methods of the library that run directly too, as they say themselves; all are of final classes. */
    private static final Set<String> OF_LIBRARY = Set.of(
            "dev/javait/AsyncQueue.put(Ljava/lang/Object;)Ldev/javait/Coroutine;",
            "dev/javait/AsyncQueue.get()Ldev/javait/Coroutine;",
            "dev/javait/AsyncEvent.awaitSet()Ldev/javait/Coroutine;");

    private final Nests nests;
    private final Set<String> direct = new HashSet<>();

    /** What is known of a call's target. */
    private record Callee(long number, @Nullable String exactly) {}

    DirectCalls(List<NestedCompiler.Unit> units, Nests nests) {
        this.nests = nests;
        for (NestedCompiler.Unit unit : units) {
            StateMachine.Method method = unit.machine().method();
            if (method != null && unit.machine().direct())
                direct.add(key(Nests.internal(unit.machine().userClass()), method.name(), method.descriptor()));
        }
    }

    private static String key(String owner, String name, String descriptor) {
        return owner + '.' + name + descriptor;
    }

    /** The number that stands for a method: FNV-1a of all that names it, so that separately compiled classes agree on it; never 0. */
    static long number(String owner, String name, String descriptor) {
        long hash = 0xcbf29ce484222325L;
        for (char c : key(owner, name, descriptor).toCharArray()) hash = (hash ^ c) * 0x100000001b3L;
        return hash == 0 ? 1 : hash;
    }

    /** Rewrites the calls in {@code body}, a method of {@code user} that has awaits if it is a body or a section of one. */
    void rewrite(MethodNode body, ClassNode user) {
        int driver = driverSlot(body);
        if (driver < 0) return;
        int locals = body.maxLocals;
        boolean found = false;
        for (AbstractInsnNode instruction : body.instructions.toArray()) {
            if (!(instruction instanceof MethodInsnNode await) || !isAwait(await)) continue;
            if (before(await) instanceof MethodInsnNode given && isGiven(given)) body.instructions.remove(given);
            if (!(before(await) instanceof MethodInsnNode call)) continue;
            Optional<Callee> callee = callee(call, user);
            if (callee.isEmpty()) continue;
            locals = Math.max(locals, expect(body, call, callee.get(), driver));
            await.name = "called";
            found = true;
        }
        if (!found) return;
        body.maxLocals = locals;
        body.maxStack += STACK;
        expectNothingInHandlers(body, driver);
    }

    private static int driverSlot(MethodNode body) {
        int first = (body.access & ACC_STATIC) != 0 ? 0 : 1;
        int index = Type.getArgumentTypes(body.desc).length - 5;
        boolean takesDriver = index >= 0
                && Type.getArgumentTypes(body.desc)[index].getInternalName().equals(DRIVER);
        return takesDriver ? BridgeMethods.slots(first, body.desc).get(index) : -1;
    }

    private static boolean isAwait(MethodInsnNode call) {
        return call.owner.equals(AWAIT) && call.name.equals("of") && Type.getArgumentTypes(call.desc).length == 2;
    }

    /** Whether {@code call} is of {@code Await.given}, which is there for javac alone. */
    private static boolean isGiven(MethodInsnNode call) {
        return call.owner.equals(AWAIT) && call.name.equals("given");
    }

    /** The instruction that runs before {@code instruction}, whatever way control came. */
    private static @Nullable AbstractInsnNode before(AbstractInsnNode instruction) {
        AbstractInsnNode previous = instruction.getPrevious();
        while (previous != null && previous.getOpcode() < 0 && !(previous instanceof FrameNode))
            previous = previous.getPrevious();
        return previous;
    }

    private Optional<Callee> callee(MethodInsnNode call, ClassNode user) {
        if (OF_LIBRARY.contains(key(call.owner, call.name, call.desc)))
            return Optional.of(new Callee(number(call.owner, call.name, call.desc), null));
        for (String name = call.owner; name != null && nests.contains(name); name = nests.get(name).superName) {
            ClassNode owner = nests.get(name);
            Optional<MethodNode> method = Methods.find(owner, call.name, call.desc);
            if (method.isEmpty()) continue;
            if (!direct.contains(key(name, call.name, call.desc))) return Optional.empty();
            return callee(call, method.get(), owner, user);
        }
        return Optional.empty();
    }

    private Optional<Callee> callee(MethodInsnNode call, MethodNode method, ClassNode owner, ClassNode user) {
        long number = number(owner.name, method.name, method.desc);
        if (call.getOpcode() == INVOKESTATIC)
            return owner.name.equals(user.name) || isInitialisedByNothing(owner)
                    ? Optional.of(new Callee(number, null))
                    : Optional.empty();
        boolean known =
                (method.access & (ACC_PRIVATE | ACC_FINAL)) != 0 || (nests.get(call.owner).access & ACC_FINAL) != 0;
        if (known) return Optional.of(new Callee(number, null));
        boolean guarded = call.getOpcode() == INVOKEVIRTUAL && (nests.get(call.owner).access & ACC_ABSTRACT) == 0;
        return guarded ? Optional.of(new Callee(number, call.owner)) : Optional.empty();
    }

    /** Whether no code of anybody's runs when the class is initialised. */
    private static boolean isInitialisedByNothing(ClassNode owner) {
        return owner.superName.equals("java/lang/Object")
                && owner.interfaces.isEmpty()
                && owner.methods.stream().noneMatch(method -> method.name.equals("<clinit>"));
    }

    /** Puts {@code expect} before {@code call}; gives the locals that the body has then. */
    private static int expect(MethodNode body, MethodInsnNode call, Callee callee, int driver) {
        InsnList code = new InsnList();
        String exactly = callee.exactly();
        if (exactly == null) {
            code.add(new VarInsnNode(ALOAD, driver));
            code.add(new LdcInsnNode(callee.number()));
            code.add(new MethodInsnNode(INVOKEVIRTUAL, DRIVER, "expect", "(J)V", false));
            body.instructions.insertBefore(call, code);
            return body.maxLocals;
        }
        // the receiver lies below the arguments
        Type[] arguments = Type.getArgumentTypes(call.desc);
        List<Integer> slots = BridgeMethods.slots(body.maxLocals, call.desc);
        for (int i = arguments.length - 1; i >= 0; i--)
            code.add(new VarInsnNode(arguments[i].getOpcode(ISTORE), slots.get(i)));
        code.add(new InsnNode(DUP));
        code.add(new VarInsnNode(ALOAD, driver));
        code.add(new LdcInsnNode(Type.getObjectType(exactly)));
        code.add(new LdcInsnNode(callee.number()));
        code.add(new MethodInsnNode(
                INVOKESTATIC, DRIVER, "expect", "(Ljava/lang/Object;L" + DRIVER + ";Ljava/lang/Class;J)V", false));
        for (int i = 0; i < arguments.length; i++)
            code.add(new VarInsnNode(arguments[i].getOpcode(ILOAD), slots.get(i)));
        body.instructions.insertBefore(call, code);
        int end = body.maxLocals;
        for (Type argument : arguments) end += argument.getSize();
        return end;
    }

    /** A call that never got there, for want of a receiver or of stack, must leave nothing expected. */
    private static void expectNothingInHandlers(MethodNode body, int driver) {
        Set<AbstractInsnNode> handlers = new HashSet<>();
        body.tryCatchBlocks.forEach(block -> handlers.add(block.handler));
        for (AbstractInsnNode handler : new ArrayList<>(handlers)) {
            AbstractInsnNode first = handler;
            while (first.getOpcode() < 0) first = first.getNext();
            InsnList code = new InsnList();
            code.add(new VarInsnNode(ALOAD, driver));
            code.add(new MethodInsnNode(INVOKEVIRTUAL, DRIVER, "expectNothing", "()V", false));
            body.instructions.insertBefore(first, code);
        }
    }
}
