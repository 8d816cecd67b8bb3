import { beforeAll, describe, expect, it } from 'vitest'
import { CUSTOM_FIELDS_MAX } from '#lib/domain/custom-fields.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { changeContact } from './contact-commands.ts'
import { changeContactSchema } from './contact-schema.ts'
import {
  addCustomField,
  changeCustomField,
  moveCustomField,
  removeCustomField,
  restoreCustomField,
} from './custom-field-commands.ts'
import { listCustomFields, listRemovedCustomFields } from './custom-field-queries.ts'
import { changeCustomFieldSchema, customFieldSchema } from './custom-field-schema.ts'
import { addNoteToProspect, addProspect, changeProspect } from './prospect-commands.ts'
import { getProspect } from './prospect-queries.ts'
import { changeProspectSchema, prospectSchema } from './prospect-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let made = 0
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

describe('a field of one’s own', () => {
  it('is asked for, kept by its key, and read back with the prospect', async () => {
    const scope = await aWorkspace()
    const readers = await field(scope, 'Readers a month', 'number')
    const met = await field(scope, 'Met on', 'date')
    const { prospectId } = await addProspect(
      scope,
      outlet({ [`custom.${readers}`]: '12,400', [`custom.${met}`]: '2026-03-01' }),
    )
    expect((await getProspect(scope, prospectId)).custom).toEqual({
      'readers-a-month': 12_400,
      'met-on': '2026-03-01',
    })
  })

  it.each([
    ['number', 'many', 'not a number'],
    ['date', '2026-02-30', 'no day of the calendar'],
    ['link', 'not a link', 'web address'],
    ['choice', 'Maybe', 'none of the choices'],
    ['text', 'x'.repeat(2_001), 'longer than 2,000'],
    ['number', '9'.repeat(400), 'not a number'],
  ] as const)(
    'of the kind %s refuses "%s" beside itself, and nothing is saved',
    async (kind, typed, words) => {
      const scope = await aWorkspace()
      const id = await field(scope, 'Ours', kind, 'Yes\nNo')
      await expect(addProspect(scope, outlet({ [`custom.${id}`]: typed }))).rejects.toMatchObject({
        name: 'Refusal',
        field: `custom.${id}`,
        message: expect.stringContaining(words),
      })
      expect(await database().prospect.count({ where: { workspaceId: scope.workspaceId } })).toBe(0)
    },
  )

  it('is left alone where a form does not ask for it, and emptied where it is sent empty', async () => {
    const scope = await aWorkspace()
    const a = await field(scope, 'A', 'text')
    const b = await field(scope, 'B', 'text')
    const { prospectId } = await addProspect(
      scope,
      outlet({ [`custom.${a}`]: 'one', [`custom.${b}`]: 'two' }),
    )
    const about = { ...typed(), prospectId }
    await changeProspect(scope, changeProspectSchema.parse(about))
    expect((await getProspect(scope, prospectId)).custom).toEqual({ a: 'one', b: 'two' })
    await changeProspect(scope, changeProspectSchema.parse({ ...about, [`custom.${a}`]: ' ' }))
    expect((await getProspect(scope, prospectId)).custom).toEqual({ b: 'two' })
  })

  it('keeps its values when it is removed, and brings them back', async () => {
    const scope = await aWorkspace()
    const id = await field(scope, 'Mood', 'text')
    const { prospectId } = await addProspect(scope, outlet({ [`custom.${id}`]: 'sunny' }))
    await removeCustomField(scope, { fieldId: id })
    await removeCustomField(scope, { fieldId: id })
    expect(await listCustomFields(scope, 'prospect')).toEqual([])
    expect((await listRemovedCustomFields(scope, 'prospect')).map(({ label }) => label)).toEqual(['Mood'])
    await changeProspect(scope, changeProspectSchema.parse({ ...typed(), prospectId }))
    expect((await getProspect(scope, prospectId)).custom).toEqual({ mood: 'sunny' })
    await restoreCustomField(scope, { fieldId: id })
    await restoreCustomField(scope, { fieldId: id })
    expect((await listCustomFields(scope, 'prospect')).map(({ key }) => key)).toEqual(['mood'])
  })

  it('keeps its key when it is renamed, and a choice that was taken off stays where it was chosen', async () => {
    const scope = await aWorkspace()
    const id = await field(scope, 'Size', 'choice', 'Small\nLarge')
    const { prospectId } = await addProspect(scope, outlet({ [`custom.${id}`]: 'small' }))
    await changeCustomField(
      scope,
      changeCustomFieldSchema.parse({ fieldId: id, label: 'How large', choices: 'Medium\nLarge' }),
    )
    expect(await listCustomFields(scope, 'prospect')).toMatchObject([
      { key: 'size', label: 'How large', choices: ['Medium', 'Large'] },
    ])
    const about = { ...typed(), prospectId, [`custom.${id}`]: 'Small' }
    await changeProspect(scope, changeProspectSchema.parse(about))
    expect((await getProspect(scope, prospectId)).custom).toEqual({ size: 'Small' })
  })

  it('changes places with its neighbour, and stays where there is none', async () => {
    const scope = await aWorkspace()
    const ids = [
      await field(scope, 'A', 'text'),
      await field(scope, 'B', 'text'),
      await field(scope, 'C', 'text'),
    ]
    const order = async () => (await listCustomFields(scope, 'prospect')).map(({ label }) => label).join('')
    await moveCustomField(scope, { fieldId: ids[2] ?? '', towards: 'up' })
    expect(await order()).toBe('ACB')
    await moveCustomField(scope, { fieldId: ids[0] ?? '', towards: 'up' })
    expect(await order()).toBe('ACB')
    await moveCustomField(scope, { fieldId: ids[0] ?? '', towards: 'down' })
    expect(await order()).toBe('CAB')
  })

  it('has a name of its own among the live ones, and there are forty at most, however many people add at once', async () => {
    const scope = await aWorkspace()
    await field(scope, 'Mood', 'text')
    await expect(field(scope, 'mood', 'date')).rejects.toMatchObject({ field: 'label' })
    const adding = Array.from({ length: CUSTOM_FIELDS_MAX + 3 }, (_, n) => field(scope, `F${n}`, 'text'))
    const done = await Promise.allSettled(adding)
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(CUSTOM_FIELDS_MAX - 1)
    for (const result of done) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
  })

  it('is made by owners and managers, and touched by nobody of another workspace', async () => {
    const id = await field(ours, 'Only ours', 'text')
    for (const role of ['writer', 'reviewer', 'viewer'] as const) {
      const member = await aMember(ours.workspaceId, role)
      await expect(field(member, 'X', 'text')).rejects.toBeInstanceOf(Refusal)
      await expect(removeCustomField(member, { fieldId: id })).rejects.toBeInstanceOf(Refusal)
    }
    expect(await field(await aMember(ours.workspaceId, 'manager'), 'Of a manager', 'text')).toBeTruthy()
    for (const command of [removeCustomField, restoreCustomField])
      await expect(command(theirs, { fieldId: id })).rejects.toBeInstanceOf(NotFound)
    await expect(moveCustomField(theirs, { fieldId: id, towards: 'up' })).rejects.toBeInstanceOf(NotFound)
    await addProspect(theirs, outlet({ [`custom.${id}`]: 'theirs' }))
    expect(await database().prospect.findMany({ where: { workspaceId: theirs.workspaceId } })).toMatchObject([
      { custom: {} },
    ])
  })

  it('of contacts is asked of contacts alone', async () => {
    const scope = await aWorkspace()
    const { fieldId } = await addCustomField(
      scope,
      customFieldSchema.parse({ noun: 'contact', label: 'Pronoun', kind: 'text' }),
    )
    const contact = await database().contact.create({
      data: { workspaceId: scope.workspaceId, name: 'Jo', createdAt: scope.now, updatedAt: scope.now },
    })
    const about = {
      contactId: contact.id,
      name: 'Jo',
      [`custom.${fieldId}`]: 'they',
      tags: 'Editors, hiking',
    }
    await changeContact(scope, changeContactSchema.parse(about))
    await addProspect(scope, outlet({ [`custom.${fieldId}`]: 'they' }))
    expect(await database().contact.findMany({ where: { workspaceId: scope.workspaceId } })).toMatchObject([
      { custom: { pronoun: 'they' }, tags: ['Editors', 'hiking'] },
    ])
    expect(await database().prospect.findMany({ where: { workspaceId: scope.workspaceId } })).toMatchObject([
      { custom: {} },
    ])
  })

  it.each([
    [{ label: ' ', kind: 'text' }, 'label'],
    [{ label: 'x'.repeat(61), kind: 'text' }, 'label'],
    [{ label: 'A', kind: 'colour' }, 'kind'],
    [{ label: 'A', kind: 'choice', choices: ' \n ' }, 'choices'],
  ])('is not %o', (wrong, at) => {
    const parsed = customFieldSchema.safeParse({ noun: 'prospect', ...wrong })
    expect(parsed.error?.issues[0]?.path[0]).toBe(at)
  })
})

