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
import org.jspecify.annotations.Nullable;

/**
 * The files of the nested compilation: its class path with the opened classes before all others, its output in memory,
 * and the opened classes of the JDK as patches of their modules.
 */
final class MemoryFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, List<MemoryFile>> onClassPath;
    private final Map<Patch, Map<String, List<MemoryFile>>> patches = new HashMap<>();
    private final Map<String, MemoryFile> output = new LinkedHashMap<>();

    /** What is patched of a module. */
    private record Patch(String module) implements Location {
        @Override
        public String getName() {
            return "javait patch of " + module;
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    /**
     * @param classes class files by internal name, which hide those of the class path
     * @param patches by module, class files that hide the JDK's
     */
    MemoryFiles(StandardJavaFileManager files, Map<String, byte[]> classes, Map<String, Map<String, byte[]>> patches) {
        super(files);
        onClassPath = byPackage(classes);
        patches.forEach((module, patch) -> this.patches.put(new Patch(module), byPackage(patch)));
    }

    private static Map<String, List<MemoryFile>> byPackage(Map<String, byte[]> classes) {
        Map<String, List<MemoryFile>> packages = new HashMap<>();
        classes.forEach((name, bytes) -> packages.computeIfAbsent(ClassFiles.packageOf(name), k -> new ArrayList<>())
                .add(MemoryFile.classFile(name.replace('/', '.'), bytes)));
        return packages;
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String pkg, Set<JavaFileObject.Kind> kinds, boolean recurse)
            throws IOException {
        boolean wantsClasses = kinds.contains(JavaFileObject.Kind.CLASS);
        if (location instanceof Patch patch) {
            Map<String, List<MemoryFile>> packages = patches.getOrDefault(patch, Map.of());
            return wantsClasses ? List.copyOf(packages.getOrDefault(pkg, List.of())) : List.of();
        }
        if (location == StandardLocation.CLASS_OUTPUT) return List.of();
        Iterable<JavaFileObject> listed = super.list(location, pkg, kinds, recurse);
        List<MemoryFile> opened = location == StandardLocation.CLASS_PATH ? onClassPath.get(pkg) : null;
        return opened == null || !wantsClasses ? listed : hiding(listed, opened);
    }

    private Iterable<JavaFileObject> hiding(Iterable<JavaFileObject> listed, List<MemoryFile> opened) {
        Map<String, JavaFileObject> files = new LinkedHashMap<>();
        for (JavaFileObject file : listed) {
            files.putIfAbsent(inferBinaryName(StandardLocation.CLASS_PATH, file) + file.getKind(), file);
        }
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
        if (location == StandardLocation.PATCH_MODULE_PATH) return !patches.isEmpty();
        return location == StandardLocation.CLASS_OUTPUT || super.hasLocation(location);
    }

    @Override
    public @Nullable Location getLocationForModule(Location location, String module) throws IOException {
        if (location != StandardLocation.PATCH_MODULE_PATH) return super.getLocationForModule(location, module);
        Patch patch = new Patch(module);
        return patches.containsKey(patch) ? patch : null;
    }

    /** The generated sources belong to the unnamed module. */
    @Override
    public @Nullable Location getLocationForModule(Location location, JavaFileObject file) {
        return null;
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return !(file instanceof MemoryFile) && super.contains(location, file);
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
