package dev.javait.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.javait.processor.model.AsyncMethod;
import dev.javait.processor.model.Flow;
import dev.javait.processor.model.MethodKind;
import dev.javait.processor.model.StateMachine;
import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/** Writes the state machine of one method as a Java file. The same input gives the same file, to the letter. */
public final class Emitter {
    private final AsyncMethod method;
    private final Flow flow;
    private final Flow.Liveness liveness;
    private final Names names;
    private final Entry entry;
    private final BodyWriter body;
    private final String bodyName;

    private Emitter(AsyncMethod method, Flow flow, Flow.Liveness liveness, Tuning tuning) {
        this.method = method;
        this.flow = flow;
        this.liveness = liveness;
        this.names = new Names(method, FirstWords.of(method, flow));
        List<Section> sections = Section.of(flow, liveness, tuning);
        this.entry = Entry.of(method, flow, sections.size() > 1, tuning);
        this.body = new BodyWriter(method, flow, liveness, names, entry, sections, tuning);
        this.bodyName = method.name() + "$async";
    }

    /** @param importsAll whether even the types of {@code java.lang} have to be imported, since others of their names are nearer */
    public static StateMachine run(
            AsyncMethod method, Flow flow, Flow.Liveness liveness, Tuning tuning, boolean importsAll) {
        return new Emitter(method, flow, liveness, tuning).emit(importsAll);
    }

    private StateMachine emit(boolean importsAll) {
        JavaFile file = JavaFile.builder(method.packageName(), frame())
                .skipJavaLangImports(!importsAll)
                .indent("    ")
                .build();
        Marks.Clean clean = Marks.clean(file.toString());
        String frameClass =
                method.packageName().isEmpty() ? method.frameName() : method.packageName() + "." + method.frameName();
        return new StateMachine(
                method.userClass(),
                method.method(),
                frameClass,
                bodyName,
                method.kind(),
                method.self() != null,
                entry.direct(),
                members(),
                clean.text(),
                clean.lines(),
                method.userFile(),
                method.line(),
                alive(),
                entered(),
                method.bridges());
    }

    private Set<Integer> entered() {
        Set<Integer> entered = new TreeSet<>();
        for (Section section : body.sections())
            section.entries().keySet().forEach(label -> entered.add(body.state(label)));
        return entered;
    }

    private Map<Integer, Set<String>> alive() {
        Map<Integer, Set<String>> alive = new TreeMap<>();
        for (Flow.Block block : flow.blocks()) {
            if (!body.isState(block.label())) continue;
            Set<String> there = alive.computeIfAbsent(body.state(block.label()), state -> new LinkedHashSet<>());
            for (Variable variable : Section.live(block.label(), liveness)) there.add(names.of(variable));
        }
        return alive;
    }

