import { database, type Transaction } from '#lib/server/database.ts'
import { settings } from '#lib/server/env.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const HOUR_MS = 60 * 60 * 1000

// Whoever counts looks holds the hour's row until their transaction ends, so that the count is right with any number of
// workers. The hour is held before any mention's row: two that wait for each other cannot be.

/**
 * Counts a look that a person asked for: it is never held back, even where the hour is used up.
 *
 * @param looks less than none where it turns out that nothing was asked for
 */
export async function countLooks(tx: Transaction, now: Date, looks: number) {
  await hold(tx, now, looks)
}

/**
 * Takes as many of the hour's looks as there are, at most those wanted. The hour is held in any case, so that those who
 * ask for many looks come one after the other.
 *
 * @returns how many
 */
export async function takeLooks(tx: Transaction, now: Date, wanted: number): Promise<number> {
  const left = settings().looksPerHour - (await hold(tx, now, 0))
  const granted = Math.min(Math.max(left, 0), wanted)
  if (granted > 0) await hold(tx, now, granted)
  return granted
}

/** How many looks the hour still has, without holding it: enough to plan with. */
export async function looksLeft(now: Date): Promise<number> {
  const hour = await database().lookHour.findUnique({ where: { hour: hourOf(now) } })
  return Math.max(settings().looksPerHour - (hour?.used ?? 0), 0)
}

/** What the whole installation may look at in this hour, and how much of it is used. */
export async function getLookHour(scope: WorkspaceScope) {
  authorizeToSee(scope, 'checks.read')
  const since = hourOf(scope.now)
  const hour = await database().lookHour.findUnique({ where: { hour: since } })
  return {
    limit: settings().looksPerHour,
    used: hour?.used ?? 0,
    since,
    until: new Date(since.getTime() + HOUR_MS),
  }
}

/** The row is made, changed and held in one statement. */
async function hold(tx: Transaction, now: Date, more: number): Promise<number> {
  const hour = hourOf(now)
  const { used } = await tx.lookHour.upsert({
    where: { hour },
    create: { hour, used: more },
    update: { used: { increment: more } },
  })
  return used
}

/** The hour a moment belongs to, by UTC. */
function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / HOUR_MS) * HOUR_MS)
}
