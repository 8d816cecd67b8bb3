import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addChannel } from './channel-commands.ts'
import { addContact } from './contact-commands.ts'
import { getContact } from './contact-queries.ts'
import { channelSchema, contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'
import { liftSuppression, stopWritingTo, suppressAddress, suppressChannel } from './suppression-commands.ts'
import { findSuppressionKey, giveSuppressionKey } from './suppression-key.ts'
import { listSuppressions } from './suppression-list-queries.ts'
import { addressesStopped, suppressionsFor } from './suppression-queries.ts'
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
    expect(await suppressionsFor(ours, ben, mail?.id ?? '')).not.toEqual([])
    expect(await suppressionsFor(ours, ben, form)).toEqual([])
    expect((await getContact(ours, ben)).stop).toBeNull()
  })

  it('said twice at once is one stop', async () => {
    const stops = await Promise.all(
      [1, 2, 3].map(() => stopWritingTo(ours, { contactId: ana, words: 'Stop' })),
    )
    expect(new Set(stops.map((stop) => stop.suppressionId)).size).toBe(1)
    expect((await listSuppressions(ours)).suppressions).toHaveLength(1)
  })

  it('cannot be said by a reviewer, nor from another workspace', async () => {
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(stopWritingTo(reviewer, { contactId: ana, words: '' })).rejects.toThrow(Refusal)
    await expect(stopWritingTo(theirs, { contactId: ana, words: '' })).rejects.toThrow(NotFound)
    expect((await listSuppressions(ours)).suppressions).toEqual([])
  })
})

