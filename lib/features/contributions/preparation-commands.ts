import { type Fit, readFit } from '#lib/domain/contributions/fit.ts'
import { targetMatcher } from '#lib/domain/link-check/target-match.ts'
import { Refusal } from '#lib/domain/refusal.ts'
import { inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { targetsOf } from '../mentions/mention-question.ts'
import { holdContribution } from './contribution-commands.ts'
import type { AnswerFitInput, PreparationInput, SaveTextInput } from './contribution-schema.ts'

/** Ticks one question of the short list; a second answer takes the place of the first. @throws NotFound */
export async function answerFit(scope: WorkspaceScope, input: AnswerFitInput) {
  authorize(scope, 'contributions.write')
  const { workspaceId } = scope
  const { contributionId: id, question, answer, words } = input
  await inTransaction(async (tx) => {
    const held = await holdContribution(tx, scope, id)
    const fit: Fit = { ...readFit(held.fit), [question]: { answer, words } }
    await tx.contribution.updateMany({ where: { workspaceId, id }, data: { fit } })
  })
}

/** What stands on the preparation sheet. @throws NotFound; Refusal where the page wished for is not ours */
export async function savePreparation(
  scope: WorkspaceScope,
  { contributionId: id, ...sheet }: PreparationInput,
) {
  authorize(scope, 'contributions.write')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    const held = await holdContribution(tx, scope, id)
    const site = await tx.site.findFirstOrThrow({ where: { workspaceId, id: held.siteId } })
    if (sheet.wishUrl && !targetMatcher(targetsOf(site))(new URL(sheet.wishUrl)))
      throw new Refusal(
        `That page is not on ${site.name}: its domains are ${site.domains.join(', ')}.`,
        'Give a page of this site, or leave it empty.',
        'wishUrl',
      )
    await tx.contribution.updateMany({ where: { workspaceId, id }, data: sheet })
  })
}

/**
 * Keeps the text that was given. The one before stays as a version; the very same text is no new one.
 *
 * @throws NotFound; Refusal where somebody saved another text since (what was typed is kept in the form)
 */
export async function saveText(scope: WorkspaceScope, { contributionId: id, revision, text }: SaveTextInput) {
  authorize(scope, 'contributions.write')
  const { workspaceId, memberId: savedById, now: savedAt } = scope
  return inTransaction(async (tx) => {
    const held = await holdContribution(tx, scope, id)
    if (held.text === text) return { revision: held.revision }
    if (held.revision !== revision) {
      throw new Refusal(
        'Somebody has saved another text since you opened this one.',
        'Yours is still in the field. Copy it, load the page again, and put the two together.',
        'text',
      )
    }
    if (held.text !== '')
      await tx.contributionText.create({
        data: { workspaceId, contributionId: id, number: held.revision, text: held.text, savedById, savedAt },
      })
    await tx.contribution.updateMany({ where: { workspaceId, id }, data: { text, revision: revision + 1 } })
    return { revision: revision + 1 }
  })
}
