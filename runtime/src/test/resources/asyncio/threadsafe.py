# Another thread hands work to a loop, and takes its outcome.
import asyncio
import concurrent.futures
import threading


async def gives(value):
    await asyncio.sleep(0)
    return value


async def fails():
    await asyncio.sleep(0)
    raise ValueError("x")


async def waits(begun, ended):
    begun.set()
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        print("cancelled in the loop")
        ended.set()
        raise


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def stranger():
        submit = lambda c: asyncio.run_coroutine_threadsafe(c, loop)
        print("value", submit(gives(5)).result())
        try:
            submit(fails()).result()
        except ValueError as e:
            print("failure", e)
        begun, ended = threading.Event(), threading.Event()
        future = submit(waits(begun, ended))
        begun.wait()
        cancelled = [future.cancel(), future.cancel()]
        ended.wait()
        print("cancel", *cancelled)
        try:
            future.result()
        except concurrent.futures.CancelledError:
            print("cancelled outside")
        for i in range(3):
            loop.call_soon_threadsafe(print, "callback", i)
        loop.call_soon_threadsafe(done.set_result, None)

    thread = threading.Thread(target=stranger)
    thread.start()
    await done
    thread.join()
    return loop


loop = asyncio.run(main())
try:
    loop.call_soon_threadsafe(print)
except RuntimeError:
    print("closed")
