package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class EntryPoint {
    @Async
    public static void main(String[] args) {
        for (String arg : args) {
            await(yieldNow());
            System.out.println(arg);
        }
    }
}
