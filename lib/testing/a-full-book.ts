import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from './a-full-workspace.ts'

/** A full workspace with a row in every table that travels: what a prospect book in use holds. */
export async function aFullBook(scope: WorkspaceScope, mark: string): Promise<FullWorkspace> {
  const full = await aFullWorkspace(scope, mark)
  const { workspaceId, memberId, now } = scope
  const { prospectId, siteId, mentionId } = full
  const db = databaseAcrossWorkspaces()
  const own = { workspaceId, byId: memberId, at: now }
  const times = { createdAt: now, updatedAt: now }
  const outlet = {
    workspaceId,
    kind: 'podcast',
    name: 'Gone',
    homepage: 'https://gone.test/',
    outletKey: 'gone.test',
  }
  const batch = await db.importBatch.create({
    data: {
      ...{
        workspaceId,
        byId: memberId,
        fileName: 'trackers.csv',
        state: 'applied',
        createdAt: now,
        appliedAt: now,
      },
      options: { siteId, tags: ['gear'] },
      counts: { new: 2 },
      siteId,
      total: 2,
      done: 2,
    },
  })
  const gone = await db.prospect.create({
    data: { ...outlet, ...times, deletedAt: now, mergedIntoId: prospectId, importBatchId: batch.id },
  })
  const [one, other] = [prospectId, gone.id].sort()
  await db.merge.create({
    data: {
      ...{ ...own, kind: 'prospect', keptId: prospectId, goneId: gone.id, keptName: 'P', goneName: 'Gone' },
      before: { kept: { id: prospectId, name: 'P' }, moved: { Channel: [gone.id] } },
    },
  })
  await db.notSame.create({ data: { ...own, kind: 'prospect', oneId: one ?? '', otherId: other ?? '' } })
  await db.outletAlias.create({
    data: { workspaceId, prospectId, key: 'gone.test', why: 'merge', createdAt: now },
  })
  await db.vetting.create({
    data: {
      ...own,
      prospectId,
      question: 'real-audience',
      answer: 'yes',
      evidence: '40 comments',
      evidenceUrl: '',
    },
  })
  await db.earlierVetting.create({
    data: {
      ...own,
      ...{ prospectId, question: 'real-audience', answer: 'no', evidence: '3 comments' },
      ...{ evidenceUrl: 'https://k.test/about', endedAt: now, ending: 'changed' },
    },
  })
  await db.outletLook.deleteMany({ where: { workspaceId, prospectId } })
  await db.outletLook.create({
    data: { workspaceId, prospectId, state: 'done', requestedAt: now, at: now, facts: { feeds: [] } },
  })
  await db.tag.create({ data: { workspaceId, name: 'Gear', nameKey: 'gear', createdAt: now } })
  await db.customField.create({
    data: {
      ...{ workspaceId, noun: 'prospect', key: 'media-kit', label: 'Media kit', kind: 'link' },
      ...{ position: 1, createdAt: now },
    },
  })
  await db.prospect.updateMany({
    where: { workspaceId, id: prospectId },
    data: { tags: ['Gear'], custom: { 'media-kit': 'https://k.test/kit', budget: 12.5 } },
  })
  await db.contact.create({
    data: {
      ...{ workspaceId, name: 'Ünal “Ü” Öz <b>', cardUid: 'urn:uuid:1', ...times },
      links: [{ url: 'https://k.test/me', label: 'Home' }],
    },
  })
  await db.savedView.create({
    data: { workspaceId, ownerId: memberId, name: 'Mine', query: `site=${siteId}&stage=read`, ...times },
  })
  const feed = await db.feed.create({
    data: {
      ...{ workspaceId, prospectId, url: 'https://k.test/feed', urlKey: 'k.test/feed', kind: 'rss' },
      ...{ state: 'idle', createdAt: now, nextLookAt: now },
    },
  })
  const post = await db.feedPost.create({
    data: { workspaceId, feedId: feed.id, prospectId, guidKey: 'g', url: 'https://k.test/1', seenAt: now },
  })
  await db.postMark.create({ data: { workspaceId, postId: post.id, memberId, at: now } })
  await db.outcomeDecision.create({
    data: { ...own, mentionId, lookNumber: 1, kind: 'confirmed', outcome: 'linked' },
  })
  await db.erasure.create({ data: { ...own, why: 'asked', counts: { contacts: 1 } } })
  return full
}
