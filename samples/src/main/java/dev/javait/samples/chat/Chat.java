package dev.javait.samples.chat;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;

/** A chat server and its clients, over sockets. */
public final class Chat {
    private Chat() {}

    @Async
    static Coroutine<Void> chat() throws IOException {
        try (var server = new Server();
                var tasks = TaskGroup.open()) {
            var serving = tasks.spawn(server.serve());
            SocketAddress address = server.address();
            try (var ann = await(Client.join(address, "tea", "ann"))) {
                await(ann.hear());
                try (var bob = await(Client.join(address, "tea", "bob"));
                        var eve = await(Client.join(address, "coffee", "eve"))) {
                    await(bob.hear());
                    await(eve.hear());
                    await(ann.hear());
                    await(ann.say("milk?"));
                    await(bob.hear());
                    await(bob.say("no"));
                    await(ann.hear());
                    await(ann.hear());
                }
                await(ann.hear());
            }
            await(crowd(address, 20));
            serving.cancel();
        }
        return done();
    }

    /** Many at once; everybody says one thing and listens until everybody has. */
    @Async
    private static Coroutine<Void> crowd(SocketAddress address, int size) throws IOException {
        AsyncBarrier ready = new AsyncBarrier(size);
        List<Coroutine<Integer>> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String name = "guest" + i;
            members.add(async(() -> {
                try (var connection = await(Connection.to(address))) {
                    await(connection.send("hall\n" + name));
                    int heard = 0;
                    for (String line : awaitEach(connection.lines())) {
                        if (line.equals(name + " joins")) {
                            await(ready.arrive());
                            await(connection.send("hello"));
                        }
                        if (line.endsWith(": hello") && ++heard == size) break;
                    }
                    await(ready.arrive());
                    return heard;
                }
            }));
        }
        int heard = 0;
        for (int one : await(gather(members))) heard += one;
        System.out.println(size + " guests hear " + heard + " lines");
        return done();
    }

    @Async
    public static void main(String[] args) throws IOException {
        await(chat());
    }
}
