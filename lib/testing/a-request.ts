import { LETTER } from '#lib/domain/requests/cases/digests.ts'
import { saveAnswer } from '#lib/features/requests/answer-commands.ts'
import { keepRequests, takeDigest } from '#lib/features/requests/digest-commands.ts'
import { getDigest } from '#lib/features/requests/digest-queries.ts'
import { tickCondition } from '#lib/features/requests/request-commands.ts'
import { getRequest } from '#lib/features/requests/request-queries.ts'
import { keepRequestsSchema } from '#lib/features/requests/request-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'

/** A Tuesday in May, when the requests of these tests came. */
export const MAY = '2028-05-09T14:00:00Z'

/** Ticks parts of a digest as its form does, with what was read left as it stands. */
export async function keepDigest(
  scope: WorkspaceScope,
  digestId: string,
  which: 'requests' | number[] = 'requests',
) {
  const { parts } = await getDigest(scope, digestId)
  const ticked = parts.filter(({ kind, index }) =>
    which === 'requests' ? kind === 'request' : which.includes(index),
  )
  const form: Record<string, string | string[]> = { digestId, keep: ticked.map(({ index }) => String(index)) }
  for (const { index, read } of ticked) {
    form[`topic-${index}`] = read.topic
    form[`outlet-${index}`] = read.outlet
    form[`journalist-${index}`] = read.journalist
    form[`replyTo-${index}`] = read.replyTo
    form[`deadlineWords-${index}`] = read.deadline?.words ?? ''
  }
  return keepRequests(scope, keepRequestsSchema.parse(form))
}

export async function aRequestSite(scope: WorkspaceScope, name = 'Fernway') {
  const site = {
    name,
    ownerName: name,
    domains: `${name.toLowerCase()}.example`,
    brandNames: name,
    timeZone: 'UTC',
  }
  return (await addSite(scope, siteSchema.parse({ ...site, peopleNames: 'Mara Lind' }))).siteId
}

/** A letter of a journalist as a request, in a workspace with one Site. */
export async function aLetter(scope: WorkspaceScope, text = LETTER) {
  const { digestId } = await takeDigest(scope, { text })
  await keepDigest(scope, digestId)
  const { id } = await database().request.findFirstOrThrow({
    where: { workspaceId: scope.workspaceId, digestId },
  })
  return id
}

export const ANSWER =
  'Hello Noor,\n\nPeople walked past a shop full of tents they could not afford to own. So we lend them. One came back with a hedgehog in it.\n\nMara Lind, founder of Fernway'

/** Everything asked for is met, and the answer is written. */
export async function writtenAnswer(scope: WorkspaceScope, requestId: string, body = ANSWER) {
  const { conditions, revision } = await getRequest(scope, requestId)
  for (const { hash } of conditions)
    await tickCondition(scope, {
      requestId,
      condition: hash,
      answer: 'met',
      factId: null,
      evidence: 'Mara runs the shop',
    })
  await saveAnswer(scope, { requestId, revision, subject: 'Re: shops that lend', body })
  return revision + 1
}
