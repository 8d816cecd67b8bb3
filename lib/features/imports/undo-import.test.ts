import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { aLetter } from '#lib/testing/a-request.ts'
import { anItem, anOffer } from '#lib/testing/a-sample.ts'
import { anImport, undone } from '#lib/testing/an-import.ts'
import { aSiteCalledFernway, someWork } from '#lib/testing/some-work.ts'
import { at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { logTouch } from '../ledger/touch-commands.ts'
import { touchSchema } from '../ledger/touch-schema.ts'
import { addProspect, changeProspect } from '../prospects/prospect-commands.ts'
import { prospectSchema } from '../prospects/prospect-schema.ts'
import { tieOutlet } from '../requests/outlet-commands.ts'
import { addSite } from '../sites/site-commands.ts'

const LATER = '2026-03-05T12:00:00Z'
const FILE = [
  'Outlet,Website,Name,Email,Tags,Notes',
  'Tea,tea.example,Ana,ana@tea.example,fair,From the fair',
  'Walks,walks.example,Ben,ben@walks.example,fair,',
  'Rails,rails.example,Cy,cy@rails.example,fair,',
].join('\n')
const db = () => databaseAcrossWorkspaces()

describe('taking an import back', () => {
  it('keeps what was edited since, or has something hanging on it, and names it with the reason', async () => {
    const { ours } = await twoWorkspaces()
    const batch = await anImport(ours, FILE)
    const where = { workspaceId: ours.workspaceId }
    const of = (outletKey: string) => db().prospect.findFirstOrThrow({ where: { ...where, outletKey } })
    const [tea, walks] = [await of('tea.example'), await of('walks.example')]
    const fields = prospectSchema.parse({ kind: 'podcast', name: 'Tea', address: 'tea.example', country: '' })
    await changeProspect(at(ours, LATER), { ...fields, prospectId: tea.id, ownerId: null })
    const ben = await db().contact.findFirstOrThrow({ where: { ...where, name: 'Ben' } })
    await logTouch(
      at(ours, LATER),
      touchSchema.parse({ prospectId: walks.id, contactId: ben.id, kind: 'met', note: '' }),
    )
    const after = await undone(at(ours, LATER), batch.id)
    expect(after.facts.kept?.map(({ name, why }) => [name, why]).sort()).toEqual([
      ['Ben', 'There is a touch with them.'],
      ['Tea', 'It was edited since.'],
      ['Walks', expect.stringMatching(/touch|works there/)],
    ])
    const left = await db().prospect.findMany({ where, orderBy: { name: 'asc' } })
    expect(left.map(({ name }) => name)).toEqual(['Tea', 'Walks'])
    // Whoever stays keeps their address and their outlet.
    expect(await db().channel.findMany({ where })).toMatchObject([{ contactId: ben.id }])
    expect(await db().affiliation.findMany({ where })).toMatchObject([
      { contactId: ben.id, prospectId: walks.id },
    ])
  })

  it('keeps somebody who was offered a sample, and their outlet', async () => {
    const { ours } = await twoWorkspaces()
    const batch = await anImport(ours, FILE)
    const where = { workspaceId: ours.workspaceId }
    const cy = await db().contact.findFirstOrThrow({ where: { ...where, name: 'Cy' } })
    const rails = await db().prospect.findFirstOrThrow({ where: { ...where, name: 'Rails' } })
    const { siteId } = await addSite(ours, {
      ...{ name: 'Fernway', ownerName: 'Mara', domains: ['fernway.shop'], timeZone: 'UTC' },
      ...{ brandNames: [], peopleNames: [] },
    })
    const itemId = await anItem(ours, siteId)
    await anOffer(at(ours, LATER), { itemId, prospectId: rails.id, contactId: cy.id })
    const after = await undone(at(ours, LATER), batch.id)
    expect(after.facts.kept?.map(({ name, why }) => [name, why]).sort()).toEqual([
      ['Cy', 'They were offered a sample.'],
      ['Rails', expect.stringMatching(/sample|works there/)],
    ])
  })

  it('keeps whom one works with and who asked for something, with their outlets', async () => {
    const { ours } = await twoWorkspaces()
    const batch = await anImport(ours, FILE)
    const where = { workspaceId: ours.workspaceId }
    const atWork = async (name: string) => {
      const contact = await db().contact.findFirstOrThrow({ where: { ...where, name } })
      const tie = await db().affiliation.findFirstOrThrow({ where: { ...where, contactId: contact.id } })
      return { contactId: contact.id, prospectId: tie.prospectId }
    }
    const [ana, ben] = [await atWork('Ana'), await atWork('Ben')]
    const later = at(ours, LATER)
    const { siteId } = await aSiteCalledFernway(later)
    await someWork(later, { siteId, ...ana })
    await tieOutlet(later, { requestId: await aLetter(later), ...ben })
    const after = await undone(later, batch.id)
    expect(after.facts.kept?.map(({ name, why }) => [name, why]).sort()).toEqual([
      ['Ana', 'There is work with them.'],
      ['Ben', 'They asked something of you.'],
      ['Tea', expect.stringMatching(/work with it|works there/)],
      ['Walks', expect.stringMatching(/request of theirs|works there/)],
    ])
  })

  it('puts back what it changed, unless that was changed since', async () => {
    const { ours } = await twoWorkspaces()
    const fields = prospectSchema.parse({
      kind: 'podcast',
      name: 'Old name',
      address: 'tea.example',
      country: '',
    })
    const { prospectId } = await addProspect(ours, fields)
    const where = { id: prospectId }
    await db().prospect.update({ where, data: { tags: ['own'] } })
    const batch = await anImport(ours, FILE, { take: ['prospect.name'] })
    expect(await db().prospect.findUniqueOrThrow({ where })).toMatchObject({
      name: 'Tea',
      note: 'From the fair',
      tags: ['own', 'fair'],
    })
    await db().prospect.update({ where, data: { note: 'My own words', tags: ['own', 'fair', 'new'] } })
    const after = await undone(at(ours, LATER), batch.id)
    expect(await db().prospect.findUniqueOrThrow({ where })).toMatchObject({
      name: 'Old name',
      note: 'My own words',
      tags: ['own', 'new'],
    })
    expect(after.facts.kept).toMatchObject([{ noun: 'prospect', id: prospectId, why: 'Edited since: note.' }])
  })
})
