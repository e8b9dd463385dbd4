package dev.javait.samples.chat;

import static dev.javait.Javait.*;
import static dev.javait.samples.chat.Connection.tell;

import dev.javait.*;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.AsynchronousServerSocketChannel;
import java.nio.channels.AsynchronousSocketChannel;
import java.util.HashMap;
import java.util.Map;

/** A client's first line is a room, its second one a name; all others are said in that room. */
final class Server implements AsyncCloseable {
    private final AsynchronousServerSocketChannel channel;
    private final Map<String, Room> rooms = new HashMap<>();

    Server() throws IOException {
        channel =
                AsynchronousServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    SocketAddress address() throws IOException {
        return channel.getLocalAddress();
    }

    /** Serves clients until it is cancelled. */
    @Async
    Coroutine<Void> serve() {
        try (var clients = TaskGroup.open()) {
            while (true) {
                AsynchronousSocketChannel client = await(Javait.<AsynchronousSocketChannel>fromCallback(
                        (done, failed) -> channel.accept(null, tell(done, failed))));
                clients.spawn(serve(new Connection(client)));
            }
        }
    }

    @Async
    private Coroutine<Void> serve(Connection client) {
        try (client;
                var tasks = TaskGroup.open()) {
            Room room = null;
            String name = null;
            Task<Void> listening = null;
            for (String line : awaitEach(client.lines())) {
                if (room == null) {
                    room = rooms.computeIfAbsent(line, unused -> new Room());
                } else if (name == null) {
                    name = line;
                    listening = tasks.spawn(forward(room.join(name), client));
                    await(yieldNow()); // now it is in the room
                } else {
                    room.say(name + ": " + line);
                }
            }
            if (listening != null) {
                listening.cancel();
            }
        } catch (IOException gone) {
            System.getLogger("chat").log(Level.DEBUG, "a client is gone", gone);
        }
        return done();
    }

    @Async
    private static Coroutine<Void> forward(AsyncIterable<String> lines, Connection client) throws IOException {
        for (String line : awaitEach(lines)) {
            await(client.send(line));
        }
        return done();
    }

    @Override
    public Coroutine<Void> closeAsync() {
        return toThread(() -> {
            channel.close();
            return null;
        });
    }
}
