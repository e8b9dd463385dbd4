# The creator goes on first, then the tasks, in turns; a direct await is no scheduling point.
import asyncio

async def direct(name):
    print(name, "direct")

async def worker(name):
    for i in range(3):
        print(name, i)
        await direct(name)
        await asyncio.sleep(0)
    print(name, "ends")

async def main():
    a = asyncio.create_task(worker("A"))
    b = asyncio.create_task(worker("B"))
    lazy = worker("never")
    print("created")
    await direct("main")
    await a
    print("after A")
    await b
    print("after B")
    lazy.close()

asyncio.run(main())
