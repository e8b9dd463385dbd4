# The failures that nobody looked at are told to the handler; those that somebody did are not.
import asyncio


async def bad(name):
    raise ValueError(name)


async def main():
    told = []

    def handler(loop, context):
        told.append((context["message"].split(" ")[-3:], str(context["exception"])))

    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    tasks = {name: asyncio.create_task(bad(name)) for name in ("forgotten", "asked", "awaited", "gathered", "late")}
    gathering = asyncio.gather(tasks["gathered"], tasks["late"])
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    tasks["asked"].exception()
    try:
        await tasks["awaited"]
    except ValueError:
        pass
    try:
        await gathering
    except ValueError as e:
        print("gather", e)
    future = loop.create_future()
    future.set_exception(ValueError("promise"))
    cancelled = loop.create_future()
    cancelled.cancel()
    del tasks, gathering, future, cancelled
    for words, error in sorted(told, key=lambda t: t[1]):
        print(*words, error)


asyncio.run(main())
