import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { holdSending } from '../pitches/sending-queries.ts'
import { settleByAnswer } from '../sending/settle-commands.ts'
import { spellingsOf } from './candidate-queries.ts'

/** What came back names these: if one of them is a mail that nobody knew to have gone, it went. */
export async function settleNamed(scope: WorkspaceScope, ids: readonly string[]) {
  authorize(scope, 'pitches.send')
  if (ids.length === 0) return
  const mailIds = spellingsOf(ids)
  const unknown = await database().outgoingMail.findFirst({
    where: { workspaceId: scope.workspaceId, state: 'unknown', mailIds: { hasSome: mailIds } },
    select: { id: true },
  })
  if (!unknown) return
  await inTransaction(async (tx) => {
    await holdSending(tx, scope)
    await settleByAnswer(scope, { mailIds }, tx)
  })
}
