# A cancelled future that is awaited, without anybody cancelling the task.
import asyncio

async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel("gone")
    for _ in range(2):
        try:
            await future
        except asyncio.CancelledError as e:
            print("cancelled", e.args)
    print(asyncio.current_task().cancelling())

asyncio.run(main())
