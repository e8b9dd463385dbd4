# Needs Python 3.11.
import asyncio


def section(name):
    print("#", name)


async def numbers():
    print("begin")
    try:
        for i in (1, 2, 3):
            print("emit", i)
            yield i
    finally:
        print("cleaning")
        await asyncio.sleep(0)
        print("cleaned")


async def lazily():
    section("a generator runs only while it is moved")
    it = numbers()
    print("made")
    print("got", await it.__anext__())
    print("between")
    print("got", await it.__anext__())
    print("got", await it.__anext__())
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("ended")
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("still ended")


async def closing():
    section("closing runs the finally blocks and their awaits")
    it = numbers()
    print("got", await it.__anext__())
    asyncio.get_running_loop().call_soon(print, "other")
    await it.aclose()
    print("closed")
    await it.aclose()
    print("closed again")
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("ended")


async def closing_fresh():
    section("closing a generator that never began runs nothing of it")
    it = numbers()
    await it.aclose()
    print("closed")
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("ended")


async def stubborn():
    try:
        yield 1
    finally:
        yield 2


async def emitting_while_closed():
    section("emitting while being closed is an error")
    it = stubborn()
    await it.__anext__()
    try:
        await it.aclose()
    except RuntimeError:
        print("error")


async def catching():
    try:
        yield 1
    except Exception:
        print("never: the signal is no Exception")
    except BaseException:
        print("caught the signal")


async def catching_the_signal():
    section("a body that catches the signal and ends is closed")
    it = catching()
    await it.__anext__()
    await it.aclose()
    print("closed")


async def failing_in_cleanup():
    section("what a finally block fails with comes out of the close")

    async def gen():
        try:
            yield 1
        finally:
            await asyncio.sleep(0)
            raise ValueError("in cleanup")

    it = gen()
    await it.__anext__()
    try:
        await it.aclose()
    except ValueError as e:
        print(e)
    await it.aclose()
    print("closed")


async def failing():
    section("a generator that failed stays ended")

    async def gen():
        yield 1
        await asyncio.sleep(0)
        raise ValueError("broken")

    it = gen()
    await it.__anext__()
    try:
        await it.__anext__()
    except ValueError as e:
        print(e)
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("ended")


async def two_consumers():
    section("two consumers at once are an error")

    async def gen():
        await asyncio.sleep(0)
        yield 1

    it = gen()

    async def consume(name):
        try:
            print(name, "got", await it.__anext__())
        except RuntimeError:
            print(name, "error")

    async def close():
        try:
            await it.aclose()
        except RuntimeError:
            print("close error")

    await asyncio.gather(consume("a"), consume("b"), close())


async def cancelling():
    section("cancelling a consumer ends the generator")

    async def gen():
        try:
            yield 1
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("body cancelled")
            raise
        finally:
            print("cleaned")

    it = gen()

    async def consume():
        async for x in it:
            print("got", x)

    task = asyncio.create_task(consume())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled")
    try:
        await it.__anext__()
    except StopAsyncIteration:
        print("ended")


async def catching_cancellation():
    section("a body that catches its cancellation goes on")

    async def gen():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            print("caught")
        yield 1
        yield 2

    async def consume():
        async for x in gen():
            print("got", x)

    task = asyncio.create_task(consume())
    await asyncio.sleep(0)
    task.cancel()
    await task
    print("cancelled:", task.cancelled())


async def interleaved():
    section("a moveNext that does not wait makes no turn")

    async def gen():
        for i in (1, 2, 3):
            yield i
        await asyncio.sleep(0)
        yield 4

    asyncio.get_running_loop().call_soon(print, "turn")
    async for x in gen():
        print("got", x)


async def left_open():
    section("the loop closes what is left, tasks first")

    async def gen(name):
        try:
            yield 1
        finally:
            print(name, "cleaning")
            await asyncio.sleep(0)
            print(name, "cleaned")

    async def waits():
        try:
            await asyncio.sleep(3600)
        finally:
            print("task cancelled")

    global kept
    kept = [gen("begun"), gen("never begun")]
    await kept[0].__anext__()
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    print("main ends")


for main in (lazily, closing, closing_fresh, emitting_while_closed, catching_the_signal, failing_in_cleanup, failing,
             two_consumers, cancelling, catching_cancellation, interleaved, left_open):
    asyncio.run(main())
