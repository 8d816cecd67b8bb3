import { isFollowUpDue } from '#lib/domain/follow-up-cadence.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { can } from '#lib/domain/roles.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'
import { type NarrowList, onlyThese } from '../narrow-list.ts'
import { withDoubts } from '../pitches/silence-queries.ts'

/** A page of Today is for one day's work: what is beyond these comes up when the first are done. */
const MOST_SHOWN = 25
/** Follow-ups of the next day are read as well, and left out where the day has not begun yet. */
const DUE_ELSEWHERE_ONLY = 25
/** The newest look may not be the one the outcome rests on: one that cannot tell changes nothing. */
const LOOKS_READ = 5
const DAY_MS = 24 * 60 * 60 * 1000

const who = {
  prospect: { select: { id: true, name: true } },
  contact: { select: { id: true, name: true } },
  campaign: { select: { id: true, name: true } },
  writer: { select: { id: true, name: true } },
} satisfies Prisma.PitchSelect

/** Follow-ups whose day has come where the contact lives, oldest first. */
export async function listDueFollowUps(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId, now } = scope
  const { take = MOST_SHOWN } = narrow
  const ids = await firstDueFollowUps(scope, { take: take + DUE_ELSEWHERE_ONLY, only: narrow.only })
  const followUps = await database().followUp.findMany({
    where: { workspaceId, id: { in: ids } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      number: true,
      dueOn: true,
      body: true,
      pitch: {
        select: {
          id: true,
          subject: true,
          sentAt: true,
          ...who,
          contact: { select: { id: true, name: true, timeZone: true } },
          campaign: { select: { id: true, name: true, site: { select: { timeZone: true } } } },
        },
      },
    },
  })
  const due = followUps
    .filter(({ dueOn, pitch }) =>
      isFollowUpDue(
        dueOn.toISOString().slice(0, 10),
        now,
        pitch.contact.timeZone ?? pitch.campaign.site.timeZone,
      ),
    )
    .slice(0, take)
  return withDoubts(scope, due)
}

/** Looked at one after the other, from the oldest on, until enough are found; nobody is asked to nudge who asked us to stop. */
async function firstDueFollowUps(scope: WorkspaceScope, { take, only }: NarrowList): Promise<string[]> {
  // The calendar is never more than a day ahead of UTC anywhere; who is really due is decided in their own zone.
  const latest = localDateOf(new Date(scope.now.getTime() + DAY_MS), 'UTC')
  const narrowed = only ? Prisma.sql`AND f."id" = ANY (${[...only]})` : Prisma.empty
  const rows = await workspaceSql<{ id: string }>(database(), scope)`
    SELECT f."id" FROM "FollowUp" f
     CROSS JOIN LATERAL (
       SELECT p."contactId" FROM "Pitch" p
        WHERE p."workspaceId" = f."workspaceId" AND p."id" = f."pitchId" AND p."deletedAt" IS NULL AND p."state" = 'sent'
        LIMIT 1) p
     CROSS JOIN LATERAL (
       SELECT 1 FROM "Contact" c
        WHERE c."workspaceId" = f."workspaceId" AND c."id" = p."contactId" AND c."deletedAt" IS NULL
          AND NOT EXISTS (SELECT 1 FROM "Suppression" s
            WHERE s."workspaceId" = c."workspaceId" AND s."contactId" = c."id" AND s."liftedAt" IS NULL
              AND s."addressHash" IS NULL AND s."domainHash" IS NULL)
        LIMIT 1) c
     WHERE f."workspaceId" = ${WORKSPACE} AND f."state" = 'due' AND f."dueOn" <= ${latest}::date ${narrowed}
     ORDER BY f."dueOn", f."id" LIMIT ${take}`
  return rows.map(({ id }) => id)
}

/** Those who answered and have not heard back from us, longest waiting first. */
export async function listAnswersToWrite(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  return database().pitch.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      state: 'answered',
      answerHandledAt: null,
      ...onlyThese(narrow),
    },
    orderBy: [{ lastMessageAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: {
      id: true,
      subject: true,
      lastMessageAt: true,
      ...who,
      messages: { where: { direction: 'in' }, orderBy: { at: 'desc' }, take: 1, select: { body: true } },
    },
  })
}

/** Letters of others that wait for this person's eyes, longest waiting first. Their text stands still meanwhile. */
export async function listPitchesToReview(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'pitches.review')
  const { workspaceId, memberId } = scope
  return database().pitch.findMany({
    where: {
      workspaceId,
      deletedAt: null,
      state: 'in-review',
      writerId: { not: memberId },
      ...onlyThese(narrow),
    },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: { id: true, subject: true, updatedAt: true, ...who },
  })
}

/**
 * What is written and has not gone out: mine first, what is ready before what is being written. What one is asked to
 * review stands in its own list.
 */
export async function listDraftsWaiting(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  const { take = MOST_SHOWN } = narrow
  const mine = await draftsBy(scope, scope.memberId, ['draft', 'in-review', 'ready'], { ...narrow, take })
  const seen = can(scope.role, 'pitches.review', scope.grants)
    ? ['draft', 'ready']
    : ['draft', 'in-review', 'ready']
  const left = { ...narrow, take: take - mine.length }
  return [...mine, ...(await draftsBy(scope, { not: scope.memberId }, seen, left))]
}

async function draftsBy(
  { workspaceId }: WorkspaceScope,
  writerId: string | { not: string },
  states: string[],
  narrow: NarrowList,
) {
  return database().pitch.findMany({
    where: { workspaceId, deletedAt: null, state: { in: states }, writerId, ...onlyThese(narrow) },
    // By the alphabet: ready, in-review, draft.
    orderBy: [{ state: 'desc' }, { updatedAt: 'desc' }, { id: 'desc' }],
    take: narrow.take,
    select: { id: true, subject: true, state: true, updatedAt: true, ...who },
  })
}

/** Mentions whose last look found something nobody has acknowledged yet. */
export async function listNewOutcomes(scope: WorkspaceScope, narrow: NarrowList = {}) {
  authorizeToSee(scope, 'today.read')
  const mentions = await database().mention.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      outcome: { not: 'not-looked' },
      OR: [{ seenOutcome: null }, { seenOutcome: { not: { equals: database().mention.fields.outcome } } }],
      ...onlyThese(narrow),
    },
    orderBy: [{ outcomeAt: 'desc' }, { id: 'desc' }],
    take: narrow.take ?? MOST_SHOWN,
    select: {
      id: true,
      url: true,
      outcome: true,
      outcomeAt: true,
      provenance: true,
      site: { select: { id: true, name: true } },
      prospect: { select: { id: true, name: true } },
      linkChecks: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: LOOKS_READ,
        select: { sentence: true, verdict: true },
      },
    },
  })
  return mentions.map(({ linkChecks, ...mention }) => ({
    ...mention,
    sentence: linkChecks.find((look) => look.verdict === mention.outcome)?.sentence ?? null,
  }))
}
