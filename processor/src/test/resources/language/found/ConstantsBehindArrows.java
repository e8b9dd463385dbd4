package language.found;

import static dev.javait.Javait.await;
import static dev.javait.Javait.done;
import static dev.javait.processor.twin.support.Leaf.leaf;
import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.TYPE;

import dev.javait.Async;
import dev.javait.Coroutine;
import dev.javait.processor.twin.support.Case;
import java.lang.annotation.ElementType;

/** What stands alone behind an arrow is not a label, though it is an enum's constant as the labels are. */
class ConstantsBehindArrows {
    enum Light {
        RED,
        GREEN,
        AMBER;

        @Async
        static Coroutine<Light> next(Light light) {
            Light next =
                    switch (light) {
                        case RED -> GREEN;
                        case GREEN -> AMBER;
                        default -> RED;
                    };
            await(leaf("next", next));
            return done(
                    switch (next) {
                        case RED -> RED;
                        case GREEN -> await(leaf("green", GREEN));
                        case AMBER -> AMBER;
                    });
        }
    }

    @Case("constants of the class's own enum")
    @Async
    static Coroutine<String> own() {
        String lights = "";
        for (Light light : Light.values()) lights += await(Light.next(light));
        return done(lights);
    }

    @Case("imported constants")
    @Async
    static Coroutine<String> imported() {
        String types = "";
        for (Light light : Light.values()) {
            ElementType type =
                    switch (light) {
                        case RED, AMBER -> TYPE;
                        default -> FIELD;
                    };
            types += await(leaf("type", type)) + " ";
        }
        return done(types);
    }
}
