import { runWorker } from './run-worker.ts'

/** A worker in a process of its own, whose whole outside world is one local server: `node worker-for-kill-test.ts PORT`. */
const port = Number(process.argv[2])
await runWorker({ resolve: async () => [{ address: '127.0.0.1', port, exempt: true }] })
process.send?.('working')
