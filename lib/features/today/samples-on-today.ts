import { can } from '#lib/domain/roles.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import type { NarrowList } from '../narrow-list.ts'
import { listSamplesToAskAbout, listSamplesToSend } from '../samples/sample-queries.ts'
import type { TodayItem } from './today-kinds.ts'

/** They would like it, and it has not gone out. */
export async function samplesToSend(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const samples = await listSamplesToSend(scope, narrow)
  return samples.map((sample) => ({
    ...gift(sample),
    mark: sample.acceptedAt?.toISOString() ?? '',
    badge: { of: 'sample', state: 'accepted' },
    ...(sample.acceptedAt ? { when: { words: 'accepted', at: sample.acceptedAt } } : {}),
    line: sample.item.name,
    step: {
      does: 'go',
      label: can(scope.role, 'samples.write') ? 'Say it is sent' : 'Open',
      path: `/samples/${sample.id}#next`,
      isNext: false,
    },
  }))
}

/** With them for some weeks. Asked about softly, and once. */
export async function samplesToAskAbout(scope: WorkspaceScope, narrow: NarrowList): Promise<TodayItem[]> {
  const samples = await listSamplesToAskAbout(scope, narrow)
  return samples.map((sample) => ({
    ...gift(sample),
    mark: sample.arrivedAt?.toISOString() ?? '',
    badge: { of: 'sample', state: 'arrived' },
    ...(sample.arrivedAt ? { when: { words: 'arrived', at: sample.arrivedAt } } : {}),
    line: `${sample.item.name}. If nothing came, that is fine: a gift is a gift.`,
    step: {
      does: 'go',
      label: can(scope.role, 'samples.write') ? 'Answer' : 'Open',
      path: `/samples/${sample.id}#next`,
      isNext: false,
    },
  }))
}

function gift({
  id,
  contact,
  prospect,
}: {
  id: string
  contact: { name: string } | null
  prospect: { name: string }
}) {
  return { id, path: `/samples/${id}`, who: contact?.name ?? prospect.name, of: prospect.name }
}
