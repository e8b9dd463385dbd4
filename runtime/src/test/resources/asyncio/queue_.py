import asyncio


async def main():
    queue = asyncio.Queue(2)

    async def producer():
        for i in range(5):
            await queue.put(i)
            print("put", i, queue.qsize())
        print("producer ends")

    async def consumer(name, n):
        for _ in range(n):
            i = await queue.get()
            print(name, "got", i, queue.qsize())
            queue.task_done()
        print(name, "ends")

    await asyncio.gather(producer(), consumer("a", 2), consumer("b", 3))
    await queue.join()
    print("joined", queue.empty(), queue.full())

    # What a cancelled one was woken for goes to the next.
    one, two = [asyncio.create_task(consumer(name, 1)) for name in ("one", "two")]
    await asyncio.sleep(0)
    queue.put_nowait("x")
    one.cancel()
    await asyncio.wait([one, two])
    print(one.cancelled(), two.cancelled())

    queue.put_nowait(1)
    queue.put_nowait(2)

    async def put(name):
        await queue.put(name)
        print("put", name)

    one, two = [asyncio.create_task(put(name)) for name in ("one", "two")]
    await asyncio.sleep(0)
    print(queue.get_nowait())
    one.cancel()
    await asyncio.wait([one, two])
    print(one.cancelled(), two.cancelled(), queue.full())
    try:
        queue.put_nowait("no room")
    except asyncio.QueueFull:
        print("full")
    print(queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")

    # A newcomer may overtake one that was woken; that one waits again, at the end.
    late = asyncio.create_task(consumer("woken", 1))
    other = asyncio.create_task(consumer("other", 1))
    await asyncio.sleep(0)
    queue.put_nowait("a")
    print("newcomer got", await queue.get())
    await asyncio.sleep(0)
    queue.put_nowait("b")
    queue.put_nowait("c")
    await asyncio.wait([late, other])

    # Joining.
    async def joiner():
        await queue.join()
        print("joined")

    task = asyncio.create_task(joiner())
    await asyncio.sleep(0)
    for _ in range(4):
        queue.task_done()
    print("not yet")
    await asyncio.sleep(0)
    print(task.done())
    await task
    try:
        queue.task_done()
    except ValueError:
        print("once too often")

    smallest = asyncio.PriorityQueue()
    for i in (3, 1, 2):
        smallest.put_nowait(i)
    print(*[await smallest.get() for _ in range(3)])
    last = asyncio.LifoQueue()
    for i in (3, 1, 2):
        last.put_nowait(i)
    print(*[await last.get() for _ in range(3)])


asyncio.run(main())
