import { linkQuestion } from '#lib/domain/link-check/link-question.ts'
import { asciiHost } from '#lib/domain/link-check/target-match.ts'
import { type LookOptions, lookAtLink } from '#lib/server/fetching/look-at-link.ts'
import { lineId, readLine } from './read-line.ts'

/** A target that no link can lead to would be answered "not linked" for ever: it is a mistake in the line. */
const lookLine = linkQuestion
  .extend({ id: lineId })
  .refine(({ targets }) => targets.length > 0, { path: ['targets'], error: 'At least one domain is needed.' })
  .refine(({ targets }) => targets.every(({ domain }) => isDomain(domain)), {
    path: ['targets'],
    error: 'A domain is needed, such as example.com.',
  })

/** Whether this can be the host of a link. */
export function isDomain(text: string): boolean {
  const host = asciiHost(text)
  return host !== null && /^[a-z0-9._-]+$|^\[[0-9a-f:]+\]$/.test(host)
}

export async function answerLookLine(line: unknown, options: LookOptions): Promise<object> {
  const { id, ...question } = readLine(lookLine, line)
  const { facts, verdict } = await lookAtLink(question, options)
  return { id, facts, verdict: verdict.kind, sentence: verdict.sentence }
}
