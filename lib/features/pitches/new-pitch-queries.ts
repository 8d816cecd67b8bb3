import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { likeText } from '../like-text.ts'

type Asked = { prospect: string; reading: string; contact: string }

/** Whom a new pitch is for, as the address says it: the prospect, or that of the reading note or the person. */
export async function findProspectOf(scope: WorkspaceScope, { prospect, reading, contact }: Asked) {
  authorizeToSee(scope, 'pitches.write')
  if (prospect) return prospect
  const where = { workspaceId: scope.workspaceId }
  const select = { prospectId: true }
  const note = reading
    ? await database().readingNote.findFirst({ where: { ...where, id: reading }, select })
    : null
  if (note) return note.prospectId
  const affiliation = contact
    ? await database().affiliation.findFirst({
        where: { ...where, contactId: contact, prospect: { deletedAt: null } },
        select,
        orderBy: { id: 'desc' },
      })
    : null
  return affiliation?.prospectId ?? null
}

/**
 * What a new pitch can be made of: every campaign, and, once a prospect is chosen, its people with their ways to be
 * reached and what was read there. @throws NotFound for a prospect that is not there
 */
export async function getNewPitchChoices(scope: WorkspaceScope, prospectId: string | null, search = '') {
  authorizeToSee(scope, 'pitches.write')
  const { workspaceId } = scope
  const live = { workspaceId, deletedAt: null }
  const [campaigns, prospects, prospect] = await Promise.all([
    database().campaign.findMany({
      where: live,
      select: { id: true, name: true, route: true, site: { select: { name: true } } },
      orderBy: { createdAt: 'desc' },
    }),
    prospectId ? [] : listLikelyProspects(scope, search),
    prospectId ? findProspect(scope, prospectId) : null,
  ])
  return { campaigns, prospects, prospect }
}

const MOST_PROSPECTS_OFFERED = 50

/** Those somebody has read, last read first; then the newest. */
async function listLikelyProspects({ workspaceId }: WorkspaceScope, search: string) {
  return database().prospect.findMany({
    where: {
      workspaceId,
      deletedAt: null,
      notForUsAt: null,
      ...(search ? { name: { contains: likeText(search), mode: 'insensitive' as const } } : {}),
    },
    select: {
      id: true,
      name: true,
      readingNotes: {
        where: { deletedAt: null },
        select: { id: true, createdAt: true },
        orderBy: { createdAt: 'desc' },
        take: 1,
      },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_PROSPECTS_OFFERED,
  })
}

async function findProspect({ workspaceId }: WorkspaceScope, prospectId: string) {
  const prospect = await database().prospect.findFirst({
    where: { id: prospectId, workspaceId, deletedAt: null },
    include: {
      affiliations: {
        where: { contact: { deletedAt: null } },
        include: {
          contact: {
            include: {
              channels: { where: { deletedAt: null }, orderBy: { createdAt: 'asc' } },
              suppressions: {
                where: { liftedAt: null, addressHash: null, domainHash: null },
                select: { id: true },
                take: 1,
              },
            },
          },
        },
      },
      readingNotes: {
        where: { deletedAt: null },
        include: { pageCopy: { select: { title: true } } },
        orderBy: { createdAt: 'desc' },
        take: 50,
      },
      pitches: {
        where: { deletedAt: null, state: { in: ['sent', 'answered'] } },
        select: { id: true, contact: { select: { name: true } } },
      },
    },
  })
  if (!prospect) throw new NotFound()
  return prospect
}
