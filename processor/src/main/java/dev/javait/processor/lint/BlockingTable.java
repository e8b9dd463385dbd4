package dev.javait.processor.lint;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which methods of the JDK block, and what does the same without; and {@code Javait.run}, which would. A more special class stands before a more general one. To ask for a file's
 * attributes, to make a folder or to delete a file is no more than what a program does in passing, and not among them.
 */
final class BlockingTable {
    private static final String THREAD = "await(toThread(…)) does it on another thread";
    static final String SOCKET = THREAD + ", an AsynchronousSocketChannel with fromCallback(…) on none";
    private static final String SLEEP = "await(sleep(…)) lets the others run meanwhile";
    private static final String FUTURE = "await it instead";
    private static final String CONDITION = "use an AsyncCondition or AsyncEvent";
    private static final String BARRIER = "use an AsyncBarrier";
    private static final String SEMAPHORE = "use an AsyncSemaphore";
    private static final String QUEUE = "use an AsyncQueue";
    private static final String DATABASE = "await(toThread(…)) does the whole query on another thread";
    private static final String HTTP = "await what java.net.http.HttpClient.sendAsync(…) gives";

    /**
     * A method.
     *
     * @param owner the qualified name of the class that declares it first
     * @param method its name, or {@code name/2} where only the method with so many parameters blocks
     * @param instead the way out
     */
    record Rule(String owner, String method, String instead) {}

    private static final Map<String, Set<Rule>> RULES = new HashMap<>();

    static {
        rule("dev.javait.Javait", "it fails here, where a loop runs already: await the coroutine", "run");
        rule("java.lang.Thread", SLEEP, "sleep");
        rule("java.lang.Thread", THREAD, "join");
        rule("java.lang.Object", CONDITION, "wait");
        rule("java.lang.Process", "await its onExit()", "waitFor");
        String concurrent = "java.util.concurrent.";
        rule(concurrent + "TimeUnit", SLEEP, "sleep");
        rule(concurrent + "TimeUnit", THREAD, "timedJoin", "timedWait");
        rule(concurrent + "CompletableFuture", FUTURE, "get", "join");
        rule(concurrent + "Future", THREAD, "get");
        rule(concurrent + "ForkJoinTask", THREAD, "join", "invoke");
        rule(concurrent + "ForkJoinPool", THREAD, "invoke", "awaitQuiescence");
        rule(concurrent + "ExecutorService", THREAD, "invokeAll", "invokeAny", "awaitTermination", "close");
        rule(concurrent + "CompletionService", QUEUE, "take", "poll/2");
        rule(concurrent + "CountDownLatch", "use an AsyncEvent, or await gather(…)", "await");
        rule(concurrent + "CyclicBarrier", BARRIER, "await");
        rule(concurrent + "Phaser", BARRIER, "arriveAndAwaitAdvance", "awaitAdvance", "awaitAdvanceInterruptibly");
        rule(concurrent + "Semaphore", SEMAPHORE, "acquire", "acquireUninterruptibly", "tryAcquire/2", "tryAcquire/3");
        rule(concurrent + "Exchanger", QUEUE, "exchange");
        rule(concurrent + "BlockingQueue", QUEUE, "take", "put", "poll/2", "offer/3");
        rule(concurrent + "BlockingDeque", QUEUE, "takeFirst", "takeLast", "putFirst", "putLast");
        rule(concurrent + "BlockingDeque", QUEUE, "pollFirst/2", "pollLast/2", "offerFirst/3", "offerLast/3");
        rule(concurrent + "TransferQueue", QUEUE, "transfer", "tryTransfer/3");
        rule(concurrent + "locks.Condition", CONDITION, "await", "awaitNanos", "awaitUninterruptibly", "awaitUntil");
        rule(concurrent + "locks.LockSupport", CONDITION, "park", "parkNanos", "parkUntil");
        rule("java.net.http.HttpClient", "await its sendAsync(…)", "send");
        rule("java.net.URL", HTTP, "openStream", "getContent");
        rule("java.net.URLConnection", HTTP, "connect", "getInputStream", "getOutputStream", "getContent");
        rule("java.net.HttpURLConnection", HTTP, "getResponseCode", "getResponseMessage");
        rule("java.net.InetAddress", THREAD, "getByName", "getAllByName", "isReachable");
        rule("java.net.Socket", SOCKET, "connect");
        rule("java.net.ServerSocket", SOCKET, "accept");
        rule("java.net.DatagramSocket", THREAD, "receive");
        rule("java.io.InputStream", THREAD, "read", "readAllBytes", "readNBytes", "skip", "skipNBytes", "transferTo");
        rule("java.io.Reader", THREAD, "read", "skip", "transferTo");
        rule("java.io.BufferedReader", THREAD, "readLine");
        rule("java.io.FileOutputStream", THREAD, "write");
        rule("java.io.RandomAccessFile", THREAD, "read", "readFully", "readLine", "write");
        rule("java.io.Console", THREAD, "readLine", "readPassword");
        rule("java.nio.channels.FileChannel", THREAD, "read", "write", "force", "transferTo", "transferFrom");
        rule("java.nio.file.Files", THREAD, "readAllBytes", "readString", "readAllLines", "lines", "mismatch");
        rule("java.nio.file.Files", THREAD, "write", "writeString", "copy", "list", "walk", "find", "walkFileTree");
        rule("java.sql.DriverManager", DATABASE, "getConnection");
        rule("javax.sql.DataSource", DATABASE, "getConnection");
        rule("java.sql.Connection", DATABASE, "commit", "rollback");
        rule("java.sql.Statement", DATABASE, "execute", "executeQuery", "executeUpdate", "executeLargeUpdate");
        rule("java.sql.Statement", DATABASE, "executeBatch", "executeLargeBatch");
        rule("java.sql.ResultSet", DATABASE, "next");
    }

    private BlockingTable() {}

    private static void rule(String owner, String instead, String... methods) {
        for (String method : List.of(methods)) {
            RULES.computeIfAbsent(method, name -> new LinkedHashSet<>()).add(new Rule(owner, method, instead));
        }
    }

    /** The rules for methods of that name with so many parameters. */
    static Stream<Rule> of(String name, int parameters) {
        return Stream.concat(
                RULES.getOrDefault(name, Set.of()).stream(),
                RULES.getOrDefault(name + "/" + parameters, Set.of()).stream());
    }
}
