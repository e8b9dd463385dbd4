package beside;

import static dev.javait.Javait.*;

import dev.javait.*;
import lombok.experimental.ExtensionMethod;

@ExtensionMethod(LombokExtension.Twice.class)
public class LombokExtension {
    static class Twice {
        public static String twice(String s) {
            return s + s;
        }
    }

    @Async
    Coroutine<String> extended(Coroutine<String> s) {
        return done("a".twice() + await(s).twice()); // SAYS: error: [unsupported] what another processor has put here
    }
}
