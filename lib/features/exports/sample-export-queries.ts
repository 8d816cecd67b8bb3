import type { SampleState } from '#lib/domain/samples/sample-states.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { authorizeToSee } from '../authorize.ts'
import { readSampleList } from '../samples/sample-list.ts'
import { narrowedSamples } from '../samples/sample-list-queries.ts'
import type { ExportChoice } from './export-choice.ts'

const ROWS_AT_ONCE = 1_000

/** Samples with what they hang on, some at a time: what the address's list shows, or those ticked. */
export async function* samplesToExport(scope: WorkspaceScope, { ids, search }: ExportChoice) {
  authorizeToSee(scope, 'exports.run')
  const { workspaceId } = scope
  const list = readSampleList(search)
  const where = await narrowedSamples(scope, list)
  const name = { select: { name: true } }
  for (let after = ''; ; ) {
    const samples = await database().sample.findMany({
      where: {
        AND: [
          where,
          { id: { gt: after } },
          ...(list.state ? [{ state: list.state }] : []),
          ...(ids ? [{ id: { in: [...ids] } }] : []),
        ],
        workspaceId,
      },
      orderBy: { id: 'asc' },
      take: ROWS_AT_ONCE,
      select: {
        ...{ id: true, state: true, words: true, carrier: true, trackingNumber: true },
        ...{ costMinor: true, shippingMinor: true, currency: true },
        ...{ offeredAt: true, acceptedAt: true, sentAt: true, arrivedAt: true, endedAt: true },
        item: { select: { name: true, site: name } },
        ...{ prospect: name, contact: name, campaign: { select: { name: true, deletedAt: true } } },
        mentions: { where: { deletedAt: null }, orderBy: { id: 'asc' }, select: { url: true } },
      },
    })
    if (samples.length > 0) {
      yield samples.map(({ item, prospect, contact, campaign, mentions, state, ...rest }) => ({
        ...rest,
        state: state as SampleState,
        ...{ item: item.name, site: item.site.name, outlet: prospect.name, person: contact?.name ?? null },
        campaign: campaign && campaign.deletedAt === null ? campaign.name : null,
        mentions: mentions.map(({ url }) => url),
      }))
    }
    if (samples.length < ROWS_AT_ONCE) return
    after = samples.at(-1)?.id ?? ''
  }
}
