import { type LocalDate, localDateOf } from '#lib/domain/local-date.ts'
import { owedWords } from '#lib/domain/promises.ts'
import { type Database, database, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

type Reader = Database | Transaction

/** Whom one would ask: a person, at an outlet. Without a person, whoever is there. */
export type Whom = { contactId: string | null; prospectId: string | null }

/**
 * The promise of ours that is longest overdue to this person, wherever they were promised it, or to their outlet and nobody in
 * particular; in words. Null where there is none. Who looks is asked for the date: it is overdue once their day is over.
 */
export async function findOverduePromise(
  scope: WorkspaceScope,
  whom: Whom,
  db: Reader = database(),
): Promise<string | null> {
  const [owed] = await listOverduePromises(scope, [whom], db)
  return owed ?? null
}

/** The same for many at once, in one query: for each, in the same order, the promise that stands in the way, or null. */
export async function listOverduePromises(
  scope: WorkspaceScope,
  whom: readonly Whom[],
  db: Reader = database(),
): Promise<(string | null)[]> {
  authorizeToSee(scope, 'prospects.read')
  const contactIds = [...new Set(whom.flatMap(({ contactId }) => contactId ?? []))]
  const prospectIds = [...new Set(whom.flatMap(({ prospectId }) => prospectId ?? []))]
  if (contactIds.length + prospectIds.length === 0) return whom.map(() => null)
  const owed = await db.promiseMade.findMany({
    where: {
      ...{ workspaceId: scope.workspaceId, deletedAt: null, state: 'open', whose: 'ours' },
      dueOn: { lt: dayOf(localDateOf(scope.now, scope.timeZone)) },
      OR: [{ contactId: { in: contactIds } }, { prospectId: { in: prospectIds } }],
    },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: { prospectId: true, contactId: true, words: true, dueOn: true },
  })
  return whom.map(({ contactId, prospectId }) => {
    const first = owed.find((promise) =>
      // Of an ask to nobody in particular, anybody there may be meant.
      promise.contactId === null || contactId === null
        ? promise.prospectId === prospectId
        : promise.contactId === contactId,
    )
    return first
      ? owedWords({ words: first.words, dueOn: first.dueOn.toISOString().slice(0, 10) as LocalDate })
      : null
  })
}

function dayOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}
