package dev.javait.samples.chat;

import static dev.javait.Javait.*;

import dev.javait.*;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.CompletionHandler;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Lines of text over a socket, in both directions. */
final class Connection implements AsyncCloseable {
    private final AsynchronousSocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(512).limit(0);

    Connection(AsynchronousSocketChannel channel) {
        this.channel = channel;
    }

    @Async
    static Coroutine<Connection> to(SocketAddress server) throws IOException {
        AsynchronousSocketChannel channel = AsynchronousSocketChannel.open();
        await(Javait.<Void>fromCallback((done, failed) -> channel.connect(server, null, tell(done, failed))));
        return done(new Connection(channel));
    }

    /** The lines that come in, until the other side closes. */
    @Async
    AsyncIterable<String> lines() throws IOException {
        StringBuilder line = new StringBuilder();
        while (await(fill())) {
            while (buffer.hasRemaining()) {
                char next = (char) buffer.get();
                if (next != '\n') {
                    line.append(next);
                } else {
                    emit(line.toString());
                    line.setLength(0);
                }
            }
        }
        return end();
    }

    @Async
    private Coroutine<Boolean> fill() throws IOException {
        buffer.clear();
        int count =
                await(Javait.<Integer>fromCallback((done, failed) -> channel.read(buffer, null, tell(done, failed))));
        buffer.flip();
        return done(count >= 0);
    }

    @Async
    Coroutine<Void> send(String line) throws IOException {
        ByteBuffer bytes = StandardCharsets.US_ASCII.encode(line + "\n");
        while (bytes.hasRemaining()) {
            await(Javait.<Integer>fromCallback((done, failed) -> channel.write(bytes, null, tell(done, failed))));
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

    /** A channel's way to call back. */
    static <T> CompletionHandler<T, Object> tell(Consumer<T> done, Consumer<Throwable> failed) {
        return new CompletionHandler<>() {
            @Override
            public void completed(T result, Object unused) {
                done.accept(result);
            }

            @Override
            public void failed(Throwable failure, Object unused) {
                failed.accept(failure);
            }
        };
    }
}
