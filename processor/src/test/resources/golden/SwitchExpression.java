package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class SwitchExpression {
    @Async
    static Coroutine<String> say(int number, Coroutine<String> word) {
        String said = "<" + switch (number) {
            case 0 -> "nothing";
            case 1 -> await(word);
            default -> {
                String twice = await(word);
                yield twice + twice;
            }
        } + ">";
        return done(said);
    }
}
