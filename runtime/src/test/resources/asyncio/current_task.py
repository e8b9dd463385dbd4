# None in a callback; all_tasks has those that are not done.
import asyncio

async def named():
    print(asyncio.current_task().get_name())
    await asyncio.sleep(0)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(lambda: print("in a callback", asyncio.current_task()))
    task = asyncio.create_task(named(), name="worker")
    await asyncio.sleep(0)
    print(len(asyncio.all_tasks()), task in asyncio.all_tasks())
    await task
    print(len(asyncio.all_tasks()), task in asyncio.all_tasks())
    try:
        await asyncio.current_task()
    except RuntimeError:
        print("cannot await itself")

asyncio.run(main())
