import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'
import { database, databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aFullWorkspace, type FullWorkspace } from '#lib/testing/a-full-workspace.ts'
import { verified, writeALook } from '#lib/testing/a-look.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { packPage } from '../mentions/raw-page.ts'
import { addContact } from '../prospects/contact-commands.ts'
import { contactSchema } from '../prospects/contact-schema.ts'
import { stopWritingTo } from '../prospects/suppression-commands.ts'
import { listSuppressions } from '../prospects/suppression-list-queries.ts'
import { addressesStopped } from '../prospects/suppression-queries.ts'
import { erasePerson } from './erase-commands.ts'
import { previewErasure } from './preview-queries.ts'

const MARK = 'Lindgrove'
const NAME = `Ana ${MARK}`
let ours: WorkspaceScope
let theirs: WorkspaceScope
let things: FullWorkspace
let address: string

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  things = await aFullWorkspace(ours, MARK)
  address = things.address
  await nameThemEverywhere()
})

describe('erasing a person', () => {
  it('leaves neither their name nor their address in any column of any table', async () => {
    expect((await whereIs(NAME)).length).toBeGreaterThan(12)
    expect((await whereIs(address)).length).toBeGreaterThan(4)
    await erasePerson(ours, { contactId: things.contactId })
    expect(await whereIs(NAME)).toEqual([])
    expect(await whereIs(address)).toEqual([])
  })

  it('keeps the chain of evidence whole, and what the numbers are made of', async () => {
    const before = await numbers()
    await erasePerson(ours, { contactId: things.contactId })
    expect(await verified(things.mentionId)).toMatchObject({ broken: 0, blanked: 1 })
    expect(await numbers()).toEqual(before)
    const where = { workspaceId: ours.workspaceId, id: things.pitchId }
    expect(await database().pitch.findFirst({ where, include: { contact: true } })).toMatchObject({
      ...{ state: 'closed', subject: '', body: '', openProspectId: null },
      contact: { name: 'Erased person' },
    })
  })

  it('ends what they were offered, and keeps that something was given', async () => {
    const where = { workspaceId: ours.workspaceId, id: things.sampleId }
    expect((await previewErasure(ours, things.contactId)).counts.samples).toBe(1)
    const { counts } = await erasePerson(ours, { contactId: things.contactId })
    expect(counts.samples).toBe(1)
    expect(await database().sample.findFirst({ where })).toMatchObject({
      ...{ contactId: null, words: '', trackingNumber: '', state: 'taken-back' },
      prospectId: things.prospectId,
    })
  })

  it('forgets their mails, and takes nothing for an answer to what was written to them', async () => {
    const where = { workspaceId: ours.workspaceId }
    await database().message.updateMany({ where, data: { mailIds: ['<one@trailhead.shop>'] } })
    await erasePerson(ours, { contactId: things.contactId })
    const mails = await database().incomingMail.findMany({ where })
    expect(mails).toHaveLength(2)
    for (const mail of mails)
      expect(mail).toMatchObject({
        state: 'dismissed',
        pitchId: null,
        text: '',
        subject: '',
        fromAddress: '',
      })
    expect(await database().message.count({ where: { ...where, mailIds: { isEmpty: false } } })).toBe(0)
  })

  it('takes away the page that names them, and leaves the one that does not', async () => {
    await erasePerson(ours, { contactId: things.contactId })
    const pages = await database().rawPage.findMany({ where: { workspaceId: ours.workspaceId } })
    expect(pages).toHaveLength(1)
  })

  it('calls back mails out of a mailbox that wait, theirs and those that name them, and keeps no byte of them', async () => {
    const where = { workspaceId: ours.workspaceId, id: things.mailId }
    await erasePerson(ours, { contactId: things.contactId })
    expect(await database().outgoingMail.findFirst({ where })).toMatchObject({
      ...{ state: 'not-sent', liveKey: null, toName: 'Erased person', toAddress: '', subject: '', body: '' },
      ...{ raw: new Uint8Array() },
    })
    const another = await aContact('Ben Ode', 'ben@elsewhere.example')
    await database().outgoingMail.updateMany({
      where,
      data: {
        ...{ state: 'queued', liveKey: 'reply:x', settledAt: null },
        ...{ body: 'Ask Ben Ode.', raw: new TextEncoder().encode('Ask Ben Ode.') },
      },
    })
    await erasePerson(ours, { contactId: another })
    expect(await database().outgoingMail.findFirst({ where })).toMatchObject({
      ...{ state: 'not-sent', reason: 'erased', body: 'Ask [erased].', raw: new Uint8Array() },
    })
  })

  it('leaves valid JSON, whatever they are called', async () => {
    for (const name of ['null', 'Jo "Q" O’Hara', 'a\\b (c) [d] $e', '山田花子', 'Łucja\u00a0Ćwik']) {
      const contactId = await aContact(name, `${randomUUID()}@odd.example`)
      const custom = { said: `met ${name} there`, more: [name, { [name]: 1 }], none: null }
      await database().prospect.updateMany({
        where: { workspaceId: ours.workspaceId, id: things.prospectId },
        data: { custom, note: `Ask ${name}.` },
      })
      await erasePerson(ours, { contactId })
      const prospect = await database().prospect.findFirst({
        where: { workspaceId: ours.workspaceId, id: things.prospectId },
      })
      expect(prospect, name).toMatchObject({
        note: 'Ask [erased].',
        custom: { said: 'met [erased] there', more: ['[erased]', { '[erased]': 1 }], none: null },
      })
    }
  })

  it('keeps them stopped, without saying who, also where nobody had asked', async () => {
    await erasePerson(ours, { contactId: things.contactId })
    expect(await stopped(address)).toBe(true)
    const { suppressions } = await listSuppressions(ours)
    expect(suppressions).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ covers: 'address', reason: 'erased', contact: null, words: '' }),
      ]),
    )
  })

  it('keeps the reason of the stop there was', async () => {
    await stopWritingTo(ours, { contactId: things.contactId, words: `Stop, says ${NAME}` })
    await erasePerson(ours, { contactId: things.contactId })
    const { suppressions } = await listSuppressions(ours)
    expect(suppressions.filter(({ covers }) => covers === 'address')).toMatchObject([
      { reason: 'asked-to-stop', contact: null, words: '' },
    ])
    const again = await aContact('Somebody New', address)
    await erasePerson(ours, { contactId: again })
    expect(await stopped(address)).toBe(true)
    expect(
      (await listSuppressions(ours)).suppressions.filter(({ covers }) => covers === 'address'),
    ).toHaveLength(1)
  })

  it('spares others: a namesake’s name, a shared address, a longer address', async () => {
    const namesake = await aContact(NAME, 'other-ana@elsewhere.example')
    const sharing = await aContact('Ben Ode', address)
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: things.prospectId },
      data: { note: `${NAME} and x${address}` },
    })
    expect(await previewErasure(ours, things.contactId)).toMatchObject({
      sharesName: true,
      sharesAddress: true,
    })
    await erasePerson(ours, { contactId: things.contactId })
    const where = { workspaceId: ours.workspaceId }
    expect(await database().contact.findFirst({ where: { ...where, id: namesake } })).toMatchObject({
      name: NAME,
    })
    expect(await database().channel.findFirst({ where: { ...where, contactId: sharing } })).toMatchObject({
      address,
    })
    expect(await database().prospect.findFirst({ where: { ...where, id: things.prospectId } })).toMatchObject(
      {
        note: `${NAME} and x${address}`,
      },
    )
    expect(await stopped(address)).toBe(true)
  })

  it('says beforehand what it will do', async () => {
    expect(await previewErasure(ours, things.contactId)).toMatchObject({
      ...{ name: NAME, hasAddress: true, isStopped: false, sharesName: false, waitingImports: 1 },
      counts: {
        contacts: 1,
        addresses: 1,
        pitches: 1,
        messages: 1,
        touches: 1,
        importRows: 1,
        looks: 1,
        pages: 1,
      },
    })
  })

  it('writes down that it happened and what went, not who', async () => {
    const { erasureId } = await erasePerson(ours, { contactId: things.contactId })
    const row = await database().erasure.findFirst({
      where: { workspaceId: ours.workspaceId, id: erasureId },
    })
    expect(row).toMatchObject({
      why: 'asked',
      byId: ours.memberId,
      counts: { contacts: 1, pitches: 1, files: 1 },
    })
  })

  it('is done once, though pressed twice at once, and a second time finds nobody', async () => {
    const asked = () => erasePerson(ours, { contactId: things.contactId })
    const both = await Promise.allSettled([asked(), asked()])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    await expect(asked()).rejects.toThrow(NotFound)
    expect(await database().erasure.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })

  it('ended half-way leaves everything as it was, and is done whole the next time', async () => {
    const { workspaceId } = ours
    const everything = (await whereIs(NAME)).sort()
    const trigger = `CREATE FUNCTION fall_over() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$`
    await databaseAcrossWorkspaces().$executeRawUnsafe(trigger)
    await databaseAcrossWorkspaces().$executeRawUnsafe(
      'CREATE TRIGGER fall_over BEFORE INSERT ON "Erasure" FOR EACH ROW EXECUTE FUNCTION fall_over()',
    )
    await expect(erasePerson(ours, { contactId: things.contactId })).rejects.toThrow()
    await databaseAcrossWorkspaces().$executeRawUnsafe('DROP TRIGGER fall_over ON "Erasure"')
    await databaseAcrossWorkspaces().$executeRawUnsafe('DROP FUNCTION fall_over')
    expect((await whereIs(NAME)).sort()).toEqual(everything)
    expect(await stopped(address)).toBe(false)
    expect(await database().erasure.count({ where: { workspaceId } })).toBe(0)
    await erasePerson(ours, { contactId: things.contactId })
    expect(await whereIs(NAME)).toEqual([])
  })

  it('forgets those merged into them, and what is kept of the merge', async () => {
    const { workspaceId, now, memberId } = ours
    const double = await aContact('Anna Lindgrove-Berg', 'anna@berg.example')
    await database().contact.updateMany({
      where: { workspaceId, id: double },
      data: { mergedIntoId: things.contactId, deletedAt: now },
    })
    await database().merge.create({
      data: {
        ...{ workspaceId, kind: 'contact', keptId: things.contactId, goneId: double, keptName: NAME },
        ...{ goneName: 'Anna Lindgrove-Berg', before: { phone: '+43 1' }, at: now, byId: memberId },
      },
    })
    await erasePerson(ours, { contactId: things.contactId })
    expect(await whereIs('Lindgrove-Berg')).toEqual([])
    expect(await whereIs('anna@berg.example')).toEqual([])
    expect(await stopped('anna@berg.example')).toBe(true)
    expect(await database().merge.count({ where: { workspaceId, kind: 'contact' } })).toBe(0)
  })

  it('is for owners, and for their own workspace', async () => {
    const manager = await aMember(ours.workspaceId, 'manager')
    await expect(erasePerson(manager, { contactId: things.contactId })).rejects.toThrow(Refusal)
    await expect(erasePerson(theirs, { contactId: things.contactId })).rejects.toThrow(NotFound)
    await expect(previewErasure(await aMember(ours.workspaceId, 'writer'), things.contactId)).rejects.toThrow(
      NotFound,
    )
    expect((await whereIs(NAME)).length).toBeGreaterThan(0)
  })

  it('waits for an import that is writing them, and changes nothing meanwhile', async () => {
    await database().importBatch.updateMany({
      where: { workspaceId: ours.workspaceId },
      data: { state: 'applying' },
    })
    await expect(erasePerson(ours, { contactId: things.contactId })).rejects.toThrow('at this moment')
    expect((await whereIs(NAME)).length).toBeGreaterThan(12)
    expect(await stopped(address)).toBe(false)
  })
})

