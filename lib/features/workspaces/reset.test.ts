import { describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { passwordMatches } from '#lib/server/passwords.ts'
import { anAccount, anyVisit, tokenOf } from '#lib/testing/an-account.ts'
import { NOON } from '#lib/testing/two-workspaces.ts'
import { getReset, makeResetLinkFor, resetPassword } from './reset-commands.ts'

const db = () => databaseAcrossWorkspaces()

describe('a reset link', () => {
  it('sets a new password once, and ends every session', async () => {
    const person = await anAccount()
    const token = tokenOf(await makeResetLinkFor(person.email, NOON))
    const session = await resetPassword(anyVisit(), { token, newPassword: 'another quiet horse' })
    expect(session).toEqual({ id: person.id, sessionVersion: 2 })
    const { passwordHash } = await db().user.findUniqueOrThrow({ where: { id: person.id } })
    expect(await passwordMatches(passwordHash, 'another quiet horse')).toBe(true)
    await expect(resetPassword(anyVisit(), { token, newPassword: 'yet another horse' })).rejects.toThrow(
      NotFound,
    )
  })

  it('works for one of several clicks at once', async () => {
    const person = await anAccount()
    const token = tokenOf(await makeResetLinkFor(person.email, NOON))
    const results = await Promise.allSettled(
      [1, 2, 3].map((n) => resetPassword(anyVisit(), { token, newPassword: `quiet horse no. ${n}` })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('is not there after an hour, after a newer one, or for nobody', async () => {
    const person = await anAccount()
    const first = tokenOf(await makeResetLinkFor(person.email, NOON))
    expect((await getReset(first, anyVisit(new Date('2026-03-04T12:59:59Z')))).email).toBe(person.email)
    await expect(getReset(first, anyVisit(new Date('2026-03-04T13:00:00Z')))).rejects.toThrow(NotFound)
    await makeResetLinkFor(person.email, NOON)
    await expect(getReset(first, anyVisit())).rejects.toThrow(NotFound)
    expect(await makeResetLinkFor('nobody@people.test', NOON)).toBeNull()
  })

  it('keeps only the hash', async () => {
    const person = await anAccount()
    const token = tokenOf(await makeResetLinkFor(person.email, NOON))
    expect(JSON.stringify(await db().secretLink.findMany())).not.toContain(token)
  })

  it('is not there for a network address that has tried too many unknown ones, until it has waited', async () => {
    const person = await anAccount()
    const token = tokenOf(await makeResetLinkFor(person.email, NOON))
    const visit = anyVisit()
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => expect(getReset(`unknown-${n}`, visit)).rejects.toThrow(NotFound)),
    )
    await expect(getReset(token, visit)).rejects.toThrow(NotFound)
    expect((await getReset(token, { ...visit, now: new Date(NOON.getTime() + 301_000) })).email).toBe(
      person.email,
    )
  })
})
