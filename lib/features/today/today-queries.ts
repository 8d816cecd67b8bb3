import { isFollowUpDue } from '#lib/domain/follow-up-cadence.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { can } from '#lib/domain/roles.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { WORKSPACE, workspaceSql } from '#lib/server/workspace-sql.ts'
import { authorizeToSee } from '../authorize.ts'

/** A page of Today is for one day's work: what is beyond these comes up when the first are done. */
const MOST_SHOWN = 25
const MOST_NOTES_SHOWN = 5
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
export async function listDueFollowUps(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const { workspaceId, now } = scope
  // The calendar is never more than a day ahead of UTC anywhere; who is really due is decided in their own zone.
  const latest = localDateOf(new Date(now.getTime() + DAY_MS), 'UTC')
  const followUps = await database().followUp.findMany({
    where: { workspaceId, id: { in: await firstDueFollowUps(scope, latest, 3 * MOST_SHOWN) } },
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
  return followUps
    .filter(({ dueOn, pitch }) =>
      isFollowUpDue(
        dueOn.toISOString().slice(0, 10),
        now,
        pitch.contact.timeZone ?? pitch.campaign.site.timeZone,
      ),
    )
    .slice(0, MOST_SHOWN)
}

/** Looked at one after the other, from the oldest on, until enough are found; nobody is asked to nudge who asked us to stop. */
async function firstDueFollowUps(scope: WorkspaceScope, latest: string, atMost: number): Promise<string[]> {
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
     WHERE f."workspaceId" = ${WORKSPACE} AND f."state" = 'due' AND f."dueOn" <= ${latest}::date
     ORDER BY f."dueOn", f."id" LIMIT ${atMost}`
  return rows.map(({ id }) => id)
}

/** Those who answered and have not heard back from us, longest waiting first. */
export async function listAnswersToWrite(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  return database().pitch.findMany({
    where: { workspaceId: scope.workspaceId, deletedAt: null, state: 'answered', answerHandledAt: null },
    orderBy: [{ lastMessageAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
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
export async function listPitchesToReview(scope: WorkspaceScope) {
  authorizeToSee(scope, 'pitches.review')
  const { workspaceId, memberId } = scope
  return database().pitch.findMany({
    where: { workspaceId, deletedAt: null, state: 'in-review', writerId: { not: memberId } },
    orderBy: [{ updatedAt: 'asc' }, { id: 'asc' }],
    take: MOST_SHOWN,
    select: { id: true, subject: true, updatedAt: true, ...who },
  })
}

/**
 * What is written and has not gone out: mine first, what is ready before what is being written. What one is asked to
 * review stands in its own list.
 */
export async function listDraftsWaiting(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const mine = await draftsBy(scope, scope.memberId, ['draft', 'in-review', 'ready'], MOST_SHOWN)
  const seen = can(scope.role, 'pitches.review', scope.grants)
    ? ['draft', 'ready']
    : ['draft', 'in-review', 'ready']
  const others = await draftsBy(scope, { not: scope.memberId }, seen, MOST_SHOWN - mine.length)
  return [...mine, ...others]
}

async function draftsBy(
  { workspaceId }: WorkspaceScope,
  writerId: string | { not: string },
  states: string[],
  take: number,
) {
  return database().pitch.findMany({
    where: { workspaceId, deletedAt: null, state: { in: states }, writerId },
    // By the alphabet: ready, in-review, draft.
    orderBy: [{ state: 'desc' }, { updatedAt: 'desc' }, { id: 'desc' }],
    take,
    select: { id: true, subject: true, state: true, updatedAt: true, ...who },
  })
}

/** Mentions whose last look found something nobody has acknowledged yet. */
export async function listNewOutcomes(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const mentions = await database().mention.findMany({
    where: {
      workspaceId: scope.workspaceId,
      deletedAt: null,
      outcome: { not: 'not-looked' },
      OR: [{ seenOutcome: null }, { seenOutcome: { not: { equals: database().mention.fields.outcome } } }],
    },
    orderBy: [{ outcomeAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
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

type ReadNotPitched = {
  id: string
  struck: string
  quote: string
  createdAt: Date
  prospectId: string
  prospectName: string
  authorName: string
}

/** Prospects somebody read lately and nobody has written to: of each the newest note. */
export async function listReadNotPitched(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  // From the newest note on, until enough are found: nobody needs the others.
  const notes = await workspaceSql<ReadNotPitched>(database(), scope)`
    SELECT n."id", n."struck", n."quote", n."createdAt", p."id" AS "prospectId", p."name" AS "prospectName",
           a."name" AS "authorName"
      FROM "ReadingNote" n
      JOIN "Prospect" p ON p."workspaceId" = n."workspaceId" AND p."id" = n."prospectId"
      JOIN "Member" a ON a."workspaceId" = n."workspaceId" AND a."id" = n."authorId"
     WHERE n."workspaceId" = ${WORKSPACE} AND n."deletedAt" IS NULL AND n."quote" <> ''
       AND p."deletedAt" IS NULL AND p."notForUsAt" IS NULL
       AND NOT EXISTS (SELECT 1 FROM "Pitch" x
         WHERE x."workspaceId" = n."workspaceId" AND x."prospectId" = n."prospectId" AND x."deletedAt" IS NULL)
       AND NOT EXISTS (SELECT 1 FROM "ReadingNote" x
         WHERE x."workspaceId" = n."workspaceId" AND x."prospectId" = n."prospectId" AND x."deletedAt" IS NULL
           AND x."quote" <> '' AND (x."createdAt", x."id") > (n."createdAt", n."id"))
     ORDER BY n."deletedAt" DESC, n."createdAt" DESC, n."id" DESC LIMIT ${MOST_NOTES_SHOWN}`
  return notes.map(({ prospectId, prospectName, authorName, ...note }) => ({
    ...note,
    prospect: { id: prospectId, name: prospectName },
    author: { name: authorName },
  }))
}

/** Which of the first steps somebody has taken here. */
export async function findFirstSteps(scope: WorkspaceScope) {
  authorizeToSee(scope, 'today.read')
  const where = { workspaceId: scope.workspaceId, deletedAt: null }
  const select = { id: true }
  // An order that an index has: unordered, another workspace's rows might be read through to find none of ours.
  const [site, campaign, prospect, reading, pitch] = await Promise.all([
    database().site.findFirst({ where, select }),
    database().campaign.findFirst({ where, select }),
    database().prospect.findFirst({ where, select, orderBy: { createdAt: 'desc' } }),
    database().readingNote.findFirst({
      where,
      select,
      orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }],
    }),
    database().pitch.findFirst({ where, select, orderBy: [{ deletedAt: 'desc' }, { updatedAt: 'desc' }] }),
  ])
  return {
    site: site !== null,
    campaign: campaign !== null,
    prospect: prospect !== null,
    reading: reading !== null,
    pitch: pitch !== null,
  }
}
