package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Type.INT_TYPE;
import static org.objectweb.asm.Type.VOID_TYPE;

import dev.javait.processor.model.StateMachine;
import java.util.SortedMap;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Adds {@linkplain StateMachine.Members what every frame class has in the same way}. In the source it would be a sixth to a quarter of the text, which javac would have to read and
 * the reader to skip.
 */
final class FrameMembers {
    private static final String INIT = "<init>";
    private static final String DRIVER = "Ldev/javait/frame/Driver;";
    private static final String RESUME = "(" + DRIVER + "ILjava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Object;";
    private static final String FRAME = "dev/javait/frame/Frame";
    private static final String LOCATION = "(I)Ljava/lang/StackTraceElement;";
    private static final String PLACE =
            "(ILjava/lang/String;Ljava/lang/String;Ljava/lang/String;ILjava/lang/String;)Ljava/lang/StackTraceElement;";

    /** Of {@code resume}: the driver, the state, the value, the error. */
    private static final Type[] STEP = Type.getArgumentTypes(RESUME);

    private final StateMachine machine;
    private final StateMachine.Members members;
    private final ClassNode frame;
    private final MethodNode body;
    private final boolean hasLines;

    private FrameMembers(NestedCompiler.Unit unit, MethodNode body) {
        this.machine = unit.machine();
        this.members = machine.members();
        this.frame = unit.frame();
        this.body = body;
        this.hasLines = Methods.hasLines(body);
    }

    /** To be called while the body is in the frame class still. */
    static void add(NestedCompiler.Unit unit) throws LinkException {
        FrameMembers adding = new FrameMembers(unit, unit.body());
        // an async lambda is made by what javac compiles, so that its source has to have the constructor
        if (unit.machine().method() != null) adding.constructor();
        adding.resume();
        adding.location();
    }

    // Downloads$fetch(Downloads self, URI uri) { this.self = self; this.uri = uri; }
    private void constructor() {
        Type[] types = members.parameters().stream().map(this::type).toArray(Type[]::new);
        String descriptor = Type.getMethodDescriptor(VOID_TYPE, types);
        // javac's own, where the source has none
        frame.methods.removeIf(method -> method.name.equals(INIT) && method.desc.equals("()V"));
        MethodNode method = new MethodNode(0, INIT, descriptor, null, null);
        InstructionAdapter code = begin(method);
        code.load(0, Type.getObjectType(frame.name));
        code.invokespecial(frame.superName, INIT, "()V", false);
        int slot = 1;
        for (int i = 0; i < types.length; i++) {
            code.load(0, Type.getObjectType(frame.name));
            code.load(slot, types[i]);
            code.putfield(frame.name, members.parameters().get(i), types[i].getDescriptor());
            slot += types[i].getSize();
        }
        code.areturn(VOID_TYPE);
        method.visitMaxs(3, slot);
        add(0, method);
    }

    // public Object resume(Driver driver, int state, Object value, Throwable error) throws Throwable {
    //     URI uri = this.uri;
    //     this.uri = null;
    //     return fetch$async(self, uri, driver, this, state, value, error); }
    private void resume() {
        MethodNode method = new MethodNode(ACC_PUBLIC, "resume", RESUME, null, new String[] {"java/lang/Throwable"});
        InstructionAdapter code = begin(method);
        int stack = 0;
        for (String field : members.passed()) {
            code.load(0, Type.getObjectType(frame.name));
            code.getfield(frame.name, field, type(field).getDescriptor());
            stack += type(field).getSize();
        }
        for (String field : members.passed()) {
            if (isKept(field)) continue;
            code.load(0, Type.getObjectType(frame.name));
            code.aconst(null);
            code.putfield(frame.name, field, type(field).getDescriptor());
        }
        for (int i = 0; i < STEP.length; i++) {
            code.load(i + 1, STEP[i]);
            if (i == 0) code.load(0, Type.getObjectType(frame.name));
        }
        code.invokestatic(frame.name, body.name, body.desc, false);
        code.areturn(Type.getReturnType(RESUME));
        method.visitMaxs(stack + STEP.length + 1, STEP.length + 1);
        add(frame.methods.size(), method);
    }

    /** The user's object stays, and so does what holds nothing that could be collected. */
    private boolean isKept(String field) {
        return type(field).getSort() < Type.ARRAY
                || machine.takesSelf() && field.equals(members.passed().get(0));
    }

    // public StackTraceElement location(int state) {
    //     return place(state, "p.Downloads", "fetch", "Downloads.java", 10, "\0\2\5"); }
    private void location() throws LinkException {
        MethodNode method = new MethodNode(ACC_PUBLIC, "location", LOCATION, null, null);
        InstructionAdapter code = begin(method);
        code.load(1, INT_TYPE);
        code.aconst(machine.userClass());
        code.aconst(members.method());
        code.aconst(machine.userFile());
        code.iconst(machine.line());
        code.aconst(waits());
        code.invokestatic(FRAME, "place", PLACE, false);
        code.areturn(Type.getReturnType(LOCATION));
        method.visitMaxs(6, 2);
        add(frame.methods.size(), method);
    }

    /** As {@code Frame.place} reads them: a switch over the states of a large method would itself be too large for a method. */
    private String waits() throws LinkException {
        SortedMap<Integer, Integer> waits = members.waits();
        if (waits.isEmpty()) return "";
        char[] offsets = new char[waits.lastKey() + 1];
        waits.forEach((state, line) -> offsets[state] = (char) Math.max(0, line - machine.line()));
        return new String(offsets);
    }

    private InstructionAdapter begin(MethodNode method) {
        InstructionAdapter code = new InstructionAdapter(method);
        code.visitCode();
        if (hasLines) {
            Label start = new Label();
            code.mark(start);
            code.visitLineNumber(machine.line(), start);
        }
        return code;
    }

    private void add(int at, MethodNode method) {
        if (Methods.find(frame, method.name, method.desc).isPresent())
            throw new IllegalStateException(frame.name + " has two of " + method.name + method.desc);
        frame.methods.add(at, method);
    }

    private Type type(String field) {
        return frame.fields.stream()
                .filter(node -> node.name.equals(field))
                .findFirst()
                .map(node -> Type.getType(node.desc))
                .orElseThrow(() -> new IllegalStateException(frame.name + " has no field " + field));
    }
}
