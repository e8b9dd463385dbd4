import asyncio


async def main():
    lock = asyncio.Lock()
    print("locked", lock.locked())

    async def worker(name, turns):
        async with lock:
            print(name, "has it", lock.locked())
            for _ in range(turns):
                await asyncio.sleep(0)
        print(name, "gave it back")

    # In order, and the uncontended first one without a turn of the loop.
    asyncio.get_running_loop().call_soon(print, "a turn")
    async with lock:
        print("main has it")
    await asyncio.gather(worker("a", 2), worker("b", 0), worker("c", 1))

    # A newcomer queues behind those who wait, even when the lock is free.
    await lock.acquire()
    waiting = asyncio.create_task(worker("waiting", 0))
    await asyncio.sleep(0)
    lock.release()
    print("free", lock.locked())
    async with lock:
        print("newcomer has it")
    await waiting

    # Cancelled while waiting, and cancelled when its turn had come: the next one gets it.
    await lock.acquire()
    one = asyncio.create_task(worker("one", 0))
    two = asyncio.create_task(worker("two", 0))
    three = asyncio.create_task(worker("three", 0))
    await asyncio.sleep(0)
    one.cancel()
    lock.release()
    two.cancel()
    print(await asyncio.gather(one, two, three, return_exceptions=True) == [], one.cancelled(), two.cancelled())
    print("locked", lock.locked())

    # Everybody in line was cancelled: a newcomer need not wait for them to leave.
    await lock.acquire()
    gone = asyncio.create_task(worker("gone", 0))
    await asyncio.sleep(0)
    gone.cancel()
    lock.release()
    await lock.acquire()
    print("newcomer passes the cancelled one")
    lock.release()
    await asyncio.sleep(0)
    print("gone", gone.cancelled())

    try:
        lock.release()
    except RuntimeError:
        print("not held")


asyncio.run(main())
