import type { PgBoss } from 'pg-boss'
import { afterAll } from 'vitest'
import { type Jobs, startBoss } from '#lib/server/jobs.ts'

let boss: Promise<PgBoss> | undefined
afterAll(async () => {
  await (await boss)?.stop({ graceful: false })
  boss = undefined
})

/** The queue itself, for tests that look into it. */
export function queue(): Promise<PgBoss> {
  boss ??= startBoss({ supervise: false, schedule: false, migrate: false, max: 1 })
  return boss
}

/** The jobs in the queue that would look at this mention, whatever became of them, oldest first. */
export async function lookJobs(mentionId: string) {
  const jobs = await (await queue()).findJobs<Jobs['look-at-mention']>('look-at-mention', {
    data: { mentionId },
  })
  return jobs.sort((a, b) => a.createdOn.getTime() - b.createdOn.getTime())
}
