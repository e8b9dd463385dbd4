import asyncio


async def main():
    barrier = asyncio.Barrier(3)

    async def party(name, turns=0):
        for _ in range(turns):
            await asyncio.sleep(0)
        print(name, "arrives", barrier.n_waiting)
        try:
            print(name, "passes", await barrier.wait())
        except asyncio.BrokenBarrierError:
            print(name, "broken", barrier.broken)
        except asyncio.CancelledError:
            print(name, "cancelled", barrier.n_waiting)
            raise

    await asyncio.gather(party("a"), party("b", 2), party("c", 1))
    print("again", barrier.n_waiting)
    await asyncio.gather(*[party(name) for name in "defghi"])
    print("six", barrier.n_waiting)

    # One leaves: its place is free.
    k, l = [asyncio.create_task(party(name)) for name in "kl"]
    await asyncio.sleep(0)
    k.cancel()
    await asyncio.wait([k])
    print("left", barrier.n_waiting)
    await asyncio.gather(party("m"), party("n"))
    await l

    # Reset with nobody there, with some, and somebody who comes meanwhile.
    await barrier.reset()
    print("reset", barrier.n_waiting, barrier.broken)
    tasks = [asyncio.create_task(party(name)) for name in "op"]
    await asyncio.sleep(0)
    await barrier.reset()
    tasks.append(asyncio.create_task(party("q")))
    await asyncio.wait(tasks[:2])
    print("after the reset", barrier.n_waiting, barrier.broken)
    await asyncio.gather(party("r"), party("s"))
    await tasks[2]

    # Abort: whoever waits and whoever comes.
    tasks = [asyncio.create_task(party(name)) for name in "tu"]
    await asyncio.sleep(0)
    await barrier.abort()
    await asyncio.wait(tasks)
    await party("v")
    await barrier.reset()
    print("as new", barrier.broken)
    await asyncio.gather(*[party(name) for name in "xyz"])

    try:
        asyncio.Barrier(0)
    except ValueError:
        print("zero")
    print("alone", await asyncio.Barrier(1).wait())


asyncio.run(main())
