# The same exception object comes out of each await.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    error = ValueError("x")
    future.set_exception(error)
    for _ in range(2):
        try:
            await future
        except ValueError as e:
            print("same", e is error)
    print("exception", future.exception() is error)

asyncio.run(main())
