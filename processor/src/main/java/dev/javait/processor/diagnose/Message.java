package dev.javait.processor.diagnose;

import java.util.Locale;

/**
 * Every message about the user's code: a tag that stays the same for ever, the rule, and the way out. Format arguments are the
 * user's own names.
 */
public enum Message {
    RETURN_TYPE(
            "an @Async method returns Coroutine<T>, CompletableFuture<T>, CompletionStage<T>, AsyncIterable<T> or void, and %s"
                    + " returns %s; change its return type, for instance to %s"),
    CONSTRUCTOR(
            "a constructor cannot be @Async; await in an @Async factory method and hand the results to the constructor"),
    ABSTRACT("%s has no body to rewrite; put @Async on the methods that implement it"),
    NATIVE("%s is native and has no body to rewrite; call it from an @Async method"),
    SYNCHRONIZED_METHOD(
            "an @Async method cannot hold a monitor while it waits; make %s not synchronized and use AsyncLock, or lock only around"
                    + " code that does not await"),
    TOO_MANY_PARAMETERS(
            "the parameters of %s take all 255 slots that the JVM has for them, and an @Async method needs one; put some of them into an"
                    + " object"),
    AWAIT_IN_SYNCHRONIZED(
            "%s() cannot suspend inside a synchronized block, whose monitor belongs to the thread; use AsyncLock, or move it out of"
                    + " the block"),
    AWAIT_IN_LAMBDA(
            "%s() cannot suspend inside a lambda; use async(() -> …) where a Coroutine is wanted, or move the code into an @Async"
                    + " method"),
    AWAIT_OUTSIDE("%s() cannot suspend in %s, which is not @Async; %s"),
    AWAIT_IN_CONSTRUCTOR("%s() cannot suspend in a constructor; %s"),
    AWAIT_IN_INITIALIZER("%s() cannot suspend in an initialiser; %s"),
    ASYNC_OUTSIDE("async() is rewritten with the @Async method that it stands in, and %s is none; %s"),
    AWAIT_REFERENCE(
            "%s cannot be used as a method reference: it would not suspend; write the call in an @Async method"),
    EMIT_OUTSIDE(
            "emit() yields a value of an async generator, and %s is none; have it return an AsyncIterable, or give its one value by return done(value)"),
    EMIT_IN_LAMBDA(
            "emit() yields a value of the async generator that it stands in, not of a lambda; write a loop in place of the lambda"),
    EMIT_TYPE("emit() is given %s, and %s yields %s; convert the value, or change what the method returns"),
    RETURN_IN_GENERATOR("an async generator ends by return end(); its values go through emit(value)"),
    AWAIT_EACH_PLACE(
            "awaitEach() stands in the head of an enhanced for loop of an @Async method: for (var x : awaitEach(source))"),
    ASYNC_RESOURCE("%s closes by awaiting, which %s"),
    COROUTINE_DROPPED("nobody %s here; %s"),
    TASK_DROPPED(
            "nobody awaits what %s() makes here, and its failure would only be logged; await it, spawn it in a TaskGroup, or say with"
                    + " onDone(…) what is to happen at its end"),
    BLOCKING_CALL("%s blocks the event loop's thread, and every other task with it; %s"),
    CANCELLATION_SWALLOWED(
            "catch (%s) also takes a cancellation, and the task goes on as if there had been none; throw it again, or catch Exception"),
    LOCK_HELD(
            "%s belongs to the thread, which runs other tasks while this one waits, and they are let in too; use AsyncLock, or unlock it before the"
                    + " await"),
    LINT_OPTION(
            "-Ajavait.lint is a list of NAME:off, NAME:warn or NAME:error, and '%s' is none of them; names are all, %s"),
    TUNING_OPTION("-Ajavait.tuning is a list of words, and '%s' is none of them: %s"),
    UNSUPPORTED("%s is not supported in an @Async method; %s"),
    TOO_LARGE(
            "the state machine of %s is larger than the 64 KiB that the JVM lets a method have; move parts of it into @Async methods"
                    + " of their own"),
    NOT_WRITTEN(
            "%s was not rewritten, for javac has not written its class; mend what javac reports besides, or compile the class in this run"),
    BROKEN_CODE(
            "this javac has written code for %s that no JVM would run, with Javait or without it; compile with a newer JDK, or write"
                    + " the method in another way"),
    INTERNAL(
            "Javait failed on %s. This is a bug of Javait, not of your code; please report it with this method and the following"
                    + " text:%n%s"),
    NO_COMPILER(
            "Javait needs javac: this environment gives no com.sun.source trees (%s). Compile with the JDK's javac; Eclipse's"
                    + " compiler cannot run it"),
    OLD_RELEASE(
            "Javait needs Java 17 or later, and this is compiled as Java %s; give javac --release 17 or a later one (Maven:"
                    + " maven.compiler.release, Gradle: options.release)"),
    NO_RUNTIME("dev.javait:javait-runtime is not on the class path, or is older than this processor: %s is missing");

    private final String text;

    Message(String text) {
        this.text = text;
    }

    /** The stable name in brackets: {@code await-in-lambda}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The whole message as the user sees it. */
    public String with(Object... arguments) {
        return "[" + tag() + "] " + String.format(Locale.ROOT, text, arguments);
    }
}
