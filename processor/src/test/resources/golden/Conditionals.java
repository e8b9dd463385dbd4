package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class Conditionals {
    @Async
    static Coroutine<Boolean> choose(Coroutine<Boolean> a, Coroutine<Boolean> b, boolean plain) {
        boolean both = await(a) && await(b);
        boolean any = plain || await(b);
        return done(both ? any : await(a));
    }
}
