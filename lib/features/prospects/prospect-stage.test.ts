import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PITCH_STATES } from '#lib/domain/pitch-states.ts'
import { PROSPECT_STAGES } from '#lib/domain/prospect-stage.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { addCampaign } from '../campaigns/campaign-commands.ts'
import { addSite } from '../sites/site-commands.ts'
import { siteSchema } from '../sites/site-schema.ts'
import { readProspectList } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'

const pastOrNever = fc.option(fc.constant(NOON))
const history = fc.record({
  notForUsAt: fc.option(fc.constant(NOON), { freq: 5 }),
  pitches: fc.array(
    fc.record({ state: fc.constantFrom(...PITCH_STATES), sentAt: pastOrNever, deletedAt: pastOrNever }),
    { maxLength: 3 },
  ),
  readings: fc.array(pastOrNever, { maxLength: 2 }),
  mentions: fc.array(pastOrNever, { maxLength: 1 }),
})
type History = typeof history extends fc.Arbitrary<infer T> ? T : never

describe('the stage of a prospect', () => {
  it('is the same whether it is told or filtered by, and every prospect stands at exactly one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(history, { minLength: 40, maxLength: 40 }), async (histories) => {
        const scope = await aWorkspace()
        await remember(scope, histories)
        const all = (await listProspects(scope, readProspectList({}))).prospects
        expect(all).toHaveLength(histories.length)
        for (const stage of PROSPECT_STAGES) {
          const told = all.filter((prospect) => prospect.stage === stage).map((prospect) => prospect.id)
          const filtered = (await listProspects(scope, readProspectList({ stage }))).prospects
          expect(filtered.map((prospect) => prospect.id)).toEqual(told)
        }
      }),
      { numRuns: 8 },
    )
  })
})

async function remember(scope: WorkspaceScope, histories: History[]) {
  const db = database()
  const { workspaceId, memberId } = scope
  const { siteId } = await addSite(
    scope,
    siteSchema.parse({ name: 'Fernway', ownerName: 'Ines', domains: 'fernway.example', timeZone: 'UTC' }),
  )
  const { campaignId } = await addCampaign(scope, {
    name: 'C',
    siteId,
    route: 'product',
    story: 'S',
    targetUrls: [],
  })
  const moment = { createdAt: NOON, updatedAt: NOON }
  const ids = histories.map(() => crypto.randomUUID())
  await db.prospect.createMany({
    data: histories.map(({ notForUsAt }, n) => ({
      ...moment,
      ...{ id: ids[n], workspaceId, kind: 'blogger', name: `P${n}`, homepage: `https://p${n}.example` },
      ...{ outletKey: `p${n}.example`, liveOutletKey: `p${n}.example`, notForUsAt },
    })),
  })
  const contact = await db.contact.create({ data: { workspaceId, name: 'Ana', ...moment } })
  const channel = await db.channel.create({
    data: {
      workspaceId,
      contactId: contact.id,
      kind: 'email',
      address: 'a@b.example',
      addressKey: 'a@b.example',
      createdAt: NOON,
    },
  })
  const copy = await db.pageCopy.create({
    data: { workspaceId, url: 'https://a.example', status: 'pasted', requestedAt: NOON },
  })
  const each = histories.map((one, n) => ({ ...one, prospectId: ids[n] ?? '' }))
  await db.pitch.createMany({
    data: each.flatMap(({ pitches, prospectId }) =>
      pitches.map((pitch) => ({
        ...{
          workspaceId,
          prospectId,
          campaignId,
          contactId: contact.id,
          channelId: channel.id,
          writerId: memberId,
        },
        ...{ ...moment, ...pitch },
      })),
    ),
  })
  await db.readingNote.createMany({
    data: each.flatMap(({ readings, prospectId }) =>
      readings.map((deletedAt) => ({
        ...{
          workspaceId,
          prospectId,
          pageCopyId: copy.id,
          url: copy.url,
          authorId: memberId,
          deletedAt,
          ...moment,
        },
      })),
    ),
  })
  await db.mention.createMany({
    data: each.flatMap(({ mentions, prospectId }) =>
      mentions.map((deletedAt) => {
        const urlKey = crypto.randomUUID()
        return {
          ...{
            workspaceId,
            siteId,
            prospectId,
            url: 'https://a.example',
            urlKey,
            liveUrlKey: deletedAt ? null : urlKey,
          },
          ...{ provenance: 'earned', outcome: 'not-looked', recordedById: memberId, deletedAt, ...moment },
        }
      }),
    ),
  })
}
