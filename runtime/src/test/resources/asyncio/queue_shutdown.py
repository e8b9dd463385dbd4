# Needs Python 3.13.
import asyncio


async def main():
    queue = asyncio.Queue(2)

    async def get(name):
        try:
            print(name, "got", await queue.get())
        except asyncio.QueueShutDown:
            print(name, "shut down")

    async def put(name):
        try:
            await queue.put(name)
            print("put", name)
        except asyncio.QueueShutDown:
            print("put", name, "shut down")

    # What is in it comes out first.
    await queue.put(1)
    await queue.put(2)
    putter = asyncio.create_task(put(3))
    await asyncio.sleep(0)
    queue.shutdown()
    await putter
    await put(4)
    await get("a")
    await get("b")
    await get("c")
    try:
        queue.get_nowait()
    except asyncio.QueueShutDown:
        print("get_nowait shut down")
    try:
        queue.put_nowait(5)
    except asyncio.QueueShutDown:
        print("put_nowait shut down")

    # Those who wait for an element.
    queue = asyncio.Queue()
    getters = [asyncio.create_task(get(name)) for name in ("d", "e")]
    await asyncio.sleep(0)
    queue.shutdown()
    await asyncio.wait(getters)

    # At once: what is in it is dropped, and counts as done.
    queue = asyncio.Queue()
    await queue.put(1)
    await queue.put(2)
    await get("f")

    async def joiner():
        await queue.join()
        print("joined")

    task = asyncio.create_task(joiner())
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await get("g")
    await asyncio.sleep(0)
    print("the one that was taken out counts", task.done(), queue.qsize())
    queue.task_done()
    await task


asyncio.run(main())
