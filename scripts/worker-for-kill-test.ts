import { runWorker } from './run-worker.ts'

/** A worker in a process of its own, whose whole outside world is one local server: `node worker-for-kill-test.ts PORT`. */
const port = Number(process.argv[2])
const resolve = async () => [{ address: '127.0.0.1', port, exempt: true }]
await runWorker({ resolve, pausePerHostMs: 20 })
process.send?.('working')
