import asyncio

async def value(name, turns, result=None, error=None):
    try:
        for _ in range(turns):
            await asyncio.sleep(0)
    except asyncio.CancelledError:
        print(name, "cancelled")
        raise
    print(name, "ends")
    if error:
        raise error
    return result

async def main():
    print(await asyncio.gather(value("a", 3, 1), value("b", 1, 2), value("c", 2, 3)))
    print(await asyncio.gather())
    once = asyncio.create_task(value("once", 1, 9))
    print(await asyncio.gather(once, once))
    try:
        await asyncio.gather(value("slow", 4), value("bad", 1, error=ValueError("first")), value("worse", 2, error=ValueError("second")))
    except ValueError as e:
        print("failed", e)
    await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0); await asyncio.sleep(0)
    print("siblings kept running")
    outcomes = await asyncio.gather(value("x", 1, 1), value("y", 0, error=ValueError("y")), return_exceptions=True)
    print(outcomes[0], repr(outcomes[1]))
    gathering = asyncio.gather(value("p", 9), value("q", 9))
    await asyncio.sleep(0)
    print(gathering.cancel(), gathering.done())
    try:
        await gathering
    except asyncio.CancelledError:
        print("gather cancelled", gathering.cancelled(), gathering.cancel())
    child = asyncio.create_task(value("child", 9))
    gathering = asyncio.gather(child, value("other", 2))
    await asyncio.sleep(0)
    child.cancel()
    try:
        await gathering
    except asyncio.CancelledError:
        print("a cancelled child is a failure")
    await asyncio.sleep(0); await asyncio.sleep(0)
    print("end")

asyncio.run(main())
