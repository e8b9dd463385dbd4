package dev.javait.processor.link;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;
import org.objectweb.asm.tree.ClassNode;

/**
 * Which generic signatures of a class can be understood where the opened view shows it. A local class may name type
 * variables of the method around it, and its constructors' signatures leave out what javac added to the parameters;
 * as a top-level class it may do neither.
 */
final class Signatures {
    private final boolean anyFits;
    private final Set<String> inScope = new HashSet<>();

    Signatures(@Nullable ClassNode node, Nests nests) {
        ClassNode at = node;
        while (at != null && !LocalClasses.isLocal(at)) {
            addDeclared(at.signature);
            String enclosing = LocalClasses.enclosing(at);
            at = enclosing == null ? null : nests.get(enclosing);
        }
        anyFits = at == null;
        if (at != null) addDeclared(at.signature);
    }

    private void addDeclared(@Nullable String signature) {
        if (signature != null) inScope.addAll(declared(signature));
    }

    /** The signature of a class, field or method, or null where it would not be understood. */
    @Nullable
    String fitting(@Nullable String signature) {
        if (signature == null || anyFits) return signature;
        Set<String> known = new HashSet<>(inScope);
        known.addAll(declared(signature));
        return known.containsAll(used(signature)) ? signature : null;
    }

    /** The signature of a constructor, or null where it would not be understood or does not fit the descriptor. */
    @Nullable
    String fittingConstructor(@Nullable String signature, String descriptor) {
        if (signature == null || anyFits) return signature;
        return parameters(signature) == Type.getArgumentTypes(descriptor).length ? fitting(signature) : null;
    }

    private static Set<String> declared(String signature) {
        Set<String> names = new HashSet<>();
        accept(signature, new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public void visitFormalTypeParameter(String name) {
                names.add(name);
            }
        });
        return names;
    }

    private static Set<String> used(String signature) {
        Set<String> names = new HashSet<>();
        accept(signature, new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public void visitTypeVariable(String name) {
                names.add(name);
            }
        });
        return names;
    }

    private static int parameters(String signature) {
        int[] count = new int[1];
        accept(signature, new SignatureVisitor(Opcodes.ASM9) {
            @Override
            public SignatureVisitor visitParameterType() {
                count[0]++;
                return this;
            }
        });
        return count[0];
    }

    /** A field's signature is that of a type; a reader reads it as such only when told to. */
    private static void accept(String signature, SignatureVisitor visitor) {
        SignatureReader reader = new SignatureReader(signature);
        boolean isType = signature.startsWith("T") || signature.startsWith("[");
        if (isType) reader.acceptType(visitor);
        else reader.accept(visitor);
    }
}
