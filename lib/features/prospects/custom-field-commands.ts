import { CUSTOM_FIELDS_MAX, customKeyOf } from '#lib/domain/custom-fields.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { inTransaction, type Transaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorize } from '../authorize.ts'
import { lockWorkspace } from '../workspaces/member-locks.ts'
import type { ChangeCustomFieldInput, CustomFieldInput } from './custom-field-schema.ts'

/**
 * Adds a field of the workspace's own, last in the order.
 *
 * @throws Refusal when there is one of that name, or no room for another
 */
export async function addCustomField(
  scope: WorkspaceScope,
  { noun, label, kind, choices }: CustomFieldInput,
): Promise<{ fieldId: string }> {
  authorize(scope, 'workspace.settings')
  const { workspaceId, now } = scope
  return inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const all = await tx.customField.findMany({ where: { workspaceId, noun } })
    const live = all.filter((field) => !field.deletedAt)
    refuseNamesake(live, label)
    refuseWhenFull(live.length)
    const { id } = await tx.customField.create({
      data: {
        ...{ workspaceId, noun, label, kind, choices: kind === 'choice' ? choices : [], createdAt: now },
        key: customKeyOf(
          label,
          all.map((field) => field.key),
        ),
        position: Math.max(0, ...all.map((field) => field.position)) + 1,
      },
      select: { id: true },
    })
    return { fieldId: id }
  })
}

/** Another name, other choices. Values keep what they are, also those that are no longer a choice. @throws NotFound, Refusal */
export async function changeCustomField(
  scope: WorkspaceScope,
  { fieldId, label, choices }: ChangeCustomFieldInput,
) {
  authorize(scope, 'workspace.settings')
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, scope.workspaceId)
    const field = await findField(tx, scope, fieldId)
    const others = (await liveFields(tx, scope, field.noun)).filter(({ id }) => id !== fieldId)
    refuseNamesake(others, label)
    if (field.kind === 'choice' && choices.length === 0)
      throw new Refusal('Please give at least one choice.', '', 'choices')
    await tx.customField.updateMany({
      where: { id: fieldId, workspaceId: scope.workspaceId },
      data: { label, ...(field.kind === 'choice' ? { choices } : {}) },
    })
  })
}

/** Changes places with the field above or below; the first and the last stay where they are. @throws NotFound */
export async function moveCustomField(
  scope: WorkspaceScope,
  { fieldId, towards }: { fieldId: string; towards: 'up' | 'down' },
) {
  authorize(scope, 'workspace.settings')
  const { workspaceId } = scope
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, workspaceId)
    const field = await findField(tx, scope, fieldId)
    const fields = await liveFields(tx, scope, field.noun)
    const at = fields.findIndex(({ id }) => id === fieldId)
    const other = fields[towards === 'up' ? at - 1 : at + 1]
    if (!other) return
    await tx.customField.updateMany({
      where: { id: fieldId, workspaceId },
      data: { position: other.position },
    })
    await tx.customField.updateMany({
      where: { id: other.id, workspaceId },
      data: { position: field.position },
    })
  })
}

/** Takes a field off forms and pages. What was written in it stays in the rows, and comes back with it. @throws NotFound */
export async function removeCustomField(scope: WorkspaceScope, { fieldId }: { fieldId: string }) {
  authorize(scope, 'workspace.settings')
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, scope.workspaceId)
    await tx.customField.updateMany({
      where: { id: fieldId, workspaceId: scope.workspaceId, deletedAt: null },
      data: { deletedAt: scope.now },
    })
    await findField(tx, scope, fieldId, 'removed too')
  })
}

/** Brings a removed field back, with what was written in it. @throws NotFound, Refusal */
export async function restoreCustomField(scope: WorkspaceScope, { fieldId }: { fieldId: string }) {
  authorize(scope, 'workspace.settings')
  await inTransaction(async (tx) => {
    await lockWorkspace(tx, scope.workspaceId)
    const field = await findField(tx, scope, fieldId, 'removed too')
    if (!field.deletedAt) return
    const live = await liveFields(tx, scope, field.noun)
    refuseNamesake(live, field.label)
    refuseWhenFull(live.length)
    await tx.customField.updateMany({
      where: { id: fieldId, workspaceId: scope.workspaceId },
      data: { deletedAt: null },
    })
  })
}

async function findField(
  tx: Transaction,
  { workspaceId }: WorkspaceScope,
  id: string,
  which: 'live' | 'removed too' = 'live',
) {
  const field = await tx.customField.findFirst({
    where: { id, workspaceId, ...(which === 'live' ? { deletedAt: null } : {}) },
  })
  if (!field) throw new NotFound()
  return field
}

function liveFields(tx: Transaction, { workspaceId }: WorkspaceScope, noun: string) {
  return tx.customField.findMany({
    where: { workspaceId, noun, deletedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

function refuseNamesake(fields: readonly { label: string }[], label: string) {
  if (!fields.some((field) => field.label.toLowerCase() === label.toLowerCase())) return
  throw new Refusal(`There is a field “${label}” already.`, 'Give this one another name.', 'label')
}

function refuseWhenFull(count: number) {
  if (count < CUSTOM_FIELDS_MAX) return
  throw new Refusal(
    `${CUSTOM_FIELDS_MAX} fields is as many as there can be.`,
    'Remove one that nobody uses; what was written in it stays.',
  )
}
