import { lookToStandOn, UNCHANGED_IN_ROW_MAX } from '#lib/domain/link-check/conditional-request.ts'
import type { VerdictKind } from '#lib/domain/link-check/link-verdict.ts'
import type { Mention } from '#lib/generated/prisma/client.ts'
import { database, type Transaction } from '#lib/server/database.ts'
import type { Validators } from '#lib/server/fetching/fetch-page.ts'
import type { SeenUnchanged } from './page-look.ts'
import type { LookEvidence, StoredFacts } from './stored-look.ts'
import type { NewLook } from './write-look.ts'

export type WholeLook = { id: string; validators: Validators }

/**
 * The last whole look, where the same question may be answered by the server's word that nothing has changed since: see
 * lookToStandOn. Null where the page must be read whole.
 */
export async function findLookToRepeat(
  { workspaceId, id: mentionId, ...mention }: Mention,
  questionHash: string,
  now: Date,
): Promise<WholeLook | null> {
  const { pageEtag: etag, pageModified: lastModified } = mention
  if (mention.questionHash !== questionHash || (!etag && !lastModified)) return null
  const looks = await database().linkCheck.findMany({
    where: { workspaceId, mentionId },
    orderBy: { number: 'desc' },
    take: UNCHANGED_IN_ROW_MAX + 1,
    select: {
      id: true,
      kind: true,
      at: true,
      verdict: true,
      isUnchanged: true,
      httpStatus: true,
      finalUrl: true,
      blanked: true,
    },
  })
  const whole = lookToStandOn(
    looks.map((look) => ({ ...look, isBlanked: look.blanked.length > 0 })),
    now,
  )
  return whole?.finalUrl ? { id: whole.id, validators: { url: whole.finalUrl, etag, lastModified } } : null
}

/** That look said again, with what the server answered this time. */
export async function repeatedLook(
  tx: Transaction,
  workspaceId: string,
  { repeats, headers, notBefore }: SeenUnchanged,
) {
  const whole = await tx.linkCheck.findFirstOrThrow({ where: { workspaceId, id: repeats.id } })
  const { finalUrl, linkHtml, textHash } = whole
  const hops = whole.hops as LookEvidence['hops']
  return {
    kind: 'fetched',
    isUnchanged: true,
    facts: whole.facts as unknown as StoredFacts,
    evidence: { httpStatus: NOT_MODIFIED, finalUrl, hops, headers, linkHtml, textHash },
    verdict: whole.verdict as VerdictKind,
    sentence: whole.sentence,
    notBefore,
  } satisfies Partial<NewLook>
}

const NOT_MODIFIED = 304
