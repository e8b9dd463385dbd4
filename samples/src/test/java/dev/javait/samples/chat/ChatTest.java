package dev.javait.samples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.javait.samples.Printed;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatTest {
    @Test
    void membersHearWhatIsSaidInTheirRoom() {
        assertEquals(
                List.of(
                        "ann hears: ann joins",
                        "bob hears: bob joins",
                        "eve hears: eve joins",
                        "ann hears: bob joins",
                        "bob hears: ann: milk?",
                        "ann hears: ann: milk?",
                        "ann hears: bob: no",
                        "ann hears: bob leaves",
                        "20 guests hear 400 lines"),
                Printed.by(() -> {
                            try {
                                return Chat.chat();
                            } catch (IOException e) {
                                throw new AssertionError(e);
                            }
                        })
                        .lines());
    }
}
