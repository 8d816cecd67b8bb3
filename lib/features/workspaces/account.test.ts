import { describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { anAccount, anyVisit, PASSWORD, refusalOf, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { NOON } from '#lib/testing/two-workspaces.ts'
import { changeAddress, changePassword, changeProfile, signOutEverywhere } from './account-commands.ts'
import { changeProfileSchema } from './account-schema.ts'
import { acceptInvitation, invite } from './invitation-commands.ts'
import { listWorkspacesOf, membershipOf } from './membership-queries.ts'
import { getReset, makeResetLinkFor } from './reset-commands.ts'
import { checkSignIn } from './sign-in-commands.ts'

const db = () => databaseAcrossWorkspaces()

describe('the account', () => {
  it('ends its other sessions when the password changes, and goes on with a new one', async () => {
    const person = await anAccount()
    const session = await changePassword(person.visit, {
      currentPassword: PASSWORD,
      newPassword: 'another quiet horse',
    })
    expect(session.sessionVersion).toBe(2)
    await expect(checkSignIn(anyVisit(), { email: person.email, password: PASSWORD })).rejects.toThrow(
      Refusal,
    )
    expect(
      (await checkSignIn(anyVisit(), { email: person.email, password: 'another quiet horse' }))
        .sessionVersion,
    ).toBe(2)
  })

  it('changes its password once of two clicks', async () => {
    const person = await anAccount()
    const change = { currentPassword: PASSWORD, newPassword: 'another quiet horse' }
    const results = await Promise.allSettled([
      changePassword(person.visit, change),
      changePassword(person.visit, change),
    ])
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('does nothing without its present password, and slows guessing it', async () => {
    const person = await anAccount()
    const guess = () =>
      refusalOf(
        changePassword(person.visit, {
          currentPassword: 'a wrong guess',
          newPassword: 'another quiet horse',
        }),
      )
    expect(await guess()).toBe('That is not your present password.')
    for (let i = 0; i < 5; i += 1) await guess()
    expect(await guess()).toBe('That was tried too often in a short time.')
  })

  it('refuses a weak new password beside its field', async () => {
    const person = await anAccount()
    const weak = { currentPassword: PASSWORD, newPassword: 'password1234' }
    await expect(changePassword(person.visit, weak)).rejects.toMatchObject({ field: 'newPassword' })
  })

  it('changes its address, but not to one that is taken, and drops open reset links', async () => {
    const [person, other] = [await anAccount(), await anAccount()]
    const made = await makeResetLinkFor(person.email, NOON)
    await expect(
      changeAddress(person.visit, { email: other.email, currentPassword: PASSWORD }),
    ).rejects.toMatchObject({ field: 'email' })
    await changeAddress(person.visit, { email: 'moved@people.test', currentPassword: PASSWORD })
    expect((await checkSignIn(anyVisit(), { email: 'moved@people.test', password: PASSWORD })).id).toBe(
      person.id,
    )
    await expect(getReset(tokenOf(made), anyVisit())).rejects.toThrow(NotFound)
  })

  it('shows its new name beside its work everywhere', async () => {
    const person = await anAccount({ workspaceName: 'Renamed' })
    const profile = { name: 'Mara Lind-Berg', timeZone: 'Europe/Oslo', dateLanguage: 'de' } as const
    await changeProfile(person.visit, profile)
    const scope = await scopeIn(person)
    expect(scope).toMatchObject({ actorName: 'Mara Lind-Berg', timeZone: 'Europe/Oslo' })
    const row = () =>
      db().user.findUniqueOrThrow({ where: { id: person.id }, select: { dateLanguage: true } })
    expect(await row()).toEqual({ dateLanguage: 'de' })
    await changeProfile(person.visit, { ...profile, dateLanguage: null })
    expect(await row()).toEqual({ dateLanguage: null })
  })

  it.each<[string, string | null | undefined]>([
    ['de', 'de'],
    ['', null],
    ['klingon', undefined],
  ])('writes its dates as in %j, or refuses', (dateLanguage, stored) => {
    const form = { name: 'Mara', timeZone: 'UTC', dateLanguage }
    expect(changeProfileSchema.safeParse(form).data?.dateLanguage).toBe(stored)
  })

  it('signs out everywhere by raising what sessions are compared with', async () => {
    const person = await anAccount()
    await signOutEverywhere(person.visit)
    expect((await db().user.findUniqueOrThrow({ where: { id: person.id } })).sessionVersion).toBe(2)
  })
})

describe('several workspaces', () => {
  it('belong to one person, each with a role of its own', async () => {
    const [owner, person] = [
      await anAccount({ workspaceName: 'Theirs' }),
      await anAccount({ workspaceName: 'Mine' }),
    ]
    const { link } = await invite(await scopeIn(owner), { email: person.email, role: 'writer', siteIds: [] })
    const { slug } = await acceptInvitation(person.visit, tokenOf({ link }))
    expect((await listWorkspacesOf(person.id)).map(({ name, role }) => [name, role])).toEqual([
      ['Mine', 'owner'],
      ['Theirs', 'writer'],
    ])
    expect((await membershipOf(person.id, slug))?.role).toBe('writer')
    expect(await membershipOf(owner.id, (await scopeIn(person)).workspaceSlug)).toBeNull()
  })
})
