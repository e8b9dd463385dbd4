# The result is there, the task is queued, then it is cancelled: the result is lost.
import asyncio

async def waiter(future):
    try:
        print("got", await future)
    except asyncio.CancelledError:
        print("cancelled")
        raise

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.set_result(1)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print("main sees it")
    print(task.cancelled(), future.result())

asyncio.run(main())
