# What belongs to one loop cannot be awaited in another.
import asyncio

things = {}


async def one():
    loop = asyncio.get_running_loop()
    things["future"] = loop.create_future()
    things["lock"] = lock = asyncio.Lock()
    things["unused"] = asyncio.Lock()
    await lock.acquire()

    async def waits():
        async with lock:
            pass

    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    lock.release()
    await task
    await lock.acquire()


async def two():
    try:
        await things["future"]
    except RuntimeError:
        print("future of another loop")
    try:
        await things["lock"].acquire()
    except RuntimeError:
        print("lock of another loop")
    async with things["unused"]:
        print("nobody waited for this one")
    try:
        await asyncio.gather(things["future"])
    except (RuntimeError, ValueError):
        print("gather of another loop's")
    await asyncio.sleep(0)
    print("goes on")


asyncio.run(one())
asyncio.run(two())
