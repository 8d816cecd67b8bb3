import { runWorker } from './run-worker.ts'

/** A worker in a process of its own, to be killed. */
await runWorker({ resolve: async () => [] })
process.send?.('working')
