import { isFollowUpDue, silenceClosesAt } from '#lib/domain/follow-up-cadence.ts'
import { startOfDay } from '#lib/domain/start-of-day.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import type { NarrowList } from '../narrow-list.ts'
import { pitchLimits } from '../pitches/pitch-limits.ts'

const MOST_SHOWN = 25
/** Nobody has more letters out than this: silence closes each within weeks, and a day has its limit. */
const MOST_LETTERS_OUT = 250

/** What comes next with a letter that waits for an answer, and when; `follow-up` may be due already. */
type NextStep = { next: 'follow-up' | 'closes'; nextAt: Date; isDue: boolean }

/** Letters of one's own that nobody has answered and that need nothing yet, by what comes next. */
export async function listLettersOut(scope: WorkspaceScope, { take = MOST_SHOWN, only }: NarrowList = {}) {
  const letters = await listOwnLettersOut(scope, only)
  return letters.filter(({ isDue }) => !isDue).slice(0, take)
}

/** All letters of one's own that nobody has answered, by what comes next. */
export async function listOwnLettersOut(scope: WorkspaceScope, only?: readonly string[]) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId } = scope
  const [found, workspace] = await Promise.all([
    lettersOut(scope, only),
    database().workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { settings: true } }),
  ])
  const followUps = new Map(found.map((letter) => [letter.id, letter]))
  const pitches = await database().pitch.findMany({
    where: { workspaceId, id: { in: [...followUps.keys()] } },
    select: {
      id: true,
      subject: true,
      lastMessageAt: true,
      contact: { select: { name: true, timeZone: true } },
      prospect: { select: { name: true } },
      campaign: { select: { site: { select: { timeZone: true } } } },
    },
  })
  const { cadence } = pitchLimits(workspace.settings)
  return pitches
    .map((pitch) => {
      const { followUpId = null, dueOn = null } = followUps.get(pitch.id) ?? {}
      const closesAt = silenceClosesAt(pitch.lastMessageAt ?? scope.now, cadence)
      const zone = pitch.contact.timeZone ?? pitch.campaign.site.timeZone
      return { ...pitch, followUpId, ...nextStep(dueOn, zone, closesAt, scope.now) }
    })
    .toSorted((a, b) => a.nextAt.getTime() - b.nextAt.getTime())
}

function nextStep(dueOn: Date | null, timeZone: string, closesAt: Date, now: Date): NextStep {
  if (dueOn === null) return { next: 'closes', nextAt: closesAt, isDue: false }
  const date = dueOn.toISOString().slice(0, 10)
  return { next: 'follow-up', nextAt: startOfDay(date, timeZone), isDue: isFollowUpDue(date, now, timeZone) }
}

type LetterOut = { id: string; followUpId: string | null; dueOn: Date | null }

/** Nobody is to be nudged who asked us to stop: their letters are left out. */
async function lettersOut(scope: WorkspaceScope, only: readonly string[] | undefined) {
  const narrowed = only ? Prisma.sql`AND p."id" = ANY (${[...only]})` : Prisma.empty
  return workspaceSql<LetterOut>(database(), scope)`
    SELECT p."id", f."id" AS "followUpId", f."dueOn" FROM (
      SELECT p."id", p."workspaceId", p."contactId" FROM "Pitch" p
       WHERE p."workspaceId" = ${WORKSPACE} AND p."writerId" = ${scope.memberId} AND p."deletedAt" IS NULL
         AND p."state" = 'sent' ${narrowed}
       ORDER BY p."lastMessageAt", p."id" LIMIT ${MOST_LETTERS_OUT}) p
      LEFT JOIN LATERAL (
        SELECT f."id", f."dueOn" FROM "FollowUp" f
         WHERE f."workspaceId" = p."workspaceId" AND f."pitchId" = p."id" AND f."state" = 'due'
         ORDER BY f."number" LIMIT 1) f ON true
     WHERE NOT EXISTS (SELECT 1 FROM "Suppression" s
       WHERE s."workspaceId" = p."workspaceId" AND s."contactId" = p."contactId" AND s."liftedAt" IS NULL
         AND s."addressHash" IS NULL AND s."domainHash" IS NULL)`
}
