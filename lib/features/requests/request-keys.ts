import { createHash } from 'node:crypto'
import { type Condition, conditionKey } from '#lib/domain/requests/condition-kinds.ts'
import { foldText, withoutAccents } from '#lib/domain/text/fold-text.ts'

/** What a text is known again by, however its lines were broken on the way. */
export function textHashOf(text: string): string {
  return sha256(text.replace(/[\s\u00ad\u200b-\u200d\ufeff]+/g, ' ').trim())
}

/** What a condition is known by in a form and beside a person's word on it. */
export function conditionHashOf(condition: Condition): string {
  return sha256(conditionKey(condition))
}

/** What a request is found by in lists. */
export function searchTextOf({
  outlet,
  journalist,
  topic,
}: {
  outlet: string
  journalist: string
  topic: string
}) {
  return withoutAccents(foldText([outlet, journalist, topic].join(' '))).slice(0, 1_000)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
