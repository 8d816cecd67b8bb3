import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { changeRole, removeMember } from '#lib/features/workspaces/member-commands.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { openMailSecret } from '#lib/server/mail/mail-secrets.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMailbox } from '#lib/testing/a-mailbox.ts'
import { MAIL_KEYS, mailKeyEntry } from '#lib/testing/mail-keys-for-tests.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import {
  changeMailbox,
  connectMailbox,
  disconnectMailbox,
  pauseMailbox,
  resumeMailbox,
  testMailbox,
} from './mailbox-commands.ts'
import { getMailbox, listMailboxes } from './mailbox-queries.ts'
import { changeMailboxSchema, connectMailboxSchema } from './mailbox-schema.ts'
import { resealMailSecrets } from './reseal-mail-secrets.ts'

const NEWER = mailKeyEntry('k2', 'newer')
const db = databaseAcrossWorkspaces
let owner: WorkspaceScope
let writer: WorkspaceScope
let mailboxId: string

beforeEach(async () => {
  setKeys(MAIL_KEYS)
  owner = await aWorkspace('Ours')
  writer = await aMember(owner.workspaceId, 'writer')
  mailboxId = (await connectMailbox(writer, aMailbox('Wanda@Shop.example', 'Wanda', servers))).mailboxId
})

describe('connecting a mailbox', () => {
  it('keeps its password sealed, shows it to nobody, and asks for one check', async () => {
    const row = await rowOf(mailboxId)
    expect(row.imapSecret).toMatch(/^v1:k1:[\w-]+$/)
    expect(openMailSecret(row.imapSecret, { mailboxId, part: 'imap' })).toBe('a password')
    expect(row).toMatchObject({ state: 'connecting', checkState: 'waiting', imapUser: 'Wanda@shop.example' })
    expect(await jobsFor(mailboxId)).toBe(1)
    const shown = JSON.stringify([await getMailbox(writer, mailboxId), await listMailboxes(writer)])
    expect(shown).not.toContain('v1:')
    expect(shown).not.toContain('a password')
  })

  it('a second time, spelled otherwise or by somebody else, is refused beside the address', async () => {
    const again = connectMailbox(owner, aMailbox('wanda@shop.example', 'Olga'))
    await expect(again).rejects.toMatchObject({ field: 'address' })
    const { theirs } = await twoWorkspaces()
    await expect(connectMailbox(theirs, aMailbox('wanda@shop.example', 'Theo'))).resolves.toBeDefined()
  })

  it('is refused where this server has no key, and stores nothing', async () => {
    setKeys('')
    await expect(connectMailbox(owner, aMailbox('olga@shop.example', 'Olga'))).rejects.toThrow(/no key/)
    expect(await listMailboxes(owner)).toHaveLength(1)
  })

  it.each(['reviewer', 'viewer'] as const)('is not for a %s', async (role) => {
    const member = await aMember(owner.workspaceId, role)
    await expect(connectMailbox(member, aMailbox('r@shop.example', 'R'))).rejects.toThrow(Refusal)
    await expect(listMailboxes(member)).rejects.toThrow(NotFound)
  })
})

