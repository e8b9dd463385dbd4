# Callbacks and awaiting tasks are queued in the order in which they came, and never called on the spot.
import asyncio

async def waiter(future):
    print("waiter gets", await future)

async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda f: print("callback 1", f.result()))
    asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.add_done_callback(lambda f: print("callback 2"))
    future.set_result(7)
    print("completed")
    future.add_done_callback(lambda f: print("callback 3"))
    print("added when done")
    await asyncio.sleep(0)
    print("main")
    print("again", await future)
    try:
        future.set_result(8)
    except asyncio.InvalidStateError:
        print("twice is an error")
    try:
        loop.create_future().result()
    except asyncio.InvalidStateError:
        print("pending has no result")

asyncio.run(main())
