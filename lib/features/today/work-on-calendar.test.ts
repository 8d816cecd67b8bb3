import { describe, expect, it } from 'vitest'
import { anOutlet, aSiteCalledFernway, someWork } from '#lib/testing/some-work.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { moveContribution } from '../contributions/move-commands.ts'
import { listCalendarEvents } from './calendar-events-queries.ts'

describe('work in the calendar', () => {
  it('has the day it is due, the hour of its recording and the day it should come out, and no words of anybody', async () => {
    const { ours, theirs } = await twoWorkspaces()
    const { siteId } = await aSiteCalledFernway(ours)
    const { prospectId } = await anOutlet(ours, 'podcast', 'https://show.test')
    const { contributionId: id } = await someWork(
      ours,
      { siteId, prospectId },
      {
        ...{ title: 'A secret', note: 'A secret', dueOn: '2026-03-06', airsOn: '2026-04-01' },
        ...{ recordingOn: '2026-03-10', recordingTime: '23:30', recordingZone: 'America/New_York' },
      },
    )
    const events = await listCalendarEvents(ours)
    expect(events).toEqual([
      { uid: `due-${id}`, date: '2026-03-06', title: 'Due: Northbound', path: `/contributions/${id}` },
      {
        ...{ uid: `recording-${id}`, date: '2026-03-11', title: 'Recording: Northbound' },
        path: `/contributions/${id}/prepare`,
        at: { start: new Date('2026-03-11T03:30:00Z'), minutes: 60 },
      },
      {
        uid: `airs-${id}`,
        date: '2026-04-01',
        title: 'Should come out: Northbound',
        path: `/contributions/${id}`,
      },
    ])
    expect(await listCalendarEvents(theirs)).toEqual([])
    await moveContribution(ours, { contributionId: id, from: 'agreed', to: 'recorded' })
    expect((await listCalendarEvents(ours)).map(({ uid }) => uid)).toEqual([`airs-${id}`])
  })
})
