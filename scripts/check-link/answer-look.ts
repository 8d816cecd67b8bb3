import { linkQuestion } from '#lib/domain/link-check/link-question.ts'
import { type LookOptions, lookAtLink } from '#lib/server/fetching/look-at-link.ts'
import { lineId, readLine } from './read-line.ts'

const lookLine = linkQuestion.extend({ id: lineId })

export async function answerLookLine(line: unknown, options: LookOptions): Promise<object> {
  const { id, ...question } = readLine(lookLine, line)
  const { facts, verdict } = await lookAtLink(question, options)
  return { id, facts, verdict: verdict.kind, sentence: verdict.sentence }
}
