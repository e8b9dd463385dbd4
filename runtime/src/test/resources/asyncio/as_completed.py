# Needs Python 3.13: going through it with "async for" is new there.
import asyncio

async def work(turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error

async def main():
    tasks = [asyncio.create_task(work(t, e), name=n) for n, t, e in (("c", 5, None), ("a", 1, None), ("bad", 3, ValueError()))]
    async for task in asyncio.as_completed(tasks):
        print(task.get_name(), task in tasks, task.exception() is None)
    slow = [asyncio.create_task(asyncio.sleep(d), name=n) for n, d in (("slow", 10), ("quick", 0))]
    try:
        async for task in asyncio.as_completed(slow, timeout=0.01):
            print(task.get_name())
    except TimeoutError:
        print("late", slow[0].done())
    async for task in asyncio.as_completed([]):
        print("never")
    print("end")

asyncio.run(main())
