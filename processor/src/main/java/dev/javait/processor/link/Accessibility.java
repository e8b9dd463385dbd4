package dev.javait.processor.link;

import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PROTECTED;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.H_NEWINVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Whether the code of a state machine may use the methods that javac has found for it. The opened view shows to all of the compilation what any code
 * in it sees, so overload resolution may have found what the user's class does not see, in the place of what it means. Of fields there is no such choice.
 */
final class Accessibility {
    private final Nests nests;
    private final Hierarchy classes;
    private final OpenedView view;

    /** The class whose member the code is. */
    private final String user;

    /** The classes that were made for the state machine. */
    private final Set<String> made = new HashSet<>();

    /** Those, and the classes that the code lies in. */
    private final List<String> around = new ArrayList<>();

    private final Set<Use> looked = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Member> seen = new HashSet<>();

    private Accessibility(NestedCompiler.Unit unit, Nests nests, Hierarchy classes, OpenedView view) {
        this.nests = nests;
        this.classes = classes;
        this.view = view;
        user = Nests.internal(unit.machine().userClass());
        for (ClassNode type : unit.classes()) {
            classes.add(type);
            made.add(type.name);
        }
        around.addAll(made);
        for (String type = user; type != null && nests.contains(type); type = LocalClasses.enclosing(nests.get(type)))
            around.add(type);
    }

    /** A method of the class that declares it. */
    record Member(String owner, String name, String descriptor) {}

    /** That code uses a method that it may not use, in words. */
    record Problem(Member member, String text) {}

    /**
     * What code uses of all that {@code view} has opened.
     *
     * @param seen what it may use
     */
    record Uses(List<Problem> problems, Set<Member> seen) {}

    static Uses uses(NestedCompiler.Unit unit, Nests nests, Hierarchy classes, OpenedView view) {
        Accessibility accessibility = new Accessibility(unit, nests, classes, view);
        for (ClassNode type : unit.classes()) {
            for (MethodNode method : type.methods) {
                for (AbstractInsnNode instruction : method.instructions) accessibility.look(instruction, method, type);
            }
        }
        return new Uses(accessibility.problems, accessibility.seen);
    }

    private void look(AbstractInsnNode instruction, MethodNode method, ClassNode type) {
        if (instruction instanceof MethodInsnNode call) {
            boolean isSuper = call.getOpcode() == INVOKESPECIAL
                    && call.owner.equals(type.superName)
                    && call.name.equals("<init>") == method.name.equals("<init>");
            look(new Use(call.owner, call.name, call.desc, isSuper));
        }
        Handles.uses(instruction, handle -> {
            boolean isMethod = handle.getTag() != H_NEWINVOKESPECIAL;
            look(new Use(handle.getOwner(), handle.getName(), handle.getDesc(), isMethod));
        });
    }

    /** @param ofSelf whether the object is that of the code, as by {@code super}, or may be: a method reference does not say it */
    private record Use(String owner, String name, String descriptor, boolean ofSelf) {}

    private void look(Use use) {
        if (!looked.add(use)) return;
        if (!made.contains(use.owner) && !view.opens(use.owner)) return;
        String declaring = classes.declaring(use.owner, use.name, use.descriptor);
        if (declaring == null || made.contains(declaring)) return;
        int access = classes.access(declaring, use.name, use.descriptor).orElse(ACC_PUBLIC);
        if ((access & ACC_PUBLIC) != 0) return;
        Member member = new Member(declaring, use.name, use.descriptor);
        String hidden = hidden(use, declaring, access);
        if (hidden == null) seen.add(member);
        else
            problems.add(new Problem(
                    member,
                    user + " does not see " + use.name + use.descriptor + " of " + use.owner + ", which is " + hidden
                            + " in " + declaring));
    }

    /** What the member is so that it is not to be seen; null if it is. */
    private @Nullable String hidden(Use use, String declaring, int access) {
        if ((access & ACC_PRIVATE) != 0) return isInNest(declaring) && declaring.equals(use.owner) ? null : "private";
        if ((access & ACC_PROTECTED) == 0) return isInPackage(use.owner, declaring) ? null : "of the package";
        return isInPackage(declaring, declaring) || isInherited(use, declaring, access) ? null : "protected";
    }

    private boolean isInNest(String declaring) {
        return nests.contains(declaring) && nests.host(declaring).equals(nests.host(user));
    }

    /** What is of a package only is inherited along the classes of this package. */
    private boolean isInPackage(String owner, String declaring) {
        for (String type = owner; type != null; type = classes.superclass(type)) {
            if (!ClassFiles.packageOf(type).equals(ClassFiles.packageOf(user))) return false;
            if (type.equals(declaring)) return true;
        }
        return false;
    }

    private boolean isInherited(Use use, String declaring, int access) {
        if (use.ofSelf) return true;
        if (use.name.equals("<init>")) return false;
        return around.stream()
                .anyMatch(type -> classes.isSubclass(type, declaring)
                        && ((access & ACC_STATIC) != 0 || classes.isSubclass(use.owner, type)));
    }
}