describe('language, tags and notes of a prospect', () => {
  it('are kept: the language as its code, tags in the workspace’s own spelling', async () => {
    const scope = await aWorkspace()
    await addProspect(scope, outlet({ tags: 'Hiking', language: 'German', note: 'Away in August.' }))
    const { prospectId } = await addProspect(scope, outlet({ tags: 'hiking; #tents, HIKING' }))
    expect(await getProspect(scope, prospectId)).toMatchObject({ tags: ['Hiking', 'tents'], language: null })
    await changeProspect(
      scope,
      changeProspectSchema.parse({ ...typed(), prospectId, tags: '', language: 'pt_BR', note: 'N' }),
    )
    expect(await getProspect(scope, prospectId)).toMatchObject({ tags: [], language: 'pt-BR', note: 'N' })
  })

  it('say what is wrong with a language nobody knows', () => {
    const parsed = prospectSchema.safeParse({ ...typed(), language: 'Klingonian' })
    expect(parsed.error?.issues[0]).toMatchObject({
      path: ['language'],
      message: expect.stringMatching(/not known/),
    })
  })

  it('take a note more from two people at once, each under their name, and a double click once', async () => {
    const scope = await aWorkspace()
    const { prospectId } = await addProspect(scope, outlet({ note: 'First.' }))
    const other = await aMember(scope.workspaceId, 'writer')
    await Promise.all([
      addNoteToProspect(scope, { prospectId, words: 'Likes photos.' }),
      addNoteToProspect(other, { prospectId, words: 'Has a dog.' }),
    ])
    await addNoteToProspect(scope, { prospectId, words: 'Twice.' })
    await addNoteToProspect(scope, { prospectId, words: 'Twice.' })
    const { note } = await getProspect(scope, prospectId)
    expect(note.endsWith('\n\nFirst.')).toBe(true)
    expect(note).toContain(`2026-03-04, ${scope.actorName}: Likes photos.`)
    expect(note).toContain(`2026-03-04, ${other.actorName}: Has a dog.`)
    expect(note.match(/Twice/g)).toHaveLength(1)
    await expect(addNoteToProspect(theirs, { prospectId, words: 'X' })).rejects.toBeInstanceOf(NotFound)
    const full = 'x'.repeat(19_990)
    await changeProspect(scope, changeProspectSchema.parse({ ...typed(), prospectId, note: full }))
    await expect(addNoteToProspect(scope, { prospectId, words: 'One more.' })).rejects.toMatchObject({
      field: 'words',
    })
  })
})

async function field(scope: WorkspaceScope, label: string, kind: string, choices = '') {
  const { fieldId } = await addCustomField(
    scope,
    customFieldSchema.parse({ noun: 'prospect', label, kind, choices }),
  )
  return fieldId
}

function typed() {
  made += 1
  return { kind: 'blogger', name: `Blog ${made}`, address: `https://own-fields-${made}.example/` }
}

function outlet(more: Record<string, string>) {
  return prospectSchema.parse({ ...typed(), ...more })
}
