import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { anOutlet, someWork } from '#lib/testing/some-work.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { mergeTwo } from '../duplicates/merge-commands.ts'
import { partAgain } from '../duplicates/unmerge-commands.ts'
import { erasePerson } from '../privacy/erase-commands.ts'
import { gatherPersonFile } from '../privacy/person-file-queries.ts'
import { emptyTrash } from '../trash/empty-trash.ts'
import { moveToTrash } from '../trash/trash-commands.ts'
import { getContribution } from './contribution-queries.ts'

let ours: WorkspaceScope
let things: FullWorkspace

beforeEach(async () => {
  ;({ ours } = await twoWorkspaces())
  things = await aFullWorkspace(ours, 'Lindgrove')
})

const workNow = () =>
  database().contribution.findFirst({ where: { workspaceId: ours.workspaceId, id: things.contributionId } })

describe('work with somebody', () => {
  it('stands in the file of what is held on them, with its texts', async () => {
    const { workWithThem } = await gatherPersonFile(ours, things.contactId)
    expect(workWithThem).toMatchObject([
      {
        kind: 'podcast',
        text: 'Lindgrove, better',
        earlierTexts: [{ text: 'Lindgrove' }],
        whoAsks: 'Lindgrove',
      },
    ])
  })

  it('stays without them when they are erased', async () => {
    await database().contribution.updateMany({
      where: { workspaceId: ours.workspaceId },
      data: { hosts: 'Ana Lindgrove', stories: ['Ana Lindgrove laughed.', 'Bread.'] },
    })
    await erasePerson(ours, { contactId: things.contactId })
    expect(await workNow()).toMatchObject({ contactId: null, hosts: '[erased]', stories: ['Bread.'] })
  })

  it('goes to the outlet that stays in a merge, and back again', async () => {
    const { prospectId: keptId } = await anOutlet(ours, 'podcast', 'https://kept.test', 'Kept')
    const rows = await database().prospect.findMany({ where: { workspaceId: ours.workspaceId } })
    const changed = (id: string) => rows.find((row) => row.id === id)?.updatedAt ?? new Date(0)
    const seen = { kept: changed(keptId), gone: changed(things.prospectId) }
    const later = at(ours, '2026-03-05T12:00:00Z')
    const pair = { kind: 'prospect', keptId, goneId: things.prospectId, seen, choices: {} } as const
    const { mergeId } = await mergeTwo(later, pair)
    expect((await workNow())?.prospectId).toBe(keptId)
    await partAgain(at(ours, '2026-03-06T12:00:00Z'), { mergeId })
    expect((await workNow())?.prospectId).toBe(things.prospectId)
  })

  it('keeps the address where it came out when its mention goes for good', async () => {
    const of = { siteId: things.siteId, prospectId: things.prospectId }
    const { contributionId } = await someWork(ours, of, { title: 'Came out' })
    const where = { workspaceId: ours.workspaceId, id: contributionId }
    const out = { state: 'published', publishedUrl: things.mentionUrl, mentionId: things.mentionId }
    await database().contribution.updateMany({ where, data: out })
    await moveToTrash(ours, 'mention', things.mentionId)
    expect((await getContribution(ours, contributionId)).mention).toBeNull()
    await emptyTrash(new Date('2026-06-01T00:00:00Z'))
    expect(await getContribution(ours, contributionId)).toMatchObject({ ...out, mentionId: null })
  })

  it('goes for good with the trash, and so does an insight', async () => {
    await moveToTrash(ours, 'contribution', things.contributionId)
    await moveToTrash(ours, 'insight', things.insightId)
    await emptyTrash(new Date('2026-06-01T00:00:00Z'))
    expect(await workNow()).toBeNull()
    const where = { workspaceId: ours.workspaceId }
    expect([
      await database().contributionText.count({ where }),
      await database().insight.count({ where }),
    ]).toEqual([0, 0])
    expect(await database().mention.count({ where: { ...where, id: things.mentionId } })).toBe(1)
  })
})