describe('a Suppression', () => {
  it('of a domain covers what is under it, and nothing that only looks like it', async () => {
    await suppress('example.org')
    const sub = await channelsOf(ana)
    expect(await suppressionsFor(ours, ana, sub[0] ?? '')).toMatchObject([{ covers: 'domain' }])
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

describe('what is kept of a stop', () => {
  const everyRow = async (scope: WorkspaceScope) =>
    JSON.stringify(await database().suppression.findMany({ where: { workspaceId: scope.workspaceId } }))

  it('is never the address, nor the domain', async () => {
    await suppress('Somebody@Elsewhere.example')
    await suppress('whole-domain.example')
    await stopWritingTo(ours, { contactId: ana, words: '' })
    const rows = await everyRow(ours)
    for (const bare of ['somebody', 'elsewhere', 'whole-domain', 'news.example.org'])
      expect(rows.toLowerCase()).not.toContain(bare)
    await expect(
      database().suppression.create({
        data: {
          ...{ workspaceId: ours.workspaceId, byId: ours.memberId, at: ours.now },
          ...{ addressKey: 'bare@example.org', reason: 'ours' },
        },
      }),
    ).rejects.toThrow('Suppression_never_bare')
  })

  it('says nothing to who has it from another workspace', async () => {
    const hashOf = async (scope: WorkspaceScope) => {
      await suppressAddress(scope, suppressAddressSchema.parse({ address: 'a@b.example', reason: 'ours' }))
      const [row] = await database().suppression.findMany({ where: { workspaceId: scope.workspaceId } })
      return row?.addressHash
    }
    const [one, other] = [await hashOf(ours), await hashOf(theirs)]
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(one).not.toBe(other)
  })

  it('has one key, though many needed the first one at once', async () => {
    const addresses = Array.from({ length: 8 }, (_, at) => `person-${at}@many.example`)
    await Promise.all(addresses.map(suppress))
    const stopped = await addressesStopped(ours, addresses.map(asMail))
    expect([...stopped]).toEqual(addresses.map((_, at) => at))
  })

  it('still matches elsewhere, where the key goes along; a workspace with a key of its own keeps that', async () => {
    await suppress('moved@away.example')
    const key = await findSuppressionKey(ours.workspaceId)
    const given = () =>
      inTransaction((tx) => giveSuppressionKey(theirs.workspaceId, key ?? Buffer.alloc(0), tx))
    expect(await given()).toBe(true)
    const [row] = await database().suppression.findMany({ where: { workspaceId: ours.workspaceId } })
    await database().suppression.create({
      data: {
        ...{ workspaceId: theirs.workspaceId, byId: theirs.memberId, at: theirs.now, reason: 'ours' },
        addressHash: row?.addressHash,
      },
    })
    expect((await addressesStopped(theirs, [asMail('moved@away.example')])).size).toBe(1)
    expect(await given()).toBe(false)
  })

  it('is one row for one address, put on the list twice at once', async () => {
    const both = await Promise.allSettled([suppress('a@b.example'), suppress('A@b.example')])
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listSuppressions(ours)).suppressions).toHaveLength(1)
  })
})

describe('many addresses at once', () => {
  it('are told apart: by address, by domain, by the person who has it, also noted after their stop', async () => {
    await suppress('gone@alone.example')
    await suppress('closed.example')
    await stopWritingTo(ours, { contactId: ana, words: '' })
    await reach(ana, 'email', 'ana@later.example')
    const asked = [
      ...['gone@alone.example', 'here@alone.example', 'x@deep.closed.example', 'x@notclosed.example'],
      ...['ANA@news.example.org', 'ana@later.example', 'not an address', ''],
    ]
    expect([...(await addressesStopped(ours, asked.map(asMail)))]).toEqual([0, 2, 4, 5])
    expect([...(await addressesStopped(theirs, asked.map(asMail)))]).toEqual([])
    const form = { kind: 'form' as const, address: 'https://www.closed.example/contact' }
    expect([...(await addressesStopped(ours, [form]))]).toEqual([0])
  })

  it('are answered in a moment, 5,000 of them', async () => {
    await suppress('person-4321@many.example')
    const asked = Array.from({ length: 5_000 }, (_, at) => asMail(`person-${at}@many.example`))
    const started = performance.now()
    expect([...(await addressesStopped(ours, asked))]).toEqual([4321])
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('somebody who comes back by the contact form', () => {
  it('is kept, is still stopped, and whose stop it was is not said', async () => {
    await suppress('robin@back.example')
    const typed = {
      prospectId,
      name: 'Robin',
      channelKind: 'email',
      address: 'ROBIN@back.example',
      shared: 'on',
    }
    const answer = await addContact(ours, contactSchema.parse(typed))
    expect(answer).toEqual({ contactId: expect.any(String), isStopped: true })
    const [mail = ''] = await channelsOf(answer.contactId)
    expect(await suppressionsFor(ours, answer.contactId, mail)).toMatchObject([{ contactId: null }])
    const other = { ...typed, name: 'Free', address: 'free@elsewhere.example' }
    expect(await addContact(ours, contactSchema.parse(other))).toMatchObject({ isStopped: false })
  })
})

describe('a stop of one address of a person', () => {
  it('leaves their others alone, names them in the list, and is lifted by itself', async () => {
    const other = await reach(ana, 'dm', '@ana')
    const [mail = ''] = await channelsOf(ana)
    const { suppressionId } = await suppressChannel(ours, {
      channelId: mail,
      reason: 'ours',
      words: 'Bounces',
    })
    expect(await suppressionsFor(ours, ana, mail)).toHaveLength(1)
    expect(await suppressionsFor(ours, ana, other)).toEqual([])
    expect((await getContact(ours, ana)).stop).toBeNull()
    expect((await listSuppressions(ours)).suppressions).toMatchObject([
      { covers: 'address', contact: { id: ana } },
    ])
    await expect(suppressChannel(ours, { channelId: mail, reason: 'ours', words: '' })).rejects.toThrow(
      Refusal,
    )
    await expect(suppressChannel(theirs, { channelId: mail, reason: 'ours', words: '' })).rejects.toThrow(
      NotFound,
    )
    await liftSuppression(ours, { suppressionId, reason: 'Mended' })
    expect(await suppressionsFor(ours, ana, mail)).toEqual([])
  })

  it('stays when their own stop is lifted', async () => {
    const [mail = ''] = await channelsOf(ana)
    await suppressChannel(ours, { channelId: mail, reason: 'ours', words: '' })
    const { suppressionId } = await stopWritingTo(ours, { contactId: ana, words: '' })
    await liftSuppression(ours, { suppressionId, reason: 'She wrote' })
    expect(await suppressionsFor(ours, ana, mail)).toHaveLength(1)
  })
})

function asMail(address: string) {
  return { kind: 'email' as const, address }
}

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
