import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { alikeContacts, alikeProspects } from './alike-queries.ts'
import { addContact } from './contact-commands.ts'
import { contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let packId: string

beforeEach(async () => {
  const both = await twoWorkspaces()
  ours = both.ours
  theirs = both.theirs
  packId = await add('packlight.test', 'Packlight Reviews')
})

describe('while a prospect is typed', () => {
  it.each([
    { address: 'https://www.packlight.test/about', name: '', kinds: ['same-key'] },
    { address: 'old-packlight.test', name: '', kinds: ['alias'] },
    { address: '', name: 'packlight  reviews', kinds: ['same-name'] },
    { address: '', name: 'Packlight Review', kinds: ['near-name'] },
    { address: 'packlight.test', name: 'The Packlight Reviews', kinds: ['same-key', 'same-name'] },
    { address: 'elsewhere.test', name: 'Somebody Else', kinds: null },
    { address: '', name: 'pa', kinds: null },
    { address: 'not an address', name: '', kinds: null },
  ])('$address $name: $kinds', async ({ address, name, kinds }) => {
    const { workspaceId } = ours
    const alias = {
      workspaceId,
      prospectId: packId,
      key: 'old-packlight.test',
      why: 'by-hand',
      createdAt: NOON,
    }
    await database().outletAlias.create({ data: alias })
    const alike = await alikeProspects(ours, { address, name })
    expect(alike.map((row) => row.reasons.map(({ kind }) => kind))).toEqual(kinds ? [kinds] : [])
  })

  it('others on the same site are shown, and neighbours on a shared platform are not', async () => {
    await add('packlight.test/kitchen', 'Kitchen', { anotherOutlet: 'on' })
    await add('anna.substack.com', 'Anna writes')
    const here = await alikeProspects(ours, { address: 'packlight.test/garden', name: '' })
    expect(here.map(({ reasons }) => reasons[0]?.kind).sort()).toEqual(['same-domain', 'same-key'])
    expect(await alikeProspects(ours, { address: 'bob.substack.com', name: '' })).toEqual([])
  })

  it('nothing of another workspace is shown, and nothing to a viewer', async () => {
    expect(await alikeProspects(theirs, { address: 'packlight.test', name: 'Packlight Reviews' })).toEqual([])
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(alikeProspects(viewer, { address: 'packlight.test', name: '' })).rejects.toThrow(NotFound)
  })
})

describe('a form that looks for names', () => {
  it('is refused once, and goes through when the other was seen or said to be another', async () => {
    const form = { lookForAlike: 'on' }
    const again = (more: object) => add('packlight-reviews.test', 'Packlight Review', more)
    await expect(again(form)).rejects.toMatchObject({
      field: 'alike',
      message: 'There is Packlight Reviews (packlight.test) already. Nearly the same name.',
    })
    await expect(again({ ...form, alikeSeen: [packId] })).resolves.toBeTruthy()
    await expect(add('third.test', 'Packlight Review', { ...form, notAlike: 'on' })).resolves.toBeTruthy()
  })

  it('of a contact is refused for nearly the same name at the same outlet, not at another', async () => {
    const otherId = await add('other.test', 'Other')
    await person(packId, 'Ana Bergström')
    const form = { lookForAlike: 'on' }
    await expect(person(packId, 'Anna Bergström', form)).rejects.toMatchObject({ field: 'existing' })
    await expect(person(otherId, 'Anna Bergström', form)).resolves.toBeTruthy()
    await expect(person(packId, 'Anna Bergström', { ...form, shared: 'on' })).resolves.toBeTruthy()
  })
})

describe('while a contact is typed', () => {
  it('who has the address, and who is called nearly the same there, are shown', async () => {
    const anaId = await person(packId, 'Ana Bergström', {
      channelKind: 'email',
      address: 'ana@packlight.test',
    })
    const typed = { prospectId: packId, kind: 'email' as const, address: '', name: '' }
    const found = async (more: object, scope = ours) =>
      (await alikeContacts(scope, { ...typed, ...more })).map((row) => [row.id, row.reasons[0]?.kind])
    expect(await found({ address: 'ANA@packlight.test' })).toEqual([[anaId, 'same-address']])
    expect(await found({ name: 'Anna Bergström' })).toEqual([[anaId, 'near-name-there']])
    expect(await found({ name: 'ana bergstrom' })).toEqual([[anaId, 'same-name']])
    expect(await found({ name: 'Bo Lind', address: 'bo@packlight.test' })).toEqual([])
    expect(await found({ address: 'ana@packlight.test' }, theirs)).toEqual([])
  })
})

async function add(address: string, name: string, more: object = {}): Promise<string> {
  return (await addProspect(ours, prospectSchema.parse({ kind: 'blogger', name, address, ...more })))
    .prospectId
}

async function person(prospectId: string, name: string, more: object = {}): Promise<string> {
  const input = contactSchema.parse({ prospectId, name, channelKind: 'email', ...more })
  return (await addContact(ours, input)).contactId
}
