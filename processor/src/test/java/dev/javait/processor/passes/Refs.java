package dev.javait.processor.passes;

import dev.javait.processor.model.Type;
import dev.javait.processor.model.Variable;

/** Places that can be read and written. */
final class Refs {
    private Refs() {}

    static Script.Ref variable(Host host, Variable variable) {
        return new Script.Ref() {
            @Override
            public Object get() {
                return host.get(variable);
            }

            @Override
            public void set(Object value) {
                host.set(variable, value);
            }
        };
    }

    /** {@code object.name}; a null object is noticed when the place is read or written. */
    static Script.Ref field(Object object, String name) {
        return new Script.Ref() {
            @Override
            public Object get() {
                if (name.equals("length")) return ((int[]) Values.present(object)).length;
                return thing().field;
            }

            @Override
            public void set(Object value) {
                thing().field = value;
            }

            private World.Thing thing() {
                return (World.Thing) Values.present(object);
            }
        };
    }

    /** {@code array[index]}; a null array and a bad index are noticed when the place is read or written. */
    static Script.Ref element(Object array, Object index) {
        int at = (Integer) Values.convert(index, Type.Kind.INT);
        return new Script.Ref() {
            @Override
            public Object get() {
                return elements()[at];
            }

            @Override
            public void set(Object value) {
                elements()[at] = (Integer) Values.convert(value, Type.Kind.INT);
            }

            private int[] elements() {
                int[] elements = (int[]) Values.present(array);
                if (at < 0 || at >= elements.length) throw new ArrayIndexOutOfBoundsException(at);
                return elements;
            }
        };
    }
}
