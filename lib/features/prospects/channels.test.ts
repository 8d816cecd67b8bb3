import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addChannel, changeChannel, putChannelBack, removeChannel } from './channel-commands.ts'
import { addContact } from './contact-commands.ts'
import { getChannel, getContact } from './contact-queries.ts'
import { changeChannelSchema, channelSchema, contactSchema } from './contact-schema.ts'
import { addProspect } from './prospect-commands.ts'
import { prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let contactId: string
beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  contactId = await aContact('Ana', 'ana@mossandmiles.example')
})

describe('a Channel', () => {
  it('is written by writers, not by reviewers', async () => {
    const writer = await aMember(ours.workspaceId, 'writer')
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    const { channelId } = await addChannel(writer, channel({ contactId }))
    for (const write of [removeChannel, putChannelBack]) {
      await expect(write(reviewer, { channelId })).rejects.toMatchObject({ name: 'Refusal' })
    }
  })

  it('cannot have been seen tomorrow', async () => {
    await expect(addChannel(ours, channel({ contactId, seenOn: '2026-03-05' }))).rejects.toMatchObject({
      field: 'seenOn',
    })
    expect((await getContact(ours, contactId)).channels).toHaveLength(1)
  })

  it('is added once, whatever its spelling, and offered when it is somebody else’s', async () => {
    const clicks = await Promise.allSettled([1, 2].map(() => addChannel(ours, channel({ contactId }))))
    expect(clicks.filter((click) => click.status === 'fulfilled')).toHaveLength(1)
    const ben = await aContact('Ben', '')
    await expect(addChannel(ours, channel({ contactId: ben }))).rejects.toMatchObject({ field: 'existing' })
    await addChannel(ours, channel({ contactId: ben, shared: 'on' }))
    await addChannel(ours, channel({ contactId: ben, channelKind: 'spoken', address: 'Fair' }))
    await addChannel(ours, channel({ contactId, channelKind: 'spoken', address: 'Fair' }))
    expect((await getContact(ours, contactId)).channels.map((each) => each.kind)).toEqual([
      'email',
      'form',
      'spoken',
    ])
  })

  it('is changed with its origin, taken away and put back', async () => {
    const { channelId } = await addChannel(ours, channel({ contactId }))
    const change = changeChannelSchema.parse({
      ...{ channelId, channelKind: 'dm', address: '@ana', originWords: 'In her profile', fitsRole: 'on' },
    })
    await changeChannel(ours, change)
    expect(await getChannel(ours, contactId, channelId)).toMatchObject({
      ...{ kind: 'dm', address: '@ana' },
      origin: { page: '', words: 'In her profile', noUnsolicited: false },
    })
    await removeChannel(ours, { channelId })
    expect(await getContact(ours, contactId)).toMatchObject({
      channels: [{}],
      removedChannels: [{ id: channelId }],
    })
    await addChannel(ours, channel({ contactId, channelKind: 'dm', address: '@Ana' }))
    await expect(putChannelBack(ours, { channelId })).rejects.toThrow(/already/)
    for (const write of [removeChannel, putChannelBack]) {
      await expect(write(theirs, { channelId })).rejects.toThrow(NotFound)
    }
    await expect(changeChannel(theirs, change)).rejects.toThrow(NotFound)
    await expect(getChannel(theirs, contactId, channelId)).rejects.toThrow(NotFound)
  })
})

function channel(change: Record<string, string>) {
  return channelSchema.parse({ channelKind: 'form', address: 'mossandmiles.example/contact', ...change })
}

async function aContact(name: string, address: string): Promise<string> {
  const outlet = { kind: 'blogger', name, address: `${name}.example` }
  const { prospectId } = await addProspect(ours, prospectSchema.parse(outlet))
  return (await addContact(ours, contactSchema.parse({ prospectId, name, channelKind: 'email', address })))
    .contactId
}
