package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.F_SAME1;
import static org.objectweb.asm.Opcodes.INTEGER;
import static org.objectweb.asm.Type.INT_TYPE;
import static org.objectweb.asm.Type.VOID_TYPE;

import dev.javait.processor.model.StateMachine;
import java.util.LinkedHashMap;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Adds {@linkplain StateMachine.Members what every frame class has in the same way}. In the source it would be a quarter of the text, which javac would have to read and the reader
 * to skip.
 */
final class FrameMembers {
    private static final String INIT = "<init>";
    private static final String DRIVER = "Ldev/javait/frame/Driver;";
    private static final String RESUME = "(" + DRIVER + "ILjava/lang/Object;Ljava/lang/Throwable;)Ljava/lang/Object;";
    private static final String PLACE = "java/lang/StackTraceElement";
    private static final String LOCATION = "(I)L" + PLACE + ";";

    /** Of {@code resume}: the driver, the state, the value, the error. */
    private static final Type[] STEP = Type.getArgumentTypes(RESUME);

    private static final int MOST_LOCATIONS = 5000;

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
    //     int line = switch (state) { case 1 -> 12; default -> 10; };
    //     return new StackTraceElement("p.Downloads", "fetch", "Downloads.java", line); }
    private void location() throws LinkException {
        MethodNode method = new MethodNode(ACC_PUBLIC, "location", LOCATION, null, null);
        InstructionAdapter code = begin(method);
        if (members.waits().isEmpty()) code.iconst(machine.line());
        else line(code);
        code.store(2, INT_TYPE);
        code.anew(Type.getObjectType(PLACE));
        code.dup();
        code.aconst(machine.userClass());
        code.aconst(members.method());
        code.aconst(machine.userFile());
        code.load(2, INT_TYPE);
        code.invokespecial(PLACE, INIT, "(Ljava/lang/String;Ljava/lang/String;Ljava/lang/String;I)V", false);
        code.areturn(Type.getObjectType(PLACE));
        method.visitMaxs(6, 3);
        add(frame.methods.size(), method);
    }

    private void line(InstructionAdapter code) throws LinkException {
        Map<Integer, Label> lines = new LinkedHashMap<>();
        Label other = new Label();
        lines.put(machine.line(), other);
        int[] states =
                members.waits().keySet().stream().mapToInt(Integer::intValue).toArray();
        if (states.length > MOST_LOCATIONS)
            throw new LinkException(LinkException.Reason.TOO_LARGE, machine, states.length + " awaits");
        Label[] labels = members.waits().values().stream()
                .map(line -> lines.computeIfAbsent(line, key -> new Label()))
                .toArray(Label[]::new);
        code.load(1, INT_TYPE);
        code.lookupswitch(other, states, labels);
        Label end = new Label();
        lines.forEach((line, label) -> {
            code.mark(label);
            code.visitFrame(F_SAME, 0, null, 0, null);
            code.iconst(line);
            code.goTo(end);
        });
        code.mark(end);
        code.visitFrame(F_SAME1, 0, null, 1, new Object[] {INTEGER});
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
