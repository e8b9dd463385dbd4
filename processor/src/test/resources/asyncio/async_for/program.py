import asyncio
from contextlib import aclosing

forever = 1000


class Counting:
    """An iterator that is no generator. How it waits, and what fails, is said by the numbers."""

    def __init__(self, name, last, waits=1, fails_at=None):
        self.name = name
        self.last = last
        self.waits = waits
        self.fails_at = fails_at
        self.at = 0
        self.over = False

    def __aiter__(self):
        return self

    async def __anext__(self):
        for _ in range(self.waits):
            await asyncio.sleep(0)
        self.at += 1
        if self.at == self.fails_at:
            raise ValueError(self.name + " failed")
        if self.at > self.last:
            print(self.name, "has no more")
            self.over = True
            raise StopAsyncIteration
        return self.at

    async def aclose(self):
        if self.over:
            return
        print("closing", self.name)
        try:
            await asyncio.sleep(0)
            print("closed", self.name)
        except asyncio.CancelledError:
            print("closing", self.name, "was cancelled")
            raise


async def to_the_end():
    print("# to the end")
    sum = 0
    async for n in Counting("a", 3):
        sum += n
        print("got", n)
    print(sum)
    async for n in Counting("empty", 0):
        print("never")


async def leaving(how):
    async with aclosing(Counting(how, 5)) as numbers:
        async for n in numbers:
            await asyncio.sleep(0)
            if n == 1:
                continue
            print("got", n)
            if how == "break":
                break
            if how == "return":
                return "returned"
            if how == "raise":
                raise ValueError("raised")
    print("after the loop")
    return "ended"


async def left_early():
    print("# it is closed before anything after it runs")
    print(await leaving("break"))
    print(await leaving("return"))
    try:
        print(await leaving("raise"))
    except ValueError as e:
        print("caught", e)


async def nested():
    print("# leaving two loops closes both, the inner one first")
    for turn in 1, 2:
        async with aclosing(Counting("outer", 2)) as outer:
            async for a in outer:
                out = False
                async with aclosing(Counting("inner", 2)) as inner:
                    async for b in inner:
                        print(turn, a, b)
                        if turn == 1:
                            out = True
                            break
                        if b == 1:
                            break
                if out:
                    break


async def failing_iterator():
    print("# an iterator that fails")
    try:
        async with aclosing(Counting("f", 5, fails_at=2)) as numbers:
            async for n in numbers:
                print("got", n)
    except ValueError as e:
        print("caught", e)


async def loops(name, numbers, waits):
    try:
        async with aclosing(numbers):
            async for n in numbers:
                print(name, "got", n)
                await asyncio.sleep(waits)
        print(name, "ended")
    finally:
        print(name, "is over")


async def cancelled(task, turns):
    for _ in range(turns):
        await asyncio.sleep(0)
    print("cancel", task.cancel())
    try:
        print(await task)
    except asyncio.CancelledError:
        print("cancelled")


async def cancelled_in_the_middle():
    print("# cancelled in the body, the iterator is closed")
    await cancelled(asyncio.create_task(loops("body", Counting("c", 5), forever)), 3)
    print("# cancelled while it closes")
    task = asyncio.create_task(loops("twice", Counting("d", 5), forever))
    for _ in range(3):
        await asyncio.sleep(0)
    task.cancel()
    await cancelled(task, 1)


class Stuck(Counting):
    async def __anext__(self):
        if self.at == 1:
            try:
                await asyncio.sleep(forever)
            finally:
                print(self.name, "left its sleep")
        return await super().__anext__()


async def cancelled_in_the_iterator():
    print("# cancelled in the iterator")
    await cancelled(asyncio.create_task(loops("iterator", Stuck("s", 5), 0)), 4)


async def side_by_side():
    print("# two loops side by side")
    await asyncio.gather(
        loops("one", Counting("x", 3, waits=0), 0), loops("two", Counting("y", 2, waits=2), 0))


async def main():
    await to_the_end()
    await left_early()
    await nested()
    await failing_iterator()
    await cancelled_in_the_middle()
    await cancelled_in_the_iterator()
    await side_by_side()


asyncio.run(main())
