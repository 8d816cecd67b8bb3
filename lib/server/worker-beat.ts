import { databaseAcrossWorkspaces } from './database.ts'

/** Workers show themselves every 15 seconds; three missed beats and a little make a minute. */
export const WORKER_IS_MISSED_AFTER_MS = 60_000

/** When a worker was last seen alive; null if none ever was. */
export async function lastWorkerBeat(): Promise<Date | null> {
  const { _max } = await databaseAcrossWorkspaces().workerBeat.aggregate({ _max: { seenAt: true } })
  return _max.seenAt
}

/** Whether somebody is there to do the work that pages wait for. */
export function isWorkerMissed(lastBeat: Date | null, now: Date): boolean {
  return lastBeat === null || now.getTime() - lastBeat.getTime() > WORKER_IS_MISSED_AFTER_MS
}