    private TypeSpec frame() {
        // final class Downloads$fetch extends Frame<Page>
        TypeSpec.Builder type = TypeSpec.classBuilder(method.frameName())
                .addJavadoc(
                        "State machine of {@code $L}, $L:$L.\n", method.described(), method.userFile(), method.line())
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$S", "all")
                        .build())
                .addModifiers(Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(superclass(), typeName(method.result())));
        // what the user's code declares itself keeps its name
        type.alwaysQualify(method.textVariables().toArray(new String[0]));
        type.addTypeVariables(typeParameters());
        if (method.self() != null) type.addField(typeName(method.self()), names.self);
        for (Variable variable : fields()) {
            type.addField(typeName(variable.type()), names.of(variable));
        }
        if (isMadeBySources()) type.addMethod(constructor());
        if (entry.direct() && body.suspends()) type.addMethod(constructorWhileRunning());
        return type.addMethods(bodyMethods()).build();
    }

    /** An async lambda: no method of the user's stands for it that the linker could rewrite. */
    private boolean isMadeBySources() {
        return method.method() == null;
    }

    private ClassName superclass() {
        return method.kind() == MethodKind.GENERATOR ? RuntimeNames.GENERATOR_FRAME : RuntimeNames.FRAME;
    }

    private Set<Variable> fields() {
        Set<Variable> fields = new LinkedHashSet<>(flow.parameters());
        body.sections().forEach(section -> section.entries().values().forEach(fields::addAll));
        return fields;
    }

    private List<TypeVariableName> typeParameters() {
        return method.typeParameters().stream()
                .map(p -> TypeVariableName.get(
                        p.name(), p.bounds().stream().map(Emitter::typeName).toArray(TypeName[]::new)))
                .toList();
    }

    private static TypeName typeName(Type type) {
        return TypeNames.of(type);
    }

    // Downloads$fetch(Downloads self, URI uri) { this.self = self; this.uri = uri; }
    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (method.self() != null) assignedParameter(constructor, method.self(), names.self);
        for (Variable parameter : flow.parameters()) {
            assignedParameter(constructor, parameter.type(), names.of(parameter));
        }
        return constructor.build();
    }

    // Downloads$fetch(Downloads self, Driver driver) { super(driver); this.self = self; }
    private MethodSpec constructorWhileRunning() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        CodeBlock.Builder code = CodeBlock.builder().addStatement("super($L)", names.driver);
        if (method.self() != null) {
            constructor.addParameter(typeName(method.self()), names.self);
            code.addStatement("this.$1L = $1L", names.self);
        }
        return constructor
                .addParameter(RuntimeNames.DRIVER, names.driver)
                .addCode(code.build())
                .build();
    }

    private void assignedParameter(MethodSpec.Builder constructor, Type type, String name) {
        constructor.addParameter(typeName(type), name).addStatement("this.$1L = $1L", name);
    }

    private MethodSpec.Builder stepParameters(MethodSpec.Builder builder) {
        return builder.returns(Object.class)
                .addParameter(int.class, names.state)
                .addParameter(Object.class, names.value)
                .addParameter(Throwable.class, names.error)
                .addException(Throwable.class);
    }

    private List<MethodSpec> bodyMethods() {
        if (!body.isInSections())
            return List.of(bodyMethod(bodyName).addCode(body.write()).build());
        List<MethodSpec> methods = new ArrayList<>();
        methods.add(bodyMethod(bodyName).addCode(body.dispatch(bodyName)).build());
        for (int i = 0; i < body.sections().size(); i++) {
            methods.add(bodyMethod(BodyWriter.sectionName(bodyName, i))
                    .addModifiers(Modifier.PRIVATE)
                    .addCode(body.write(i))
                    .build());
        }
        return methods;
    }

    private MethodSpec.Builder bodyMethod(String name) {
        MethodSpec.Builder builder = MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
        builder.addTypeVariables(typeParameters());
        if (method.self() != null) builder.addParameter(typeName(method.self()), names.self);
        entry.passed().forEach(variable -> builder.addParameter(typeName(variable.type()), names.of(variable)));
        builder.addParameter(RuntimeNames.DRIVER, names.driver);
        builder.addParameter(frameType(), names.frame);
        return stepParameters(builder);
    }

    private TypeName frameType() {
        ClassName name = ClassName.get(method.packageName(), method.frameName());
        if (method.typeParameters().isEmpty()) return name;
        TypeName[] arguments = method.typeParameters().stream()
                .map(p -> TypeVariableName.get(p.name()))
                .toArray(TypeName[]::new);
        return ParameterizedTypeName.get(name, arguments);
    }

    private StateMachine.Members members() {
        List<String> parameters = new ArrayList<>();
        if (method.self() != null) parameters.add(names.self);
        List<String> passed = new ArrayList<>(parameters);
        flow.parameters().forEach(variable -> parameters.add(names.of(variable)));
        entry.passed().forEach(variable -> passed.add(names.of(variable)));
        return new StateMachine.Members(method.name(), parameters, passed, waits());
    }

    private SortedMap<Integer, Integer> waits() {
        SortedMap<Integer, Integer> lines = new TreeMap<>();
        for (Flow.Block block : flow.blocks()) {
            if (block.end() instanceof Flow.Terminator.Suspend suspend)
                lines.put(body.state(suspend.resume()), suspend.line());
        }
        return lines;
    }
}
