import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CannotUnseal, sealSecret, unsealSecret } from './sealed-secrets.ts'
import { hashOfAddress, hashOfDomain, newSuppressionKey, openSuppressionKey } from './suppression-hash.ts'

const seal = {
  purpose: 'suppression key',
  owner: 'w1',
  authSecret: 'a secret of forty characters, or nearly so',
} as const
const secret = randomBytes(32)

describe('a sealed secret', () => {
  it('opens for its owner, and is never sealed the same way twice', () => {
    const sealed = sealSecret(secret, seal)
    expect(unsealSecret(sealed, seal)).toEqual(secret)
    expect(sealSecret(secret, seal)).not.toBe(sealed)
    expect(sealed).toMatch(/^[\w-]+$/)
    expect(Buffer.from(sealed, 'base64url')[0]).toBe(1)
  })

  it.each<[string, (sealed: string) => [string, typeof seal]]>([
    ['another owner', (sealed) => [sealed, { ...seal, owner: 'w2' as 'w1' }]],
    [
      'another secret of the server',
      (sealed) => [sealed, { ...seal, authSecret: 'another' as typeof seal.authSecret }],
    ],
    ['one changed bit', (sealed) => [flipped(sealed), seal]],
    ['a version of tomorrow', (sealed) => [versioned(sealed, 2), seal]],
    ['a piece of it', (sealed) => [sealed.slice(0, 20), seal]],
    ['nothing', () => ['', seal]],
    ['no secret of the server', (sealed) => [sealed, { ...seal, authSecret: '' as typeof seal.authSecret }]],
  ])('does not open with %s', (_, spoil) => {
    const [sealed, options] = spoil(sealSecret(secret, seal))
    expect(() => unsealSecret(sealed, options)).toThrow(CannotUnseal)
  })
})

describe('a hash of a stop', () => {
  const key = openSuppressionKey(newSuppressionKey('w1', seal.authSecret), 'w1', seal.authSecret)

  it('is the same for the same address and key only, and another for a domain of the same letters', () => {
    const other = openSuppressionKey(newSuppressionKey('w1', seal.authSecret), 'w1', seal.authSecret)
    expect(hashOfAddress(key, 'a@b.example')).toBe(hashOfAddress(key, 'a@b.example'))
    expect(hashOfAddress(key, 'a@b.example')).not.toBe(hashOfAddress(other, 'a@b.example'))
    expect(hashOfAddress(key, 'b.example')).not.toBe(hashOfDomain(key, 'b.example'))
  })

  it('stays what it is: rows of years ago must match', () => {
    const fixed = Buffer.alloc(32, 7)
    expect(hashOfAddress(fixed, 'ana@news.example')).toBe(EXPECTED)
  })
})

/** echo -en 'address\nana@news.example' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707... */
const EXPECTED = '19532be5c93e189d63166c2d7d5b57caac58a98affe11a53df2b20885b681638'

function flipped(sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[40] = (bytes[40] ?? 0) ^ 1
  return bytes.toString('base64url')
}

function versioned(sealed: string, version: number): string {
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[0] = version
  return bytes.toString('base64url')
}
