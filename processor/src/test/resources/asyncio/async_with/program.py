# Needs Python 3.11.
import asyncio

forever = 1000


def kind(error):
    return "None" if error is None else "cancelled" if isinstance(error, asyncio.CancelledError) else str(error)


class Scope:
    """Says what it sees. How it exits is said by the rest: swallow, replace, or wait."""

    def __init__(self, name, how="", waits=0):
        self.name = name
        self.how = how
        self.waits = waits
        print("open", name)

    async def __aenter__(self):
        return self

    async def __aexit__(self, type, error, trace):
        print(self.name, "sees", kind(error))
        try:
            await asyncio.sleep(self.waits)
        except asyncio.CancelledError:
            print(self.name, "was cancelled")
            raise
        if self.how == "replace":
            raise ValueError("of " + self.name)
        print(self.name, "is over")
        return self.how == "swallow"


async def opened(name, how=""):
    await asyncio.sleep(0)
    return Scope(name, how)


async def ways_out(how):
    for turn in 1, 2:
        async with Scope("a"), Scope("b"):
            await asyncio.sleep(0)
            print("body", how)
            if how == "return":
                return "returned"
            if how == "continue":
                continue
            if how == "break":
                break
            if how == "raise":
                raise ValueError("raised")
        print("after the block")
        if how == "fall":
            return "fell"
    return "ended"


async def every_way_out():
    print("# every way out, in the opposite order")
    for how in "fall", "return", "continue", "break":
        print(await ways_out(how))
    try:
        await ways_out("raise")
    except ValueError as e:
        print("caught", e)


async def opening():
    print("# what cannot be opened")

    async def fails():
        await asyncio.sleep(0)
        raise ValueError("not opened")

    try:
        async with await opened("c"), await fails(), await opened("never"):
            print("never")
    except ValueError as e:
        print("caught", e)


async def swallowing():
    print("# swallowed, replaced")
    async with Scope("outer"):
        async with Scope("middle", "swallow"):
            async with Scope("inner"):
                raise ValueError("first")
        print("after middle")
    try:
        async with Scope("outer"), Scope("middle", "replace"), Scope("inner"):
            raise ValueError("first")
    except ValueError as e:
        print("caught", e)
    async with Scope("outer", "swallow"), Scope("inner", "replace"):
        print("body")
    print("after outer")
    try:
        async with Scope("outer", "replace"), Scope("inner", "swallow"):
            raise ValueError("first")
    except ValueError as e:
        print("caught", e)


async def returning(how):
    async with Scope("s", how):
        return "returned"


async def looping():
    for n in 1, 2, 3:
        async with Scope(str(n), "swallow"):
            if n == 2:
                raise ValueError("second")
            if n == 3:
                return n


async def values():
    print("# what is returned goes through exits")
    print(await returning("swallow"))
    try:
        print(await returning("replace"))
    except ValueError as e:
        print("caught", e)
    print(await looping())


async def with_finally():
    print("# before the catch and the finally")
    try:
        async with Scope("s"):
            raise ValueError("body")
    except ValueError as e:
        print("caught", e)
        await asyncio.sleep(0)
    finally:
        print("finally")


async def sleeps(inner_how, waits=0):
    try:
        async with Scope("outer"), Scope("inner", inner_how, waits):
            if not waits:
                print("sleeps")
                await asyncio.sleep(forever)
        return "went on"
    finally:
        print("left")


async def cancelled(task):
    for _ in range(3):
        await asyncio.sleep(0)
    print("cancel")
    task.cancel()
    try:
        print(await task, task.cancelled())
    except asyncio.CancelledError:
        print("cancelled")
    except ValueError as e:
        print("failed", e)


async def cancelling():
    print("# cancelled in the body")
    await cancelled(asyncio.create_task(sleeps("")))
    print("# cancelled in the body, and swallowed")
    await cancelled(asyncio.create_task(sleeps("swallow")))
    print("# cancelled in the body, and replaced")
    await cancelled(asyncio.create_task(sleeps("replace")))
    print("# cancelled in the exit")
    await cancelled(asyncio.create_task(sleeps("swallow", forever)))


async def quick(name):
    await asyncio.sleep(0)
    print(name)
    return name


async def groups():
    print("# groups and time limits are such blocks")
    try:
        async with asyncio.timeout(0.001):
            async with Scope("within"):
                await asyncio.sleep(forever)
    except TimeoutError:
        print("too late")
    async with Scope("around"):
        async with asyncio.TaskGroup() as group:
            one = group.create_task(quick("one"))
            two = group.create_task(quick("two"))
            print("spawned")
        print(one.result(), two.result())


async def main():
    await every_way_out()
    await opening()
    await swallowing()
    await values()
    await with_finally()
    await cancelling()
    await groups()


asyncio.run(main())
