package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class SwitchStatement {
    @Async
    static Coroutine<String> say(int number, Coroutine<String> word) {
        String said = "";
        switch (number) {
            case 0:
                said = "nothing";
                break;
            case 1:
                said = await(word);
                // falls through
            case 2:
                said += "!";
                break;
            default:
                return done("many");
        }
        return done(said);
    }
}