/** Texts in every corner of the workspace that name the person, as others would have left them. */
async function nameThemEverywhere() {
  const { workspaceId, memberId, now } = ours
  const db = database()
  const said = `Met ${NAME} (${address.toUpperCase()}) at the fair.`
  const here = (id: string) => ({ workspaceId, id })
  await db.prospect.updateMany({ where: here(things.prospectId), data: { note: said, custom: { said } } })
  await db.campaign.updateMany({ where: here(things.campaignId), data: { story: said } })
  await db.mention.updateMany({
    where: here(things.mentionId),
    data: { note: said, claim: { anchor: NAME }, askReason: `${NAME} said` },
  })
  await db.readingNote.updateMany({ where: here(things.noteId), data: { struck: said } })
  await db.pageCopy.updateMany({
    where: { workspaceId },
    data: { wholeText: `By ${NAME}. Four good words.` },
  })
  await db.trashEntry.updateMany({ where: { workspaceId }, data: { label: NAME } })
  await db.apiToken.updateMany({ where: { workspaceId }, data: { name: `${NAME} by script` } })
  await db.apiAnswer.updateMany({
    where: { workspaceId },
    data: { body: JSON.stringify({ name: NAME, address }) },
  })
  await db.suppression.updateMany({ where: { workspaceId }, data: { words: said } })
  await db.tag.create({ data: { workspaceId, name: NAME, nameKey: NAME.toLowerCase(), createdAt: now } })
  await db.prospect.updateMany({ where: here(things.prospectId), data: { tags: [NAME, 'kept'] } })
  const blob = await db.blob.create({
    data: { workspaceId, sha256: randomUUID(), size: 3, chunkSize: 3, isWhole: true, createdAt: now },
  })
  await db.blobChunk.create({
    data: { workspaceId, blobId: blob.id, number: 0, bytes: new Uint8Array([1, 2, 3]) },
  })
  const batch = await db.importBatch.create({
    data: {
      ...{
        workspaceId,
        blobId: blob.id,
        fileName: `${NAME}.csv`,
        state: 'previewed',
        byId: memberId,
        createdAt: now,
      },
      facts: { samples: [[NAME, '+43 1 234']] },
    },
  })
  const record = { contact: { name: NAME, email: address, phone: '+43 1 234' } }
  await db.importRow.create({
    data: {
      workspaceId,
      batchId: batch.id,
      number: 1,
      line: '2',
      kind: 'new',
      record,
      plan: record,
      applied: { said },
    },
  })
  const facts = { anchorText: NAME, context: said, rel: ['ugc'] }
  const page = await packPage(new TextEncoder().encode(`<p>By ${NAME}</p>`), 'text/html')
  await writeALook(ours, things.mentionId, { page, facts, sentence: said })
}

