import asyncio

async def work(name, turns, error=None):
    for _ in range(turns):
        await asyncio.sleep(0)
    if error:
        raise error
    return name

def names(tasks):
    return sorted(t.get_name() for t in tasks)

async def main():
    def make(*specs):
        return [asyncio.create_task(work(n, t, e), name=n) for n, t, e in specs]
    tasks = make(("a", 3, None), ("b", 1, None), ("c", 5, None))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks)
    print(names(done), names(pending))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(names(done), names(pending))
    tasks = make(("a", 2, None), ("bad", 3, ValueError()), ("c", 50, None))
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(names(done), names(pending))
    slow = [asyncio.create_task(asyncio.sleep(10), name="slow"), asyncio.create_task(asyncio.sleep(0), name="quick")]
    done, pending = await asyncio.wait(slow, timeout=0.01)
    print(names(done), names(pending))
    try:
        await asyncio.wait([])
    except ValueError:
        print("nothing to wait for")

asyncio.run(main())
