import { asDay } from '#lib/domain/calendar-day.ts'
import type { ContributionKind } from '#lib/domain/contributions/contribution-kinds.ts'
import {
  CONTRIBUTION_STATE_TABLE,
  type ContributionState,
  mayMove,
} from '#lib/domain/contributions/contribution-states.ts'
import { localDateOf } from '#lib/domain/local-date.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { VETTING_TABLE } from '#lib/domain/vetting.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdContribution, nextDay } from './contribution-commands.ts'
import type { MoveInput } from './contribution-schema.ts'

/**
 * Says how far it is. Twice is once; coming out needs its page: publishContribution.
 *
 * @param input.from the state the person saw: where it is another one by now, nothing is changed
 * @throws NotFound; Refusal where that move makes no sense, or a listing is wanted for search engines only
 */
export async function moveContribution(scope: WorkspaceScope, { contributionId: id, from, to }: MoveInput) {
  authorize(scope, 'contributions.write')
  const { workspaceId, now, timeZone } = scope
  await inTransaction(async (tx) => {
    const held = await holdContribution(tx, scope, id)
    if (held.state === to) return
    if (held.state !== from) throw standsOtherwise(held.state)
    requireMove(held.kind, from, to)
    if (to === 'published') {
      throw new Refusal(
        'Where is it? Without its page nobody can look.',
        'Paste the address of the page where it came out.',
        'url',
      )
    }
    if (held.kind === 'directory' && to === 'handed-in') await requireWanted(tx, workspaceId, held.prospectId)
    const isGiven = to === 'handed-in' || to === 'recorded'
    const today = asDay(localDateOf(now, timeZone))
    await tx.contribution.updateMany({
      where: { workspaceId, id },
      data: {
        state: to,
        ...(isGiven ? { handedInOn: today } : {}),
        ...(to === 'agreed' || to === 'planned' ? { handedInOn: null } : {}),
        ...(from === 'published' ? { mentionId: null, publishedUrl: null, publishedOn: null } : {}),
        nextOn: nextDay({ ...held, state: to }),
      },
    })
  })
}

/** @throws Refusal */
export function requireMove(kind: string, from: string, to: ContributionState) {
  if (mayMove(kind as ContributionKind, from as ContributionState, to)) return
  throw new Refusal(
    `From “${labelOf(from)}” it cannot go to “${labelOf(to)}”.`,
    'Load the page again: it shows where it can go.',
  )
}

export function standsOtherwise(state: string): Refusal {
  return new Refusal(
    `Somebody has noted “${labelOf(state)}” meanwhile.`,
    'Load the page again to see how it stands.',
  )
}

function labelOf(state: string): string {
  return CONTRIBUTION_STATE_TABLE[state as ContributionState].label
}

/** The question of VETTING_TABLE, in the person's own words, before anything is sent in. */
async function requireWanted(tx: Transaction, workspaceId: string, prospectId: string) {
  const answered = await tx.vetting.findFirst({
    where: { workspaceId, prospectId, question: 'wanted-anyway' },
    select: { answer: true },
  })
  if (answered?.answer === 'yes') return
  const { question, means } = VETTING_TABLE['wanted-anyway']
  if (answered?.answer === 'no')
    throw new Refusal('You said you would not want this listing.', `${means.no.words} Or answer anew.`)
  throw new Refusal(
    question,
    answered ? means.unsure.words : 'Answer it below, in your own words, before you send anything in.',
  )
}
