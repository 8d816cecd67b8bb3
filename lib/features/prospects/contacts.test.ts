import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addAffiliation, endAffiliation, resumeAffiliation } from './affiliation-commands.ts'
import { addChannel } from './channel-commands.ts'
import { addContact, changeContact } from './contact-commands.ts'
import {
  findContactByAddress,
  getContact,
  listContactsOfProspect,
  searchContacts,
} from './contact-queries.ts'
import { changeContactSchema, channelSchema, contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { readProspectList } from './prospect-list.ts'
import { listProspects } from './prospect-page-queries.ts'
import { prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let prospectId: string
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  prospectId = await anOutlet(ours, 'mossandmiles.example')
})

describe('a Contact', () => {
  it('comes with a first address and where it was found', async () => {
    await addContact(ours, input({ role: 'Gear editor', country: 'NO', timeZone: 'Europe/Oslo' }))
    const [ana] = await listContactsOfProspect(ours, prospectId)
    expect(ana).toMatchObject({
      ...{
        name: 'Ana',
        role: 'Gear editor',
        country: 'NO',
        timeZone: 'Europe/Oslo',
        writesAs: 'unknown',
        stop: null,
      },
      channels: [{ kind: 'email', address: 'Ana@mossandmiles.example', suppressions: [] }],
    })
    expect(ana?.channels[0]?.origin).toMatchObject({
      page: 'https://mossandmiles.example/about',
      seenOn: new Date('2026-03-01T12:00:00Z'),
      words: 'Write to me',
      noUnsolicited: true,
      fitsRole: true,
    })
  })

  it('may have no address yet, and an address may have no origin yet', async () => {
    await addContact(ours, input({ address: '', originPage: '', originWords: '', noUnsolicited: undefined }))
    await addContact(
      ours,
      input({
        name: 'Ben',
        address: 'ben@a.example',
        originPage: '',
        originWords: '',
        noUnsolicited: undefined,
      }),
    )
    const [ana, ben] = await listContactsOfProspect(ours, prospectId)
    expect(ana?.channels).toEqual([])
    expect(ben?.channels[0]?.origin).toBeNull()
  })

  it('is offered instead of made a second time, also on a double click', async () => {
    const clicks = await Promise.allSettled([1, 2, 3].map(() => addContact(ours, input({}))))
    expect(clicks.filter((click) => click.status === 'fulfilled')).toHaveLength(1)
    expect(await listContactsOfProspect(ours, prospectId)).toHaveLength(1)
    const named = Promise.allSettled([1, 2].map(() => addContact(ours, input({ name: 'Ben', address: '' }))))
    expect((await named).map((click) => click.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('whose address is known already can be taken over to a second outlet, or share it', async () => {
    const { contactId } = await addContact(ours, input({}))
    const other = await anOutlet(ours, 'second.example')
    const again = { prospectId: other, name: 'Press desk', address: 'ANA@mossandmiles.example' }
    await expect(addContact(ours, input(again))).rejects.toMatchObject({
      message: 'This address is already Ana’s.',
      field: 'existing',
    })
    expect((await findContactByAddress(ours, 'email', 'ana@MossAndMiles.example'))?.id).toBe(contactId)
    expect(await addContact(ours, input({ ...again, useExisting: 'on' }))).toMatchObject({ contactId })
    const shared = await addContact(ours, input({ ...again, shared: 'on' }))
    expect((await listContactsOfProspect(ours, other)).map((each) => each.id).sort()).toEqual(
      [contactId, shared.contactId].sort(),
    )
  })

  it('is neither seen, tied nor changed from another workspace', async () => {
    const { contactId } = await addContact(ours, input({}))
    await expect(addContact(theirs, input({}))).rejects.toThrow(NotFound)
    await expect(getContact(theirs, contactId)).rejects.toThrow(NotFound)
    await expect(changeContact(theirs, changeContactSchema.parse({ contactId, name: 'X' }))).rejects.toThrow(
      NotFound,
    )
    await expect(addAffiliation(theirs, { contactId, address: 'mossandmiles.example' })).rejects.toThrow(
      NotFound,
    )
    expect(await listContactsOfProspect(theirs, prospectId)).toEqual([])
    expect(await searchContacts(theirs, 'ana', 5)).toEqual([])
    expect(await findContactByAddress(theirs, 'email', 'ana@mossandmiles.example')).toBeNull()
  })

  it('is written by writers, only read by reviewers, and hidden from viewers', async () => {
    const { contactId } = await addContact(await aMember(ours.workspaceId, 'writer'), input({}))
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(addContact(reviewer, input({ name: 'B', address: '' }))).rejects.toThrow(Refusal)
    await expect(addChannel(reviewer, channel({ contactId }))).rejects.toThrow(Refusal)
    expect((await getContact(reviewer, contactId)).name).toBe('Ana')
    await expect(getContact(viewer, contactId)).rejects.toThrow(NotFound)
    await expect(listContactsOfProspect(viewer, prospectId)).rejects.toThrow(NotFound)
    await expect(searchContacts(viewer, 'ana', 5)).rejects.toThrow(NotFound)
  })

  it('changes outlets: the old tie ends and stays, the new one begins', async () => {
    const { contactId } = await addContact(ours, input({}))
    await anOutlet(ours, 'second.example')
    await expect(addAffiliation(ours, { contactId, address: 'third.example' })).rejects.toMatchObject({
      field: 'address',
    })
    await Promise.allSettled(
      [1, 2].map(() => addAffiliation(ours, { contactId, address: 'https://second.example/x' })),
    )
    const [first, second, ...more] = (await getContact(ours, contactId)).affiliations
    expect(more).toEqual([])
    expect([first, second].map((tie) => tie?.prospect.outletKey).sort()).toEqual([
      'mossandmiles.example',
      'second.example',
    ])
    const old = [first, second].find((tie) => tie?.prospect.id === prospectId)
    await endAffiliation(ours, { affiliationId: old?.id ?? '' })
    expect((await listContactsOfProspect(ours, prospectId))[0]?.until).toEqual(ours.now)
    await expect(resumeAffiliation(theirs, { affiliationId: old?.id ?? '' })).rejects.toThrow(NotFound)
    await resumeAffiliation(ours, { affiliationId: old?.id ?? '' })
    expect((await listContactsOfProspect(ours, prospectId))[0]?.until).toBeNull()
  })

  it('leads to their prospect in the list’s search', async () => {
    await addContact(ours, input({ name: 'Åsa_100% <i>' }))
    await anOutlet(ours, 'second.example')
    const found = async (q: string) =>
      (await listProspects(ours, readProspectList({ q }))).prospects.map((each) => each.id)
    expect(await found('åsa_')).toEqual([prospectId])
    expect(await found('asa <i>')).toEqual([prospectId])
    expect(await found('osa')).toEqual([])
  })

  it.each([
    ['name', { name: '' }],
    ['name', { name: 'x'.repeat(10_000) }],
    ['country', { country: 'Norway' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
    ['writesAs', { writesAs: 'robot' }],
    ['address', { address: 'not an address' }],
    ['address', { channelKind: 'form', address: 'javascript:alert(1)' }],
    ['originPage', { originPage: 'javascript:alert(1)' }],
    ['seenOn', { seenOn: 'yesterday' }],
    ['channelKind', { channelKind: 'fax' }],
    ['originWords', { originWords: 'x'.repeat(10_000) }],
  ])('refuses a wrong %s beside that field', (field, wrong) => {
    const parsed = contactSchema.safeParse({ ...typed(), ...wrong })
    expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual([field])
  })
})

function typed() {
  return {
    ...{ prospectId, name: 'Ana', role: '', country: '', timeZone: '', note: '' },
    ...{
      channelKind: 'email',
      address: 'Ana@MossAndMiles.example',
      originPage: 'mossandmiles.example/about',
    },
    ...{ seenOn: '2026-03-01', originWords: 'Write to me', noUnsolicited: 'on', fitsRole: 'on' },
  }
}

function input(change: Record<string, string | undefined>) {
  return contactSchema.parse({ ...typed(), ...change })
}

function channel(change: Record<string, string>) {
  return channelSchema.parse({ channelKind: 'form', address: 'mossandmiles.example/contact', ...change })
}

async function anOutlet(scope: WorkspaceScope, address: string): Promise<string> {
  const { prospectId: id } = await addProspect(
    scope,
    prospectSchema.parse({ kind: 'blogger', name: address, address }),
  )
  return id
}
