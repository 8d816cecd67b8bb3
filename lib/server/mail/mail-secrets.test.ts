import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../env.ts'
import { readSecretKeys } from '../secret-keys.ts'
import { MailFailure, saidBy } from './mail-failure.ts'
import { isSealedWithOldKey, openMailSecret, sealMailSecret } from './mail-secrets.ts'

const key = (id: string) => ({ id, bytes: randomBytes(32) })
const [first, second] = [key('k1'), key('k2')]
const of = { mailboxId: 'm1', part: 'smtp' } as const

describe('a mailbox’s password', () => {
  it('is closed with the first key and opened with any', () => {
    const sealed = sealMailSecret('pässword', of, [first])
    expect(sealed).toMatch(/^v1:k1:[\w-]+$/)
    expect(sealMailSecret('pässword', of, [first])).not.toBe(sealed)
    expect(openMailSecret(sealed, of, [second, first])).toBe('pässword')
    expect(isSealedWithOldKey(sealed, [second, first])).toBe(true)
    expect(isSealedWithOldKey(sealed, [first])).toBe(false)
  })

  it.each<[string, (sealed: string) => () => string]>([
    ['in another row', (sealed) => () => openMailSecret(sealed, { ...of, mailboxId: 'm2' }, [first])],
    [
      'for reading instead of sending',
      (sealed) => () => openMailSecret(sealed, { ...of, part: 'imap' }, [first]),
    ],
    ['without its key', (sealed) => () => openMailSecret(sealed, of, [second])],
    ['with another key of that name', (sealed) => () => openMailSecret(sealed, of, [key('k1')])],
    [
      'under another key’s name',
      (sealed) => () => openMailSecret(sealed.replace('k1', 'k2'), of, [first, second]),
    ],
    ['cut short', (sealed) => () => openMailSecret(sealed.slice(0, 30), of, [first])],
    ['as a version of tomorrow', (sealed) => () => openMailSecret(sealed.replace('v1', 'v2'), of, [first])],
    ['where there is none', () => () => openMailSecret(null, of, [first])],
  ])('does not open %s', (_, spoil) => {
    expect(spoil(sealMailSecret('secret', of, [first]))).toThrow(MailFailure)
  })

  it('is taken out of what other servers say', () => {
    const encoded = Buffer.from('hunter2').toString('base64')
    expect(saidBy(`535 no: hunter2\r\n${encoded} \u0000x`, 'hunter2')).toBe('535 no: [password] [password] x')
    // A server that repeats the whole line: the password lies deeper in it, or with its marks escaped.
    const plain = Buffer.from('\0anna@rapport.test\0hunter2').toString('base64')
    expect(saidBy(`535 5.7.8 ${plain}: try again`, 'hunter2')).toBe('535 5.7.8 [password]: try again')
    expect(saidBy(`no ${plain.replace(/=+$/, '')}`, 'hunter2')).toBe('no [password]')
    expect(saidBy('BAD LOGIN "anna" "a\\"b\\\\c"', 'a"b\\c')).toBe('BAD LOGIN "anna" "[password]"')
    expect(saidBy('250 OK id=1xVSdu-0001UZ-2j', 'hunter2')).toBe('250 OK id=1xVSdu-0001UZ-2j')
    expect(saidBy(undefined, 'x')).toBe('')
    expect(saidBy('a'.repeat(10_000), 'x')).toHaveLength(300)
  })
})

describe('MAIL_SECRET_KEYS', () => {
  const encoded = randomBytes(32).toString('base64')

  it('is a list, the first first; without it no password is kept', () => {
    expect(
      readSecretKeys(` k2:${encoded}, k1:${randomBytes(32).toString('base64url')} `)?.map(({ id }) => id),
    ).toEqual(['k2', 'k1'])
    // Not the folder of whoever runs this: one that was started once has a key.
    expect(readSettings({ DATA_DIR: path.join(tmpdir(), 'nobody-was-here') }).mailKeys).toEqual([])
  })

  it.each([
    'k1',
    `:${encoded}`,
    `k1:${encoded},k1:${encoded}`,
    `k1:${randomBytes(16).toString('base64')}`,
    `k 1:${encoded}`,
  ])('is refused as %j, without repeating it', (setting) => {
    expect(() => readSettings({ MAIL_SECRET_KEYS: setting })).toThrow(SettingsError)
    expect(() => readSettings({ MAIL_SECRET_KEYS: setting })).not.toThrow(
      new RegExp(encoded.slice(0, 10).replaceAll(/[+/]/g, '.')),
    )
  })
})
