import asyncio


async def main():
    semaphore = asyncio.Semaphore(2)

    async def worker(name, turns=1):
        async with semaphore:
            print(name, "in", semaphore.locked())
            for _ in range(turns):
                await asyncio.sleep(0)
            print(name, "out")

    await asyncio.gather(*[worker(name, turns) for name, turns in zip("abcde", (3, 1, 1, 2, 1))])
    print("locked", semaphore.locked())

    # A permit that a cancelled one had been given goes to the next.
    await semaphore.acquire()
    await semaphore.acquire()
    one, two = [asyncio.create_task(worker(name)) for name in ("one", "two")]
    await asyncio.sleep(0)
    print("locked", semaphore.locked())
    semaphore.release()
    one.cancel()
    await asyncio.wait([one, two])
    print(one.cancelled(), two.cancelled(), semaphore.locked())
    semaphore.release()

    # Cancelled while it waits, with nothing given.
    await semaphore.acquire()
    await semaphore.acquire()
    one, two = [asyncio.create_task(worker(name)) for name in ("one", "two")]
    await asyncio.sleep(0)
    one.cancel()
    await asyncio.sleep(0)
    semaphore.release()
    await two
    semaphore.release()

    # Everybody comes in order, a newcomer last, even when there is a permit left for it.
    await semaphore.acquire()
    await semaphore.acquire()
    tasks = [asyncio.create_task(worker(name, 0)) for name in ("first", "second")]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    async with semaphore:
        print("newcomer")
    await asyncio.wait(tasks)

    # Permits may be added, unless it is bounded.
    semaphore.release()
    for _ in range(3):
        await semaphore.acquire()
    print("three", semaphore.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError:
        print("once too often")
    try:
        asyncio.Semaphore(-1)
    except ValueError:
        print("negative")


asyncio.run(main())
