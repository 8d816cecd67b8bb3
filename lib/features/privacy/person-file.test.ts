import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { aDraft, aPitchGround } from '#lib/testing/a-pitch.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { erasePerson } from './erase-commands.ts'
import { gatherPersonFile } from './person-file-queries.ts'
import { personFileHtml, personFileResponse } from './person-file-response.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  things = await aFullWorkspace(ours, 'Lindgrove')
  await stopWritingTo(ours, { contactId: things.contactId, words: 'Please stop <b>now</b>' })
  const { workspaceId } = ours
  await database().prospect.updateMany({
    where: { workspaceId, id: things.prospectId },
    data: { note: 'Ana Lindgrove likes <script>alert(1)</script> rye bread.' },
  })
  await addContact(
    ours,
    contactSchema.parse({
      ...{ prospectId: things.prospectId, name: 'Ben Ode', channelKind: 'email', address: 'ben@ode.example' },
      note: 'Secret of Ben',
    }),
  )
})

describe('everything held on a person', () => {
  it('has their details, origins, letters, touches, mentions, stops, and whatever names them', async () => {
    const file = await gatherPersonFile(ours, things.contactId)
    expect(file).toMatchObject({
      about: 'Ana Lindgrove',
      person: [{ name: 'Ana Lindgrove' }],
      addresses: [{ address: things.address, origin: { words: 'Lindgrove' } }],
      worksFor: [{ outlet: 'Lindgrove' }],
      pitches: [{ subject: 'Lindgrove and the four good words' }],
      messages: [{ direction: 'out' }],
      touches: [{ note: 'Lindgrove' }],
      samples: [{ what: 'Lindgrove bag', state: 'offered' }],
      mentionsAfterPitches: [{ url: things.mentionUrl }],
      stops: expect.arrayContaining([expect.objectContaining({ words: 'Please stop <b>now</b>' })]),
    })
    const places = file.otherPlacesThatNameThem.map(({ where }) => where)
    expect(places).toContain('Prospects')
  })

  it('has the mails that came in from them, and none that only may be theirs', async () => {
    const { mailsThatCameIn } = await gatherPersonFile(ours, things.contactId)
    expect(mailsThatCameIn).toEqual([])
    const where = { id: things.noticeId, workspaceId: ours.workspaceId }
    await database().incomingMail.updateMany({ where, data: { state: 'settled' } })
    const file = await gatherPersonFile(ours, things.contactId)
    expect(file.mailsThatCameIn).toMatchObject([{ kind: 'auto-reply', text: 'Lindgrove' }])
  })

  it('has nothing of anybody else', async () => {
    const text = JSON.stringify(await gatherPersonFile(ours, things.contactId))
    expect(text).not.toContain('Secret of Ben')
    expect(text).not.toContain('ben@ode.example')
  })

  it('is one page that shows hostile words as words, and loads nothing', async () => {
    const html = personFileHtml(await gatherPersonFile(ours, things.contactId))
    expect(html).toContain('Please stop &lt;b&gt;now&lt;/b&gt;')
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(html).not.toMatch(/<script|<img|<a |<b>|src=|href=/)
  })

  it('is a download that no browser runs', async () => {
    const response = personFileResponse(await gatherPersonFile(ours, things.contactId), 'json')
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="held-on-a-person-[\d-]+\.json"$/,
    )
    expect(response.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox/)
    expect((await response.json()).about).toBe('Ana Lindgrove')
  })

  it('is for owners and managers, and for their own workspace', async () => {
    const manager = await aMember(ours.workspaceId, 'manager')
    expect((await gatherPersonFile(manager, things.contactId)).about).toBe('Ana Lindgrove')
    for (const scope of [theirs, await aMember(ours.workspaceId, 'writer')])
      await expect(gatherPersonFile(scope, things.contactId)).rejects.toThrow(NotFound)
  })

  it('has what colleagues remarked on letters to them, and on others that name them; an erasure takes both', async () => {
    const { workspaceId, memberId, now } = ours
    const other = await aDraft(ours, await aPitchGround(ours))
    const remarkOn = (pitchId: string, text: string) =>
      database().pitchRemark.create({
        data: {
          ...{ workspaceId, pitchId, revision: 1, part: 'body', quote: 'four good words', position: 0, text },
          ...{ byId: memberId, at: now, state: 'open', onceKey: randomUUID() },
        },
      })
    const own = await remarkOn(things.pitchId, 'She had a hard winter. Be gentle.')
    const others = await remarkOn(other, 'Ask Ana Lindgrove first.')
    const file = await gatherPersonFile(ours, things.contactId)
    expect(file.pitches.flatMap(({ remarks }) => remarks)).toContainEqual(
      expect.objectContaining({
        text: 'She had a hard winter. Be gentle.',
        aboutTheWords: 'four good words',
      }),
    )
    expect(file.otherPlacesThatNameThem).toContainEqual(
      expect.objectContaining({ where: 'Remarks on pitches' }),
    )
    expect(personFileHtml(file)).toContain('She had a hard winter. Be gentle.')
    await erasePerson(ours, { contactId: things.contactId })
    const left = await database().pitchRemark.findMany({
      where: { workspaceId, id: { in: [own.id, others.id] } },
    })
    expect(left).toMatchObject([{ id: others.id, text: 'Ask [erased] first.' }])
  })
})
