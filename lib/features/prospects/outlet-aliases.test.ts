import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { prospectIdsByKeys } from './outlet-alias-queries.ts'
import { addProspect, changeProspect } from './prospect-commands.ts'
import { findProspectByAddress } from './prospect-queries.ts'
import { prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let northId: string

beforeEach(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  theirs = both.theirs
  northId = await add(ours, 'northbound.test', 'Northbound')
  await alias(ours, northId, 'old-northbound.test')
})

describe('an outlet key', () => {
  it('leads to the prospect that has it, and to the one it is an alias of', async () => {
    const found = await prospectIdsByKeys(ours, [
      'northbound.test',
      'old-northbound.test',
      'northbound.test',
      'nobody.test',
    ])
    expect(Object.fromEntries(found)).toEqual({ 'northbound.test': northId, 'old-northbound.test': northId })
    expect(await prospectIdsByKeys(ours, [])).toEqual(new Map())
  })

  it('belongs to whoever has it as its own, over an alias', async () => {
    const otherId = await add(ours, 'other.test', 'Other')
    await alias(ours, northId, 'other.test')
    expect((await prospectIdsByKeys(ours, ['other.test'])).get('other.test')).toBe(otherId)
  })

  it('leads nowhere in another workspace, and to nothing for a viewer', async () => {
    expect((await prospectIdsByKeys(theirs, ['northbound.test', 'old-northbound.test'])).size).toBe(0)
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(prospectIdsByKeys(viewer, ['northbound.test'])).rejects.toThrow(NotFound)
  })
})

describe('an alias', () => {
  it('is found by any page under it', async () => {
    const found = await findProspectByAddress(ours, 'https://www.old-northbound.test/2019/tents')
    expect(found).toEqual({ id: northId, name: 'Northbound' })
  })

  it('offers the prospect it leads to where somebody adds its address', async () => {
    const answer = add(ours, 'https://old-northbound.test', 'Old Northbound')
    await expect(answer).rejects.toThrow(/already here: Northbound/)
    await expect(answer).rejects.toThrow(Refusal)
    expect(await add(theirs, 'https://old-northbound.test', 'Theirs')).toBeTruthy()
  })

  it('may become the address of its own prospect, and of no other', async () => {
    await changeProspect(ours, {
      ...input('old-northbound.test', 'Northbound'),
      prospectId: northId,
      ownerId: null,
    })
    const otherId = await add(ours, 'other.test', 'Other')
    await alias(ours, northId, 'third.test')
    await expect(
      changeProspect(ours, { ...input('third.test', 'Other'), prospectId: otherId, ownerId: null }),
    ).rejects.toThrow(/already here: Northbound/)
  })

  it('leads nowhere once its prospect is in the trash', async () => {
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: northId },
      data: { deletedAt: NOON, liveOutletKey: null },
    })
    expect((await prospectIdsByKeys(ours, ['old-northbound.test'])).size).toBe(0)
  })
})

function input(address: string, name: string) {
  return prospectSchema.parse({ kind: 'blogger', name, address })
}

async function add(scope: WorkspaceScope, address: string, name: string): Promise<string> {
  return (await addProspect(scope, input(address, name))).prospectId
}

async function alias({ workspaceId }: WorkspaceScope, prospectId: string, key: string) {
  await database().outletAlias.create({
    data: { workspaceId, prospectId, key, why: 'by-hand', createdAt: NOON },
  })
}
