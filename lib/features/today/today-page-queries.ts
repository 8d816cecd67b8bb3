import { localDateOf } from '#lib/domain/local-date.ts'
import { isPutOff } from '#lib/domain/put-off.ts'
import { can } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { listPutOffRows, type PutOffRow } from './put-off-queries.ts'
import { TODAY_KINDS, type TodayItem, type TodayKind } from './today-kinds.ts'
import { TODAY_SECTIONS } from './today-sections.ts'

export type LoadedSection = {
  kind: TodayKind
  title: string
  isWork: boolean
  /** Where all of them stand, within the workspace. */
  all: string
  /** The first of them. */
  items: TodayItem[]
  /** How many wait; of very many not all are counted. */
  waiting: number
  isMore: boolean
}

/** Everything on Today but what this member has put off. Lists that are empty are left out. */
export async function loadToday(
  scope: WorkspaceScope,
): Promise<{ sections: LoadedSection[]; putOff: PutOffRow[] }> {
  authorizeToSee(scope, 'today.read')
  const putOff = await listPutOffRows(scope)
  const kinds = TODAY_KINDS.filter((kind) => can(scope.role, TODAY_SECTIONS[kind].needs, scope.grants))
  const sections = await Promise.all(
    kinds.map((kind) =>
      loadSection(
        scope,
        kind,
        putOff.filter((row) => row.kind === kind),
      ),
    ),
  )
  return { sections: sections.filter(({ waiting }) => waiting > 0), putOff }
}

async function loadSection(
  scope: WorkspaceScope,
  kind: TodayKind,
  putOff: readonly PutOffRow[],
): Promise<LoadedSection> {
  const { title, isWork, most, counted, all, list } = TODAY_SECTIONS[kind]
  const today = localDateOf(scope.now, scope.timeZone)
  const rows = new Map(putOff.map((row) => [row.itemId, row]))
  const found = await list(scope, { take: counted + 1 + rows.size })
  const waiting = found.filter(({ id, mark }) => !isPutOff(rows.get(id), mark, today))
  const shown = Math.min(waiting.length, counted)
  return {
    kind,
    title: title(shown),
    isWork,
    all,
    items: waiting.slice(0, most),
    waiting: shown,
    isMore: waiting.length > counted,
  }
}