describe('a mailbox', () => {
  it('is seen by whose it is and by owners, and changed by whose it is alone', async () => {
    const manager = await aMember(owner.workspaceId, 'manager')
    expect((await listMailboxes(owner)).map(({ isOwn, ownerName }) => ({ isOwn, ownerName }))).toEqual([
      { isOwn: false, ownerName: writer.actorName },
    ])
    expect(await listMailboxes(manager)).toEqual([])
    await expect(getMailbox(manager, mailboxId)).rejects.toThrow(NotFound)
    for (const stranger of [owner, manager]) {
      await expect(changeMailbox(stranger, changed({}))).rejects.toThrow(NotFound)
      await expect(pauseMailbox(stranger, { mailboxId })).rejects.toThrow(NotFound)
      await expect(testMailbox(stranger, { mailboxId })).rejects.toThrow(NotFound)
    }
    await expect(disconnectMailbox(manager, { mailboxId })).rejects.toThrow(NotFound)
    await disconnectMailbox(owner, { mailboxId })
    expect(await listMailboxes(writer)).toEqual([])
  })

  it('that is disconnected forgets its passwords, and its address may be connected again', async () => {
    await disconnectMailbox(writer, { mailboxId })
    expect(await rowOf(mailboxId)).toMatchObject({
      state: 'disconnected',
      imapSecret: null,
      smtpSecret: null,
    })
    await expect(disconnectMailbox(writer, { mailboxId })).rejects.toThrow(NotFound)
    await expect(connectMailbox(writer, aMailbox('wanda@shop.example', 'Wanda'))).resolves.toBeDefined()
  })

  it.each([
    ['another server for reading', { imapHost: 'imap.evil.example' }, 'password'],
    ['another user name', { imapUser: 'somebody' }, 'password'],
    ['another port', { imapPort: '143' }, 'password'],
    ['another server for sending', { smtpHost: 'smtp.evil.example' }, 'password'],
  ])('sends no stored password to %s', async (_, change, field) => {
    await expect(changeMailbox(writer, changed(change))).rejects.toMatchObject({ field })
    expect(await rowOf(mailboxId)).toMatchObject({ imapHost: 'imap.shop.example', imapPort: 993 })
  })

  it('asks for the password of sending where that is one of its own', async () => {
    await changeMailbox(writer, changed({ smtpPassword: 'another one' }))
    const change = changed({ smtpHost: 'smtp.evil.example', password: 'a password' })
    await expect(changeMailbox(writer, change)).rejects.toMatchObject({ field: 'smtpPassword' })
  })

  it('changes its name without a check, and with a new password starts anew', async () => {
    await changeMailbox(writer, changed({ name: 'Wanda of the shop' }))
    expect(await rowOf(mailboxId)).toMatchObject({ name: 'Wanda of the shop' })
    expect(await jobsFor(mailboxId)).toBe(1)
    await db().mailbox.updateMany({
      where: { id: mailboxId },
      data: { state: 'reconnect-needed', failureKind: 'login', failure: 'No' },
    })
    await changeMailbox(writer, changed({ password: 'a new one' }))
    const row = await rowOf(mailboxId)
    expect(row).toMatchObject({ state: 'connecting', failure: '', failureKind: null, checkState: 'waiting' })
    expect(openMailSecret(row.imapSecret, { mailboxId, part: 'imap' })).toBe('a new one')
    expect(await jobsFor(mailboxId)).toBe(2)
  })

  it('is tried once, however often somebody clicks, and again when nothing came back', async () => {
    await Promise.all([testMailbox(writer, { mailboxId }), testMailbox(writer, { mailboxId })])
    expect(await jobsFor(mailboxId)).toBe(1)
    await testMailbox(at(writer, '2026-03-04T12:11:00Z'), { mailboxId })
    expect(await jobsFor(mailboxId)).toBe(2)
  })

  it('rests while it is paused, and is tried when it is taken up again', async () => {
    await pauseMailbox(writer, { mailboxId })
    await pauseMailbox(writer, { mailboxId })
    await expect(testMailbox(writer, { mailboxId })).rejects.toThrow(/paused/)
    await resumeMailbox(writer, { mailboxId })
    await resumeMailbox(writer, { mailboxId })
    expect(await rowOf(mailboxId)).toMatchObject({ state: 'connecting', checkState: 'waiting' })
    expect(await jobsFor(mailboxId)).toBe(2)
  })

  it('whose password was refused is not tried by pausing and taking up', async () => {
    await db().mailbox.updateMany({ where: { id: mailboxId }, data: { failureKind: 'login' } })
    await pauseMailbox(writer, { mailboxId })
    await resumeMailbox(writer, { mailboxId })
    expect(await rowOf(mailboxId)).toMatchObject({ state: 'reconnect-needed' })
    expect(await jobsFor(mailboxId)).toBe(1)
  })

  it('whose key was missing is tried again once the key is back: no server has refused anything', async () => {
    await db().mailbox.update({
      where: { id: mailboxId },
      data: { state: 'reconnect-needed', failureKind: 'no-key', checkState: 'done' },
    })
    await testMailbox(writer, { mailboxId })
    expect(await rowOf(mailboxId)).toMatchObject({ checkState: 'waiting' })
    await db().mailbox.update({ where: { id: mailboxId }, data: { state: 'paused', checkState: 'done' } })
    await resumeMailbox(writer, { mailboxId })
    expect(await rowOf(mailboxId)).toMatchObject({ state: 'connecting', checkState: 'waiting' })
  })

  it('goes with its member, and with the right to send', async () => {
    await changeRole(owner, { memberId: writer.memberId, role: 'reviewer', siteIds: [] })
    expect(await rowOf(mailboxId)).toMatchObject({ state: 'disconnected', imapSecret: null })
    const leaver = await aMember(owner.workspaceId, 'writer')
    const { mailboxId: left } = await connectMailbox(leaver, aMailbox('leo@shop.example', 'Leo'))
    await removeMember(owner, { memberId: leaver.memberId, reassignToId: null })
    expect(await rowOf(left)).toMatchObject({ state: 'disconnected', imapSecret: null, liveAddress: null })
  })
})

