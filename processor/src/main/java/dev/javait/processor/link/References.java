package dev.javait.processor.link;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;

/** The classes that a class file names: in its constants, and in descriptors and signatures. */
final class References {
    private static final int UTF8 = 1;
    private static final int CLASS = 7;
    private static final Pattern TYPE = Pattern.compile("L((?:[^;<>\\[/.:()]+/)*[^;<>\\[/.:()]+)(?=[;<])");

    private References() {}

    static Set<String> of(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset == 0) continue;
            int tag = reader.readByte(offset - 1);
            if (tag == CLASS) addClass(reader.readUTF8(offset, buffer), names);
            else if (tag == UTF8) addDescriptor(utf8(reader, offset), names);
        }
        return names;
    }

    private static void addClass(String name, Set<String> names) {
        if (name.startsWith("[")) addDescriptor(name, names);
        else names.add(name);
    }

    /** Only what looks like a descriptor or a signature from its first and last character on. */
    private static void addDescriptor(String text, Set<String> names) {
        if (text.length() < 3 || "(L[<T".indexOf(text.charAt(0)) < 0 || text.indexOf(';') < 0) return;
        Matcher matcher = TYPE.matcher(text);
        while (matcher.find()) names.add(matcher.group(1));
    }

    /** A constant's own text; the reader gives it only through an index to it. */
    private static String utf8(ClassReader reader, int offset) {
        int length = reader.readUnsignedShort(offset);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) reader.readByte(offset + 2 + i);
        return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
