import { encode } from 'next-auth/jwt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { settings } from '#lib/server/env.ts'
import { personOfToken, SESSION_SECONDS } from '#lib/server/session.ts'
import { type Account, anAccount, PASSWORD } from '#lib/testing/an-account.ts'
import { changePassword, signOutEverywhere } from './account-commands.ts'
import { deleteAccount } from './delete-account.ts'
import { nextAuthOptions } from './next-auth-options.ts'

afterEach(() => vi.useRealTimers())

describe('a session', () => {
  it('is somebody as long as their session version is the one it was made with', async () => {
    const person = await anAccount()
    const token = await sessionOf(person, 1)
    expect(await personOfToken(token)).toMatchObject({ id: person.id, email: person.email })
    await signOutEverywhere(person.visit)
    expect(await personOfToken(token)).toBeNull()
  })

  it('ends with a changed password, and the new one goes on', async () => {
    const person = await anAccount()
    const old = await sessionOf(person, 1)
    const { sessionVersion } = await changePassword(person.visit, {
      currentPassword: PASSWORD,
      newPassword: 'another quiet horse',
    })
    expect(await personOfToken(old)).toBeNull()
    expect(await personOfToken(await sessionOf(person, sessionVersion))).toMatchObject({ id: person.id })
  })

  it('is over after its days, though it was opened and remembered before', async () => {
    const person = await anAccount()
    const token = await sessionOf(person, 1)
    expect(await personOfToken(token)).toMatchObject({ id: person.id })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + (SESSION_SECONDS - 60) * 1000 })
    expect(await personOfToken(token)).toMatchObject({ id: person.id })
    vi.setSystemTime(Date.now() + 120_000)
    expect(await personOfToken(token)).toBeNull()
    vi.useRealTimers()
    expect(await personOfToken(token)).toMatchObject({ id: person.id })
  })

  it('ends with the account', async () => {
    const person = await anAccount()
    await deleteAccount(person.visit, { currentPassword: PASSWORD, workspaceNames: [] })
    expect(await personOfToken(await sessionOf(person, 1))).toBeNull()
  })

  it('is nobody without a version, with another secret, or when it is not a token', async () => {
    const person = await anAccount()
    const secret = settings().authSecret
    expect(await personOfToken(await encode({ token: { sub: person.id }, secret }))).toBeNull()
    const foreign = await encode({ token: { sub: person.id, sessionVersion: 1 }, secret: 'another secret' })
    expect(await personOfToken(foreign)).toBeNull()
    expect(await personOfToken('not a token')).toBeNull()
    const knownBrowser = { token: { sub: person.id, sessionVersion: 1 }, secret, salt: 'known-browser' }
    expect(await personOfToken(await encode(knownBrowser))).toBeNull()
  })
})

describe("next-auth's own routes", () => {
  it('answer who it is, and drop a session that was ended', async () => {
    const person = await anAccount()
    const { jwt, session } = nextAuthOptions().callbacks ?? {}
    const token = { sub: person.id, sessionVersion: 1 }
    expect(await jwt?.({ token } as never)).toEqual(token)
    const answer = await session?.({ session: { expires: 'later' }, token } as never)
    expect(answer).toEqual({ expires: 'later', user: { name: person.name, email: person.email } })
    await signOutEverywhere(person.visit)
    await expect(jwt?.({ token } as never)).rejects.toThrow()
    expect(await session?.({ session: { expires: 'later' }, token } as never)).toEqual({ expires: 'later' })
  })
})

function sessionOf({ id }: Account, sessionVersion: number) {
  return encode({ token: { sub: id, sessionVersion }, secret: settings().authSecret })
}
