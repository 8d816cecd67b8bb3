import { readOutgoingLinks } from '#lib/domain/outgoing-links.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import { addressKeyOf } from '#lib/domain/web-address.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

/** A habit is told from the newest posts: what a site did long ago says little. */
const POSTS_COUNTED = 100

/** The posts of an outlet that we read and whose links were counted, newest first; a post that was read twice counts once. */
export async function listPostLinks(scope: WorkspaceScope, prospectId: string) {
  authorizeToSee(scope, 'prospects.read')
  const notes = await database().readingNote.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, deletedAt: null },
    orderBy: [{ deletedAt: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    take: POSTS_COUNTED,
    select: {
      id: true,
      url: true,
      pageCopy: { select: { title: true, finalUrl: true, linkFacts: true } },
    },
  })
  const seen = new Set<string>()
  return notes.flatMap(({ id: noteId, url, pageCopy }) => {
    const links = readOutgoingLinks(pageCopy.linkFacts)
    const key = addressKeyOf(pageCopy.finalUrl ?? url) ?? url
    if (!links || seen.has(key)) return []
    seen.add(key)
    return [{ noteId, title: pageCopy.title || readableAddress(url), links }]
  })
}
