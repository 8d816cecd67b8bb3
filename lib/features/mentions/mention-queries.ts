import { NotFound } from '#lib/domain/refusal.ts'
import { can } from '#lib/domain/roles.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { narrowedMentions, visibleMentions } from './mention-filter.ts'
import { mentionKeyOf } from './mention-key.ts'

const LOOKS_SHOWN = 100
const DECISIONS_SHOWN = 50
const MOST_OF_ONE_PROSPECT = 200
/** Whom we asked for what is between us and them. */
const NO_ASK = { askState: 'none', askReason: '', askedAt: null, askAnswer: null, askClosedAt: null }
/** And so is whom we thanked, and in what words. */
const NO_THANKS = { thanksState: 'none', thanksDraft: '', thanksAt: null, thanksById: null }

/** A mention with its looks and decisions, newest first. What a viewer may not see (whom we pitched, our notes) is not in it. @throws NotFound */
export async function getMention(scope: WorkspaceScope, mentionId: string) {
  authorizeToSee(scope, 'mentions.read')
  const mention = await database().mention.findFirst({
    where: { ...visibleMentions({ id: mentionId }, scope), workspaceId: scope.workspaceId },
    include: {
      site: true,
      prospect: { select: { id: true, name: true, deletedAt: true } },
      campaign: { select: { id: true, name: true, deletedAt: true } },
      pitch: { select: { id: true, subject: true, deletedAt: true } },
      sample: { select: { id: true, deletedAt: true, item: { select: { name: true } } } },
      recordedBy: { select: { name: true } },
      linkChecks: {
        orderBy: [{ at: 'desc' }, { number: 'desc' }],
        take: LOOKS_SHOWN,
        // For whoever verifies the chain; a page needs none of it.
        omit: { fieldSalts: true, fieldHashes: true },
        include: {
          requestedBy: { select: { name: true } },
          rawPage: { select: { keptUntil: true } },
        },
      },
      decisions: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: DECISIONS_SHOWN,
        include: { by: { select: { name: true } } },
      },
    },
  })
  if (!mention) throw new NotFound()
  const { prospect, campaign, pitch, sample, sampleId, note, decisions, ...rest } = mention
  const isOfHouse = can(scope.role, 'prospects.read')
  return {
    ...rest,
    ...(isOfHouse ? {} : { ...NO_ASK, ...NO_THANKS }),
    decisions: decisions.map((decision) => (isOfHouse ? decision : { ...decision, reason: '' })),
    note: isOfHouse ? note : '',
    prospect: isOfHouse ? alive(prospect) : null,
    campaign: can(scope.role, 'campaigns.read') ? alive(campaign) : null,
    pitch: can(scope.role, 'pitches.read') ? alive(pitch) : null,
    sample: can(scope.role, 'samples.read') && sampleId !== null ? alive(sample) : null,
  }
}

export type MentionWithLooks = Awaited<ReturnType<typeof getMention>>

/** What an outlet wrote about us, newest first. */
export async function listMentionsOfProspect(
  scope: WorkspaceScope,
  prospectId: string,
  atMost = MOST_OF_ONE_PROSPECT,
) {
  authorizeToSee(scope, 'prospects.read')
  return database().mention.findMany({
    where: { ...visibleMentions({ prospectId }, scope), workspaceId: scope.workspaceId },
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: atMost,
    include: { site: { select: { id: true, name: true } } },
  })
}

/** The mention of this page for this Site, or null: to offer it instead of a second one. */
export async function findMentionOfPage(scope: WorkspaceScope, siteId: string, url: string) {
  authorizeToSee(scope, 'mentions.read')
  return database().mention.findFirst({
    where: {
      ...visibleMentions({ siteId, liveUrlKey: mentionKeyOf(url) }, scope),
      workspaceId: scope.workspaceId,
    },
    select: { id: true, createdAt: true },
  })
}

/** What is known of where a new mention comes from, for the form: names only, and null where it is not there. */
export async function findMentionOrigin(
  scope: WorkspaceScope,
  { prospectId, pitchId }: { prospectId?: string | null; pitchId?: string | null },
) {
  authorizeToSee(scope, 'prospects.read')
  const here = { workspaceId: scope.workspaceId, deletedAt: null }
  const db = database()
  const pitch = pitchId
    ? await db.pitch.findFirst({
        where: { ...here, id: pitchId },
        select: {
          id: true,
          subject: true,
          prospectId: true,
          contactId: true,
          campaign: { select: { id: true, name: true, siteId: true, targetUrls: true } },
        },
      })
    : null
  const id = pitch?.prospectId ?? prospectId
  const prospect = id
    ? await db.prospect.findFirst({
        where: { ...here, id },
        select: { id: true, name: true, kind: true, homepage: true },
      })
    : null
  return { pitch, prospect }
}

/** For the command palette: pages by the words of their address. */
export async function searchMentions(scope: WorkspaceScope, words: string, atMost: number) {
  authorizeToSee(scope, 'mentions.read')
  return database().mention.findMany({
    where: {
      ...visibleMentions(narrowedMentions({ q: words }, scope), scope),
      workspaceId: scope.workspaceId,
    },
    orderBy: { createdAt: 'desc' },
    take: atMost,
    select: { id: true, url: true, site: { select: { name: true } } },
  })
}

function alive<T extends { deletedAt: Date | null }>(row: T | null): T | null {
  return row && row.deletedAt === null ? row : null
}
