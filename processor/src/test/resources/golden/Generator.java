package golden;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.util.*;

class Generator {
    @Async
    static AsyncIterable<Integer> squares(int count) {
        for (int i = 0; i < count; i++) {
            emit(i * i);
        }
        return end();
    }
}
