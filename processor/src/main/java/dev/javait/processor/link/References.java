package dev.javait.processor.link;

import dev.javait.processor.model.StateMachine;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** The classes that class files and sources name; what only looks like one may be among them. */
final class References {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final Pattern TYPE = Pattern.compile("L((?:[^;<>\\[/.:()]+/)*[^;<>\\[/.:()]+)(?=[;<])");

    private References() {}

    /** All that stand in the constants of a class file: those that its code uses, and those of descriptors and signatures. */
    static Set<String> anywhere(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset == 0) continue;
            int tag = reader.readByte(offset - 1);
            if (tag == CLASS) addClass(reader.readUTF8(offset, buffer), names);
            else if (tag == UTF8) addDescriptor(text(reader, offset), names);
        }
        return names;
    }

    private static void addClass(String name, Set<String> names) {
        if (name.startsWith("[")) addDescriptor(name, names);
        else names.add(name);
    }

    /** Takes only what looks like a descriptor or a signature from its first character on. */
    private static void addDescriptor(String text, Set<String> names) {
        if (text.length() < 3 || "(L[<T".indexOf(text.charAt(0)) < 0 || text.indexOf(';') < 0) return;
        Matcher matcher = TYPE.matcher(text);
        while (matcher.find()) names.add(matcher.group(1));
    }

    /** A constant's own text; the reader's method wants an index that points to it. */
    private static String text(ClassReader reader, int offset) {
        byte[] bytes = new byte[reader.readUnsignedShort(offset)];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) reader.readByte(offset + 2 + i);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Those of what a class declares: its members and nested classes, not its code. */
    static Set<String> declared(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        Remapper collector = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                names.add(name);
                return name;
            }
        };
        reader.accept(new ClassRemapper(null, collector), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return names;
    }

    /**
     * Whatever in the source may be a class: a class whose members are not used may stand in no constant.
     *
     * @param ofPackage whether simple names may be classes of the package that are found in no root
     */
    static Set<String> inSource(StateMachine machine, boolean ofPackage) {
        Set<String> names = new LinkedHashSet<>();
        qualified(machine.source(), names);
        if (ofPackage) ofPackage(machine, names);
        return names;
    }

    /** Names up to the first part that begins as a class does. */
    private static void qualified(String source, Set<String> names) {
        for (int dot = source.indexOf('.'); dot >= 0; dot = source.indexOf('.', dot + 1)) {
            if (dot + 1 == source.length() || !Character.isUpperCase(source.charAt(dot + 1))) continue;
            int start = startOfPackage(source, dot);
            if (start < dot)
                names.add(source.substring(start, endOfWord(source, dot + 1)).replace('.', '/'));
        }
    }

    /** Where the dotted name begins that ends at {@code dot}; that itself if it is none, or begins with a class, or has one in it. */
    private static int startOfPackage(String source, int dot) {
        int start = dot;
        for (int at = dot - 1; at >= 0; at--) {
            char c = source.charAt(at);
            boolean isPart = Character.isJavaIdentifierPart(c);
            if ((c == '.' || !isPart) && Character.isUpperCase(source.charAt(at + 1))) return dot;
            if (c != '.' && !isPart) return start;
            start = at;
        }
        return start;
    }

    private static void ofPackage(StateMachine machine, Set<String> names) {
        String user = Nests.internal(machine.userClass());
        String pkg = user.substring(0, user.lastIndexOf('/') + 1);
        String source = machine.source();
        for (int at = 0; at < source.length(); at++) {
            if (!Character.isJavaIdentifierStart(source.charAt(at))) continue;
            int end = endOfWord(source, at);
            boolean isQualified = at > 0 && source.charAt(at - 1) == '.';
            if (!isQualified && Character.isUpperCase(source.charAt(at))) names.add(pkg + source.substring(at, end));
            at = end;
        }
    }

    private static int endOfWord(String source, int start) {
        int end = start;
        while (end < source.length() && Character.isJavaIdentifierPart(source.charAt(end))) end++;
        return end;
    }
}
