import { BLOCK_KINDS, type BlockKind, blockProblem } from '../pitch-desk/building-blocks.ts'
import { HOUSE } from './house-tables.ts'
import { line, oneOf, ownId, type Row, refOrNull, text, time, timeOrNull } from './table-fields.ts'
import type { WorkspaceTable } from './workspace-table.ts'

/** Pieces of letters that are kept for the next one. */
export const BLOCK_TABLES = [
  {
    model: 'BuildingBlock',
    what: 'building blocks of letters',
    fields: {
      id: ownId(),
      workspaceId: HOUSE,
      kind: oneOf(BLOCK_KINDS),
      name: line(),
      text: text(),
      siteId: refOrNull('Site'),
      memberId: refOrNull('Member'),
      createdAt: time(),
      updatedAt: time(),
      deletedAt: timeOrNull(),
    },
    check: onlyAPiece,
  },
] as const satisfies WorkspaceTable[]

/** What no form lets in comes in by no file either. Limits are those of a workspace that set none. */
function onlyAPiece(row: Row): string | null {
  const block = { kind: row.kind as BlockKind, text: String(row.text) }
  return blockProblem(block, {}) ? 'text is more than a piece of a letter' : null
}
