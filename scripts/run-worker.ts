import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import { databaseAcrossWorkspaces, disconnectDatabase } from '#lib/server/database.ts'
import { startBoss } from '#lib/server/jobs.ts'

const BEAT_EVERY_MS = 15_000

/** What a test may put in place of the real world; the command line and `npm start` put in nothing. */
export type WorkerWorld = { readonly fetching?: object }

/** Runs every queue's jobs until stopped. Any number of workers may run beside each other. */
export async function runWorker(_world: WorkerWorld = {}) {
  const boss = await startBoss({ supervise: true, schedule: true, migrate: false, useListenNotify: true })
  const beat = await keepBeating()
  return {
    async stop() {
      clearInterval(beat.timer)
      await boss.stop({ graceful: true, timeout: 5000 })
      await databaseAcrossWorkspaces().workerBeat.deleteMany({ where: { id: beat.id } })
      await disconnectDatabase()
    },
  }
}

async function keepBeating() {
  const id = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`
  const startedAt = new Date()
  const beatOnce = () =>
    databaseAcrossWorkspaces().workerBeat.upsert({
      where: { id },
      create: { id, startedAt, seenAt: startedAt },
      update: { seenAt: new Date() },
    })
  await beatOnce()
  const timer = setInterval(() => beatOnce().catch((error) => console.error(String(error))), BEAT_EVERY_MS)
  return { id, timer }
}
