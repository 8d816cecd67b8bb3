import { beforeAll, describe, expect, it } from 'vitest'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { anItem, anOffer, somebodyAt } from '#lib/testing/a-sample.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { acceptSample, leaveSampleOpen, markArrived, shipSample } from '../samples/sample-moves.ts'
import { shipSampleSchema } from '../samples/sample-schema.ts'
import { addSite } from '../sites/site-commands.ts'
import { listCalendarEvents } from './calendar-events-queries.ts'
import { samplesToAskAbout, samplesToSend } from './samples-on-today.ts'

let owner: WorkspaceScope
let writer: WorkspaceScope
let sampleId: string

beforeAll(async () => {
  owner = await aWorkspace('Gifts')
  writer = await aMember(owner.workspaceId, 'writer')
  const { siteId } = await addSite(owner, {
    ...{ name: 'Fernway', ownerName: 'Mara', domains: ['fernway.shop'], timeZone: 'UTC' },
    ...{ brandNames: [], peopleNames: [] },
  })
  const prospectId = await aProspect(owner)
  const contactId = await somebodyAt(owner, prospectId, 'Jo')
  sampleId = await anOffer(writer, { itemId: await anItem(owner, siteId), prospectId, contactId })
})

describe('a sample', () => {
  it('waits to be sent, softly asks after six weeks, and stands in the calendar of who gave it', async () => {
    await acceptSample(writer, { sampleId })
    expect(await samplesToSend(owner, {})).toMatchObject([
      { id: sampleId, who: 'Jo', of: 'Northbound', line: 'Anchor bag', step: { label: 'Say it is sent' } },
    ])
    await shipSample(writer, shipSampleSchema.parse({ sampleId }))
    await markArrived(at(writer, '2026-03-10T23:30:00Z'), { sampleId })
    expect(await samplesToSend(owner, {})).toEqual([])
    const zone = { timeZone: 'Europe/Oslo' }
    expect(await listCalendarEvents({ ...at(writer, '2026-03-20T12:00:00Z'), ...zone })).toEqual([
      {
        uid: `sample-${sampleId}`,
        date: '2026-04-22',
        title: 'Anything come of it? Anchor bag',
        path: `/samples/${sampleId}`,
      },
    ])
    expect(await listCalendarEvents(at(owner, '2026-03-20T12:00:00Z'))).toEqual([])
    const reviewer = await aMember(owner.workspaceId, 'reviewer')
    const later = '2026-04-22T12:00:00Z'
    expect(await samplesToAskAbout(at(reviewer, later), {})).toMatchObject([
      { id: sampleId, step: { label: 'Open' } },
    ])
    await leaveSampleOpen(at(writer, later), { sampleId })
    expect(await samplesToAskAbout(at(owner, later), {})).toEqual([])
    expect(await listCalendarEvents(at(writer, '2026-03-20T12:00:00Z'))).toEqual([])
  })
})
