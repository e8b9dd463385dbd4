import asyncio


async def main():
    event = asyncio.Event()

    async def waiter(name):
        await event.wait()
        print(name, "goes on", event.is_set())

    tasks = [asyncio.create_task(waiter(name)) for name in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    event.set()
    event.clear()
    print("set and cleared")
    late = asyncio.create_task(waiter("late"))
    await asyncio.wait(tasks)
    print(tasks[1].cancelled(), late.done())
    event.set()
    event.set()
    await late
    asyncio.get_running_loop().call_soon(print, "a turn")
    await event.wait()
    print("no turn", event.is_set())
    await asyncio.sleep(0)


asyncio.run(main())
