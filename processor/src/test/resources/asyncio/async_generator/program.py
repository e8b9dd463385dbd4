import asyncio
import contextvars
from contextlib import aclosing

forever = 1000
var = contextvars.ContextVar("var")


async def numbers(name, last, waits=0):
    print(name, "begins")
    try:
        for n in range(1, last + 1):
            await asyncio.sleep(waits)
            print(name, "gives", n)
            yield n
        print(name, "ends")
    finally:
        print(name, "cleans up")
        await asyncio.sleep(0)
        print(name, "is clean")


async def lazy():
    print("# nothing runs before it is asked")
    it = numbers("a", 2)
    print("made")
    async for n in it:
        print("got", n)
    async for n in it:
        print("never")
    print("over")


async def closed():
    print("# closing")
    it = numbers("b", 3)
    print("got", await it.__anext__())
    asyncio.get_running_loop().call_soon(print, "a turn")
    await it.aclose()
    print("closed")
    await it.aclose()
    print("again")
    async for n in it:
        print("never")
    fresh = numbers("fresh", 3)
    await fresh.aclose()
    async for n in fresh:
        print("never")
    async with aclosing(numbers("c", 3)) as it:
        async for n in it:
            print("got", n)
            if n == 2:
                break
    print("after the loop")


async def layered():
    try:
        try:
            yield "one"
            print("never")
        finally:
            print("inner")
            await asyncio.sleep(0)
            print("inner is done")
    finally:
        print("outer")
        await asyncio.sleep(0)
        print("outer is done")


async def emits_while_closing():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        yield 2


async def odd_closings():
    print("# finally blocks of a generator that is closed")
    async with aclosing(layered()) as it:
        async for word in it:
            print("got", word)
            break
    it = emits_while_closing()
    await it.__anext__()
    try:
        await it.aclose()
    except RuntimeError:
        print("an error")


async def failing(at):
    if at == 0:
        raise ValueError("at once")
    yield 1
    await asyncio.sleep(0)
    if at == 1:
        raise ValueError("later")
    try:
        yield 2
    finally:
        raise ValueError("closing")


async def failures():
    print("# failures come out where it is asked, and end it")
    for at in 0, 1:
        it = failing(at)
        try:
            async for n in it:
                print("got", n)
        except ValueError as e:
            print("caught", e)
        async for n in it:
            print("never")
    try:
        async with aclosing(failing(2)) as it:
            async for n in it:
                print("got", n)
                if n == 2:
                    break
    except ValueError as e:
        print("caught", e)


async def pairs(source):
    try:
        async with aclosing(source) as inner:
            before = None
            async for n in inner:
                if before is not None:
                    yield before + n
                before = n
    finally:
        print("pairs are over")


async def pipelines():
    print("# a generator of a generator")
    async for n in pairs(numbers("d", 3)):
        print("got", n)
    async with aclosing(pairs(numbers("e", 3))) as it:
        async for n in it:
            print("got", n)
            break
    print("after")


async def consume(name, it):
    try:
        async with aclosing(it):
            async for n in it:
                print(name, "got", n)
        print(name, "ended")
    finally:
        print(name, "is over")


async def stubborn():
    while True:
        try:
            await asyncio.sleep(forever)
        except asyncio.CancelledError:
            print("does not mind")
            yield "more"


async def cancelled(task, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")


async def first(it):
    async with aclosing(it):
        async for x in it:
            return x


async def cancelling():
    print("# cancelled in the middle of the generator")
    it = numbers("f", 3, waits=forever)
    await cancelled(asyncio.create_task(consume("consumer", it)), 2)
    async for n in it:
        print("never")
    print("# a generator that catches it goes on")
    await cancelled(asyncio.create_task(first(stubborn())), 2)


async def one_step(name, it):
    try:
        print(name, "got", await it.__anext__())
    except RuntimeError:
        print(name, "is an error")


async def two_consumers():
    print("# two consumers at once")
    it = numbers("g", 2)
    await asyncio.gather(one_step("one", it), one_step("two", it))
    await one_step("three", it)
    await it.aclose()


async def side_by_side():
    print("# two generators side by side")
    await asyncio.gather(consume("one", numbers("h", 2)), consume("two", numbers("i", 3)))


async def remembers():
    print("sees", var.get())
    var.set("set in the generator")
    yield 1
    print("sees", var.get())
    var.set("set again")


async def context():
    print("# it runs in the context of who asks")
    var.set("before")
    it = remembers()
    await it.__anext__()
    print("sees", var.get())
    var.set("between")
    async for n in it:
        pass
    print("sees", var.get())


kept = []


async def left_open():
    print("# what is left open is closed at the end")
    it = numbers("x", 9)
    await it.__anext__()
    kept.append(it)


async def main():
    await lazy()
    await closed()
    await odd_closings()
    await failures()
    await pipelines()
    await cancelling()
    await two_consumers()
    await side_by_side()
    await context()
    await left_open()


asyncio.run(main())
