import type { CustomField, CustomFieldKind, CustomNoun } from '#lib/domain/custom-fields.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'

export type WorkspaceField = CustomField & { id: string; noun: CustomNoun }

/** The workspace's own fields of prospects or of contacts, in the order people gave them. */
export async function listCustomFields(scope: WorkspaceScope, noun: CustomNoun): Promise<WorkspaceField[]> {
  authorizeToSee(scope, 'prospects.read')
  const fields = await database().customField.findMany({
    where: { workspaceId: scope.workspaceId, noun, deletedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, key: true, label: true, kind: true, choices: true },
  })
  return fields.map((field) => ({ ...field, noun, kind: field.kind as CustomFieldKind }))
}

/** Fields that were removed, newest first: they may come back. */
export async function listRemovedCustomFields(scope: WorkspaceScope, noun: CustomNoun) {
  authorizeToSee(scope, 'prospects.read')
  return database().customField.findMany({
    where: { workspaceId: scope.workspaceId, noun, deletedAt: { not: null } },
    orderBy: { deletedAt: 'desc' },
    take: 100,
    select: { id: true, label: true, deletedAt: true },
  })
}
