import { z } from 'zod'
import { MENTION_PROVENANCE_TABLE } from '#lib/domain/mention-provenance.ts'
import { id } from '../form-fields.ts'
import type { MentionFilter } from './mention-list.ts'
import { OUTCOME_GROUP_LABELS, type OutcomeChoice, type OutcomeGroup } from './outcome-groups.ts'

/** At most so many mentions in one check; with the hour's usual thousand looks that is most of a day. */
export const CHECK_RUN_MAX_MENTIONS = 10_000

export const checkRunIdSchema = z.object({ runId: id('a check') })

/** What was asked for, as the check is called from then on: "All mentions of Trailhead". */
export function checkRunWords(
  { outcome, provenance, q }: Partial<MentionFilter>,
  siteName: string | null,
): string {
  const of = siteName === null ? '' : ` of ${siteName}`
  const parts = [
    ...(outcome ? [outcomeWords(outcome)] : []),
    ...(provenance ? [MENTION_PROVENANCE_TABLE[provenance].label.toLowerCase()] : []),
    ...(q ? [`“${q}”`] : []),
  ]
  return parts.length > 0 ? `Mentions${of}: ${parts.join(', ')}` : `All mentions${of}`
}

function outcomeWords(outcome: OutcomeChoice): string {
  const label: string | undefined = OUTCOME_GROUP_LABELS[outcome as OutcomeGroup]
  return (label ?? outcome.replaceAll('-', ' ')).toLowerCase()
}
