package dev.javait.processor.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** The files of the nested compilation: its class path with the opened classes before all others, and its output, in memory. */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, List<MemoryFile>> packages = new HashMap<>();
    private final Map<String, MemoryFile> output = new LinkedHashMap<>();

    /** @param classes class files by internal name, which hide those of the class path */
    MemoryFiles(StandardJavaFileManager files, Map<String, byte[]> classes) {
        super(files);
        classes.forEach((name, bytes) -> packages.computeIfAbsent(ClassFiles.packageOf(name), k -> new ArrayList<>())
                .add(MemoryFile.classFile(name.replace('/', '.'), bytes)));
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String pkg, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        Iterable<JavaFileObject> listed = super.list(location, pkg, kinds, recurse);
        List<MemoryFile> opened = packages.get(pkg);
        if (location != StandardLocation.CLASS_PATH || opened == null || !kinds.contains(JavaFileObject.Kind.CLASS))
            return listed;
        Map<String, JavaFileObject> files = new LinkedHashMap<>();
        for (JavaFileObject file : listed) files.putIfAbsent(inferBinaryName(location, file) + file.getKind(), file);
        for (MemoryFile file : opened) files.put(file.binaryName() + file.getKind(), file);
        return files.values();
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof MemoryFile memory ? memory.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject a, FileObject b) {
        return (a instanceof MemoryFile || b instanceof MemoryFile) ? a.equals(b) : super.isSameFile(a, b);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
        MemoryFile file = MemoryFile.classFile(className, new byte[0]);
        output.put(className.replace('.', '/'), file);
        return file;
    }

    /** The class files that the compilation wrote, by internal name, in its order. */
    Map<String, MemoryFile> output() {
        return output;
    }
}
