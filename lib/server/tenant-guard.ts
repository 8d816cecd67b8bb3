import { Prisma } from '#lib/generated/prisma/client.ts'

type Args = { where?: Record<string, unknown>; data?: unknown; create?: unknown; update?: unknown }

const NESTED_WRITES = [
  'create',
  'createMany',
  'connect',
  'connectOrCreate',
  'disconnect',
  'delete',
  'deleteMany',
  'update',
  'updateMany',
  'upsert',
]
const READS_AND_CHANGES = new Set([
  'findUnique',
  'findUniqueOrThrow',
  'findFirst',
  'findFirstOrThrow',
  'findMany',
  'count',
  'aggregate',
  'groupBy',
  'update',
  'updateMany',
  'updateManyAndReturn',
  'delete',
  'deleteMany',
  'upsert',
])
const WRITES = new Set(['create', 'createMany', 'createManyAndReturn', 'upsert'])

/**
 * Throws when an operation on a workspace-owned table does not name its workspace at the top of `where` (or, for a
 * new row, in its data), or writes through a relation, which this check could not see into. It only looks; it never
 * changes an operation.
 */
export function checkOperation(model: string, operation: string, args: unknown) {
  const fields = scalarFields(model)
  const { where, data, create, update } = (args ?? {}) as Args
  for (const written of [data, create, update].flat()) refuseNestedWrites(model, fields, written)
  if (!isWorkspaceOwned(model, fields)) return
  if (READS_AND_CHANGES.has(operation) && !namesWorkspace(where)) {
    throw new Error(`${model}.${operation} does not name its workspaceId`)
  }
  if (WRITES.has(operation)) {
    for (const row of [operation === 'upsert' ? create : data].flat()) {
      if (typeof (row as { workspaceId?: unknown } | undefined)?.workspaceId !== 'string') {
        throw new Error(`${model}.${operation} writes a row without workspaceId`)
      }
    }
  }
}

/** A secret link may exist without a workspace (a password reset), so it is found by its hash. */
function isWorkspaceOwned(model: string, fields: Record<string, string>): boolean {
  return 'workspaceId' in fields && model !== 'SecretLink'
}

/** Directly, or inside a compound key such as `workspaceId_id`. */
function namesWorkspace(where: Record<string, unknown> | undefined): boolean {
  if (!where) return false
  if (typeof where.workspaceId === 'string') return true
  return Object.entries(where).some(
    ([key, value]) =>
      key.startsWith('workspaceId_') &&
      typeof (value as { workspaceId?: unknown } | null)?.workspaceId === 'string',
  )
}

function refuseNestedWrites(model: string, fields: Record<string, string>, row: unknown) {
  if (!row || typeof row !== 'object') return
  for (const [field, value] of Object.entries(row)) {
    if (field in fields || !value || typeof value !== 'object') continue
    const nested = NESTED_WRITES.find((verb) => verb in value)
    if (nested)
      throw new Error(`${model}.${field} is written through a relation (${nested}): write it on its own`)
  }
}

function scalarFields(model: string): Record<string, string> {
  const fields = (Prisma as unknown as Record<string, Record<string, string> | undefined>)[
    `${model}ScalarFieldEnum`
  ]
  if (!fields) throw new Error(`No table ${model}`)
  return fields
}
