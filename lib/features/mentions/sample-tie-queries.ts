import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import { isCannotTell } from '#lib/domain/link-check/review-rule.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { isOfAddress, type LookFacts, readFacts } from './stored-look.ts'

const MOST_SHOWN = 50
/** The newest look may not be the one that tells: one that cannot tell changes nothing. */
const LOOKS_READ = 5

/** The pages that came of a sample, newest first, each with the facts of the newest look that could tell; null: nobody has looked. */
export async function listMentionsOfSample(scope: WorkspaceScope, sampleId: string) {
  authorizeToSee(scope, 'samples.read')
  const mentions = await database().mention.findMany({
    where: { workspaceId: scope.workspaceId, sampleId, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: {
      ...{ id: true, url: true, urlKey: true, outcome: true, provenance: true, outcomeAt: true },
      linkChecks: {
        orderBy: [{ at: 'desc' }, { number: 'desc' }],
        take: LOOKS_READ,
        select: { verdict: true, facts: true },
      },
    },
  })
  return mentions.map(({ linkChecks, urlKey, ...mention }) => {
    const looks = linkChecks.map(({ verdict, facts }) => ({ verdict, facts: readFacts(facts) }))
    const telling = looks.find(
      ({ verdict, facts }) =>
        isOfAddress(facts.requestedUrl, urlKey) && !isCannotTell(verdict as VerdictKind),
    )
    const facts: LookFacts | null = telling?.facts ?? null
    return { ...mention, facts }
  })
}

export type MentionOfSample = Awaited<ReturnType<typeof listMentionsOfSample>>[number]

/** Pages of the outlet a sample went to that may have come of it: of the same Site, and tied to no sample yet. */
export async function listMentionsToTie(
  scope: WorkspaceScope,
  { prospectId, siteId }: { prospectId: string; siteId: string },
) {
  authorizeToSee(scope, 'samples.read')
  return database().mention.findMany({
    where: { workspaceId: scope.workspaceId, prospectId, siteId, sampleId: null, deletedAt: null },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    select: { id: true, url: true, createdAt: true },
  })
}
