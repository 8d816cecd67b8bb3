import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addAffiliation, changeAffiliation, moveToOutlet } from './affiliation-commands.ts'
import { addContact } from './contact-commands.ts'
import { getContact, listContactsOfProspect } from './contact-queries.ts'
import { contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let northId: string
let packId: string
let anaId: string
let tieId: string

beforeEach(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  theirs = both.theirs
  northId = await add('northbound.test', 'Northbound')
  packId = await add('packlight.test', 'Packlight')
  const input = contactSchema.parse({ prospectId: northId, name: 'Ana Berg', channelKind: 'email' })
  anaId = (await addContact(ours, input)).contactId
  const where = { workspaceId: ours.workspaceId, contactId: anaId }
  tieId = (await database().affiliation.findFirstOrThrow({ where })).id
})

describe('somebody who moves to another outlet', () => {
  const move = { address: 'https://packlight.test/team', movedOn: '2026-02-10', role: 'editor' }

  it('leaves the one and begins at the other on that day, twice or once', async () => {
    await moveToOutlet(ours, { affiliationId: tieId, ...move })
    await moveToOutlet(ours, { affiliationId: tieId, ...move })
    const ties = (await getContact(ours, anaId)).affiliations
    expect(
      ties.map(({ prospect, since, until, role }) => [prospect.name, day(since), day(until), role]),
    ).toEqual([
      ['Packlight', '2026-02-10', null, 'editor'],
      ['Northbound', null, '2026-02-10', ''],
    ])
    const former = await listContactsOfProspect(ours, northId)
    expect(former.map(({ name, until }) => [name, day(until)])).toEqual([['Ana Berg', '2026-02-10']])
    expect((await listContactsOfProspect(ours, packId)).map(({ roleHere }) => roleHere)).toEqual(['editor'])
  })

  it.each([
    { what: 'a day to come', change: { movedOn: '2026-03-05' }, field: 'movedOn' },
    { what: 'an outlet nobody added', change: { address: 'nowhere.test' }, field: 'address' },
    { what: 'where they are', change: { address: 'northbound.test' }, field: 'address' },
  ])('is refused for $what, and nothing changes', async ({ change, field }) => {
    const before = (await getContact(ours, anaId)).affiliations
    await expect(moveToOutlet(ours, { affiliationId: tieId, ...move, ...change })).rejects.toMatchObject({
      field,
    })
    expect((await getContact(ours, anaId)).affiliations).toEqual(before)
  })

  it('is moved by nobody of another workspace, nor by who may only read', async () => {
    await addProspect(theirs, prospectSchema.parse({ kind: 'blogger', name: 'P', address: 'packlight.test' }))
    await expect(moveToOutlet(theirs, { affiliationId: tieId, ...move })).rejects.toThrow(NotFound)
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(moveToOutlet(reviewer, { affiliationId: tieId, ...move })).rejects.toThrow(Refusal)
    await expect(changeAffiliation(theirs, { affiliationId: tieId, role: '' })).rejects.toThrow(NotFound)
  })
})

describe('a tie', () => {
  it('keeps a role and the days somebody gives, and no end before its beginning', async () => {
    await changeAffiliation(ours, {
      affiliationId: tieId,
      role: 'desk',
      since: '2020-01-01',
      until: '2021-01-01',
    })
    const [tie] = (await getContact(ours, anaId)).affiliations
    expect([tie?.role, day(tie?.since), day(tie?.until)]).toEqual(['desk', '2020-01-01', '2021-01-01'])
    const wrong = { affiliationId: tieId, role: '', since: '2021-01-01', until: '2020-01-01' }
    await expect(changeAffiliation(ours, wrong)).rejects.toMatchObject({ field: 'until' })
  })

  it('to another outlet may say since when and as what', async () => {
    await addAffiliation(ours, {
      contactId: anaId,
      address: 'packlight.test',
      role: 'guest',
      since: '2025-05-01',
    })
    const tie = (await getContact(ours, anaId)).affiliations.find(({ prospect }) => prospect.id === packId)
    expect([tie?.role, day(tie?.since)]).toEqual(['guest', '2025-05-01'])
  })
})

function day(at: Date | null | undefined): string | null {
  return at ? at.toISOString().slice(0, 10) : null
}

async function add(address: string, name: string): Promise<string> {
  return (await addProspect(ours, prospectSchema.parse({ kind: 'blogger', name, address }))).prospectId
}