async function aContact(name: string, channelAddress: string): Promise<string> {
  const typed = {
    prospectId: things.prospectId,
    name,
    channelKind: 'email',
    address: channelAddress,
    shared: 'on',
  }
  return (await addContact(ours, contactSchema.parse(typed))).contactId
}

async function stopped(mail: string): Promise<boolean> {
  return (await addressesStopped(ours, [{ kind: 'email', address: mail }])).has(0)
}

/** What reports count: pitches, messages and mentions, by day and state of sending. */
async function numbers() {
  const where = { workspaceId: ours.workspaceId }
  const [pitches, messages, mentions, looks] = await Promise.all([
    database().pitch.findMany({ where, select: { id: true, sentAt: true, campaignId: true } }),
    database().message.findMany({ where, select: { id: true, at: true, direction: true, purpose: true } }),
    database().mention.findMany({ where, select: { id: true, outcome: true, pitchId: true } }),
    database().linkCheck.findMany({
      where,
      select: { id: true, verdict: true, at: true },
      orderBy: { number: 'asc' },
    }),
  ])
  return { pitches, messages, mentions, looks }
}

/** Every text, list and JSON column of every table that belongs to the workspace. */
async function whereIs(words: string): Promise<string[]> {
  const db = databaseAcrossWorkspaces()
  const columns = await db.$queryRaw<{ table: string; name: string }[]>(Prisma.sql`
    SELECT c.table_name AS "table", c.column_name AS "name" FROM information_schema.columns c
     WHERE c.table_schema = 'public' AND c.udt_name IN ('text', 'jsonb', '_text', 'varchar')
       AND EXISTS (SELECT 1 FROM information_schema.columns w
                    WHERE w.table_schema = 'public' AND w.table_name = c.table_name AND w.column_name = 'workspaceId')`)
  expect(columns.length).toBeGreaterThan(150)
  const found: string[] = []
  for (const { table, name } of columns) {
    const rows = await db.$queryRawUnsafe<unknown[]>(
      `SELECT 1 FROM "${table}" WHERE "workspaceId" = $1 AND position(lower($2) IN lower("${name}"::text)) > 0`,
      ours.workspaceId,
      words,
    )
    if (rows.length > 0) found.push(`${table}.${name}`)
  }
  return found
}
