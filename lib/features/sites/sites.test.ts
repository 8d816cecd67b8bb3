import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addSite, changeSite } from './site-commands.ts'
import { getSite, listSites } from './site-queries.ts'
import { siteSchema } from './site-schema.ts'

const input = siteSchema.parse({
  name: 'Trailhead',
  ownerName: 'Mara Lind',
  domains: 'https://www.trailhead.shop/start\nbücher.de',
  brandNames: 'Trailhead, Trailhead Gear',
  timeZone: 'Europe/Oslo',
})

describe('a Site', () => {
  let ours: WorkspaceScope
  let theirs: WorkspaceScope
  beforeAll(async () => {
    ;({ ours, theirs } = await twoWorkspaces())
  })

  it('keeps its domains as hosts in ASCII and its names apart', async () => {
    const { siteId } = await addSite(ours, input)
    const site = await getSite(ours, siteId)
    expect(site.domains).toEqual(['trailhead.shop', 'xn--bcher-kva.de'])
    expect(site.brandNames).toEqual(['Trailhead', 'Trailhead Gear'])
  })

  it('is neither seen nor changed from another workspace', async () => {
    const { siteId } = await addSite(ours, input)
    await expect(getSite(theirs, siteId)).rejects.toThrow(NotFound)
    await expect(changeSite(theirs, { ...input, siteId })).rejects.toThrow(NotFound)
    expect((await listSites(theirs)).map((site) => site.id)).not.toContain(siteId)
  })

  it('is changed by owners and managers, not by writers', async () => {
    const { siteId } = await addSite(ours, input)
    const writer = await aMember(ours.workspaceId, 'writer')
    const manager = await aMember(ours.workspaceId, 'manager')
    await expect(changeSite(writer, { ...input, siteId })).rejects.toThrow(Refusal)
    await changeSite(manager, { ...input, name: 'Trailhead Gear', siteId })
    expect((await getSite(ours, siteId)).name).toBe('Trailhead Gear')
  })

  it('is seen by a viewer only when it was chosen for them', async () => {
    const { siteId } = await addSite(ours, input)
    const { siteId: other } = await addSite(ours, input)
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [siteId])
    expect((await listSites(viewer)).map((site) => site.id)).toEqual([siteId])
    await expect(getSite(viewer, other)).rejects.toThrow(NotFound)
  })

  it('refuses a public suffix as a domain, beside the field', () => {
    const parsed = siteSchema.safeParse({ ...input, domains: 'co.uk', brandNames: '', peopleNames: '' })
    expect(parsed.error?.issues[0]?.path).toEqual(['domains'])
  })
})
