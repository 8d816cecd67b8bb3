import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addChannel } from './channel-commands.ts'
import { addContact } from './contact-commands.ts'
import { getContact } from './contact-queries.ts'
import { channelSchema, contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'
import { liftSuppression, stopWritingTo, suppressAddress } from './suppression-commands.ts'
import { listSuppressions, suppressionsFor } from './suppression-queries.ts'
import { suppressAddressSchema } from './suppression-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let prospectId: string
let ana: string
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  prospectId = await anOutlet(ours)
  ana = await aContact(ours, 'Ana', 'ana@news.example.org')
})

describe('"please stop"', () => {
  it('is final for the person: every address they have, and those that come later', async () => {
    await reach(ana, 'form', 'example.org/contact')
    await stopWritingTo(ours, { contactId: ana, words: 'Please stop.' })
    await reach(ana, 'dm', '@ana')
    const contact = await getContact(ours, ana)
    expect(contact.stop?.words).toBe('Please stop.')
    for (const channel of contact.channels) {
      expect((await suppressionsFor(ours, ana, channel.id)).length, channel.kind).toBeGreaterThan(0)
    }
  })

  it('holds for the same mailbox under another name, not for others behind the same form', async () => {
    await reach(ana, 'form', 'example.org/contact')
    await stopWritingTo(ours, { contactId: ana, words: '' })
    const ben = await aContact(ours, 'Ben', 'Ana@News.example.org')
    const form = await reach(ben, 'form', 'example.org/contact')
    const [mail] = (await getContact(ours, ben)).channels
    expect(await suppressionsFor(ours, ben, mail?.id ?? '')).toHaveLength(1)
    expect(await suppressionsFor(ours, ben, form)).toEqual([])
    expect((await getContact(ours, ben)).stop).toBeNull()
  })

  it('said twice at once is one stop', async () => {
    const stops = await Promise.all(
      [1, 2, 3].map(() => stopWritingTo(ours, { contactId: ana, words: 'Stop' })),
    )
    expect(new Set(stops.map((stop) => stop.suppressionId)).size).toBe(1)
    expect((await listSuppressions(ours)).total).toBe(1)
  })

  it('cannot be said by a reviewer, nor from another workspace', async () => {
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(stopWritingTo(reviewer, { contactId: ana, words: '' })).rejects.toThrow(Refusal)
    await expect(stopWritingTo(theirs, { contactId: ana, words: '' })).rejects.toThrow(NotFound)
    expect((await listSuppressions(ours)).total).toBe(0)
  })
})

describe('a Suppression', () => {
  it('of a domain covers what is under it, and nothing that only looks like it', async () => {
    await suppress('example.org')
    const sub = await channelsOf(ana)
    expect(await suppressionsFor(ours, ana, sub[0] ?? '')).toMatchObject([{ domain: 'example.org' }])
    const ben = await aContact(ours, 'Ben', 'ben@notexample.org')
    const [mail] = await channelsOf(ben)
    expect(await suppressionsFor(ours, ben, mail ?? '')).toEqual([])
    const form = await reach(ben, 'form', 'https://www.example.org/contact')
    expect(await suppressionsFor(ours, ben, form)).toHaveLength(1)
    const place = await reach(ben, 'spoken', 'www.example.org fair')
    expect(await suppressionsFor(ours, ben, place)).toEqual([])
  })

  it('of an address holds whatever its spelling, and is listed once', async () => {
    await suppress('ANA@news.example.org')
    await expect(suppress('ana@news.example.org')).rejects.toMatchObject({ field: 'address' })
    expect(await suppressionsFor(ours, ana, (await channelsOf(ana))[0] ?? '')).toHaveLength(1)
    expect((await getContact(ours, ana)).stop).toBeNull()
  })

  it.each(['co.uk', 'javascript:alert(1)', 'a@', '', 'x'.repeat(10_000)])(
    'of "%s" is refused beside the field',
    (address) => {
      const parsed = suppressAddressSchema.safeParse({ address, reason: 'ours' })
      expect(parsed.error?.issues.map((issue) => issue.path[0])).toEqual(['address'])
    },
  )

  it('is lifted once, with a reason, by owners and managers, and frees the person’s addresses', async () => {
    const { suppressionId } = await stopWritingTo(ours, { contactId: ana, words: 'Stop' })
    const lifting = { suppressionId, reason: 'She wrote to us again' }
    await expect(liftSuppression(await aMember(ours.workspaceId, 'writer'), lifting)).rejects.toThrow(Refusal)
    await expect(liftSuppression(theirs, lifting)).rejects.toThrow(NotFound)
    const manager = await aMember(ours.workspaceId, 'manager')
    const twice = await Promise.allSettled([1, 2].map(() => liftSuppression(manager, lifting)))
    expect(twice.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await suppressionsFor(ours, ana, (await channelsOf(ana))[0] ?? '')).toEqual([])
    expect((await listSuppressions(ours)).suppressions).toMatchObject([
      { liftReason: 'She wrote to us again', liftedBy: { name: manager.actorName }, words: 'Stop' },
    ])
    await stopWritingTo(ours, { contactId: ana, words: 'Again' })
    expect((await getContact(ours, ana)).stop?.words).toBe('Again')
  })

  it('is asked about only for one’s own people, and never shown to viewers', async () => {
    const [mail] = await channelsOf(ana)
    await expect(suppressionsFor(theirs, ana, mail ?? '')).rejects.toThrow(NotFound)
    const viewer = await aMember(ours.workspaceId, 'viewer')
    await expect(suppressionsFor(viewer, ana, mail ?? '')).rejects.toThrow(NotFound)
    await expect(listSuppressions(viewer)).rejects.toThrow(NotFound)
    await suppress('example.org')
    expect((await listSuppressions(theirs)).suppressions).toEqual([])
  })
})

function suppress(address: string) {
  return suppressAddress(ours, suppressAddressSchema.parse({ address, reason: 'objected' }))
}

async function channelsOf(contactId: string): Promise<string[]> {
  return (await getContact(ours, contactId)).channels.map((channel) => channel.id)
}

async function reach(contactId: string, channelKind: string, address: string): Promise<string> {
  const { channelId } = await addChannel(
    ours,
    channelSchema.parse({ contactId, channelKind, address, shared: 'on' }),
  )
  return channelId
}

async function aContact(scope: WorkspaceScope, name: string, address: string): Promise<string> {
  const typed = { prospectId, name, channelKind: 'email', address, shared: 'on' }
  return (await addContact(scope, contactSchema.parse(typed))).contactId
}

async function anOutlet(scope: WorkspaceScope): Promise<string> {
  const typed = { kind: 'blogger', name: 'Moss', address: 'example.org' }
  return (await addProspect(scope, prospectSchema.parse(typed))).prospectId
}
