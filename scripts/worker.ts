import { SettingsError, settings } from '#lib/server/env.ts'
import { runWorker } from './run-worker.ts'

try {
  settings()
  const worker = await runWorker()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => void worker.stop().then(() => process.exit(0)))
  }
  process.on('disconnect', () => void worker.stop().then(() => process.exit(0)))
} catch (error) {
  console.error(error instanceof SettingsError ? `The worker cannot start. ${error.message}` : error)
  process.exit(1)
}