describe('new keys', () => {
  it('close what old ones closed, once, and leave alone what none opens', async () => {
    await changeMailbox(writer, changed({ smtpPassword: 'another one' }))
    const before = await rowOf(mailboxId)
    setKeys(NEWER)
    expect((await resealMailSecrets()).closed).toBeGreaterThan(0)
    expect((await rowOf(mailboxId)).imapSecret).toBe(before.imapSecret)
    setKeys(`${NEWER},${MAIL_KEYS}`)
    expect((await resealMailSecrets()).resealed).toBeGreaterThan(0)
    expect(await resealMailSecrets()).toEqual({ resealed: 0, closed: 0 })
    setKeys(NEWER)
    const { imapSecret, smtpSecret } = await rowOf(mailboxId)
    expect(openMailSecret(imapSecret, { mailboxId, part: 'imap' })).toBe('a password')
    expect(openMailSecret(smtpSecret, { mailboxId, part: 'smtp' })).toBe('another one')
  })
})

describe('the form', () => {
  it.each([
    ['address', { address: 'wanda' }],
    ['address', { address: 'a@b.example, c@d.example' }],
    ['password', { password: '' }],
    ['imapHost', { imapHost: 'imap shop' }],
    ['imapHost', { imapHost: 'https://imap.shop.example/' }],
    ['imapPort', { imapPort: '99999' }],
    ['smtpSecurity', { smtpSecurity: 'ssl' }],
    ['aliases', { aliases: 'sales@shop.example\nnobody' }],
    ['dailyCap', { dailyCap: '200' }],
    ['dailyCap', { dailyCap: 'many' }],
    ['timeZone', { timeZone: 'Mars/Olympus' }],
  ])('says beside %s what is wrong with %j', (field, typed) => {
    const whole = { address: 'a@b.example', name: 'A', password: 'p', dailyCap: '5', timeZone: 'UTC' }
    const parsed = connectMailboxSchema.safeParse({ ...whole, ...typed })
    expect(parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0])).toContain(field)
  })

  it.each([
    [{ imapPort: '' }, { port: 993, security: 'tls' }],
    [{ imapPort: '143' }, { port: 143, security: 'starttls' }],
    [{ imapSecurity: 'starttls' }, { port: 143, security: 'starttls' }],
    [
      { imapPort: '1993', imapSecurity: 'tls' },
      { port: 1993, security: 'tls' },
    ],
  ])('takes %j for %j', (typed, expected) => {
    const { imap } = aMailbox('a@b.example', 'A', { imapHost: 'IMAP.b.example.', ...typed })
    expect(imap).toEqual({ host: 'imap.b.example', ...expected })
  })
})

const servers = { imapHost: 'imap.shop.example', smtpHost: 'smtp.shop.example' }

function changed(typed: Record<string, string>) {
  return changeMailboxSchema.parse({
    ...{ mailboxId, name: 'Wanda', sends: 'on', dailyCap: '5', timeZone: 'UTC', ...servers },
    ...typed,
  })
}

function rowOf(id: string) {
  return db().mailbox.findUniqueOrThrow({ where: { id } })
}

async function jobsFor(id: string): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS "count" FROM pgboss.job WHERE name = 'check-mailbox' AND data->>'mailboxId' = ${id}`
  return rows[0]?.count ?? 0
}

function setKeys(keys: string) {
  process.env.MAIL_SECRET_KEYS = keys
  forgetSettings()
}
