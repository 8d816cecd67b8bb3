import {
  RETENTION_RULES,
  type Retention,
  type RetentionRule,
  retentionCutoff,
  retentionOf,
} from '#lib/domain/retention.ts'
import type { Prisma } from '#lib/generated/prisma/client.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

const NAMES_SHOWN = 5
const RUNS_SHOWN = 50

/** The rules of a workspace as they stand. */
export async function getRetention(scope: WorkspaceScope): Promise<Retention> {
  authorizeToSee(scope, 'exports.run')
  const { retention } = await database().workspace.findUniqueOrThrow({
    where: { id: scope.workspaceId },
    select: { retention: true },
  })
  return retentionOf(retention)
}

/** What each rule would do if it ran now with these days: how many, and the first names. */
export async function previewRetention(scope: WorkspaceScope, retention: Retention) {
  authorizeToSee(scope, 'exports.run')
  const answers = []
  for (const rule of RETENTION_RULES) {
    const days = retention[rule]
    if (days === null) answers.push({ rule, days, total: 0, first: [] as string[] })
    else
      answers.push({ rule, days, ...(await OVER[rule](scope.workspaceId, retentionCutoff(days, scope.now))) })
  }
  return answers
}

export type RetentionPreview = Awaited<ReturnType<typeof previewRetention>>[number]

/** What was erased, by people and by the rules, newest first. Whom is not kept. */
export async function listErasures(scope: WorkspaceScope) {
  authorizeToSee(scope, 'exports.run')
  return database().erasure.findMany({
    where: { workspaceId: scope.workspaceId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: RUNS_SHOWN,
    include: { by: { select: { name: true } } },
  })
}

type Over = { total: number; first: string[] }

const OVER: Record<RetentionRule, (workspaceId: string, cutoff: Date) => Promise<Over>> = {
  importFiles: async (workspaceId, cutoff) => {
    const where = { workspaceId, ...importsOver(workspaceId, cutoff) }
    const first = await database().importBatch.findMany({
      where,
      orderBy: { createdAt: 'asc' },
      take: NAMES_SHOWN,
      select: { fileName: true },
    })
    return {
      total: await database().importBatch.count({ where }),
      first: first.map(({ fileName }) => fileName),
    }
  },
  feedPosts: async (workspaceId, cutoff) => {
    const where = { workspaceId, ...postsOver(cutoff) }
    const first = await database().feedPost.findMany({
      where,
      orderBy: { seenAt: 'asc' },
      take: NAMES_SHOWN,
      select: { title: true },
    })
    return {
      total: await database().feedPost.count({ where }),
      first: first.map(({ title }) => title || 'A post without a title'),
    }
  },
  closedPitches: async (workspaceId, cutoff) => {
    const where = { workspaceId, ...pitchesOver(cutoff) }
    const first = await database().pitch.findMany({
      where,
      orderBy: { closedAt: 'asc' },
      take: NAMES_SHOWN,
      select: { subject: true },
    })
    return {
      total: await database().pitch.count({ where }),
      first: first.map(({ subject }) => subject || 'A pitch without a subject'),
    }
  },
  quietContacts: async (workspaceId, cutoff) => {
    const where = { workspaceId, ...contactsOver(workspaceId, cutoff) }
    const first = await database().contact.findMany({
      where,
      orderBy: { createdAt: 'asc' },
      take: NAMES_SHOWN,
      select: { name: true },
    })
    return { total: await database().contact.count({ where }), first: first.map(({ name }) => name) }
  },
}

/** Imports that are over, or that nobody went on with; never one that is being written. */
export function importsOver(workspaceId: string, cutoff: Date): Prisma.ImportBatchWhereInput {
  return {
    createdAt: { lt: cutoff },
    state: { notIn: ['reading', 'applying', 'undoing'] },
    OR: [{ blobId: { not: null } }, { rows: { some: { workspaceId } } }],
  }
}

export function postsOver(cutoff: Date): Prisma.FeedPostWhereInput {
  return {
    seenAt: { lt: cutoff },
    OR: [{ text: { not: '' } }, { summary: { not: '' } }, { author: { not: '' } }, { notes: { not: '' } }],
  }
}

export function pitchesOver(cutoff: Date): Prisma.PitchWhereInput {
  return { state: 'closed', closedAt: { lt: cutoff }, OR: [{ subject: { not: '' } }, { body: { not: '' } }] }
}

export function contactsOver(workspaceId: string, cutoff: Date): Prisma.ContactWhereInput {
  const none = { none: { workspaceId } }
  return {
    deletedAt: null,
    createdAt: { lt: cutoff },
    updatedAt: { lt: cutoff },
    pitches: none,
    messages: none,
    touches: none,
    samples: none,
    contributions: none,
    promises: none,
    requests: none,
    channels: { none: { workspaceId, origin: { isNot: null } } },
  }
}
