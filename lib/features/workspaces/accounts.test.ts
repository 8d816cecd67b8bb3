import { beforeEach, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { passwordMatches } from '#lib/server/passwords.ts'
import { anAccount, anyVisit, PASSWORD, scopeIn, tokenOf } from '#lib/testing/an-account.ts'
import { NOON } from '#lib/testing/two-workspaces.ts'
import {
  changeAddress,
  changePassword,
  changeProfile,
  signOutEverywhere,
  signUp,
} from './account-commands.ts'
import { signUpSchema } from './account-schema.ts'
import { acceptInvitation, invite } from './invitation-commands.ts'
import { listWorkspacesOf, membershipOf } from './membership-queries.ts'
import { passwordProblem } from './password-rule.ts'
import { getReset, makeResetLinkFor, resetPassword } from './reset-commands.ts'
import { checkDemoSignIn, checkSignIn } from './sign-in-commands.ts'

const db = () => databaseAcrossWorkspaces()

beforeEach(() => setSignUp('open'))

describe('signing up', () => {
  it('makes the first person the owner of a new workspace', async () => {
    const session = await signUp(anyVisit(), input('Mara Lind', 'mara@people.test', 'Bücher & Tees'))
    const [workspace] = await listWorkspacesOf(session.id)
    expect(workspace).toEqual({ name: 'Bücher & Tees', slug: 'bucher-tees', role: 'owner' })
  })

  it('gives a workspace of the same name another address', async () => {
    const [a, b] = await Promise.all([
      signUp(anyVisit(), input('A', 'same-a@people.test', 'Same name')),
      signUp(anyVisit(), input('B', 'same-b@people.test', 'Same name')),
    ])
    const slugs = [...(await listWorkspacesOf(a.id)), ...(await listWorkspacesOf(b.id))].map(
      ({ slug }) => slug,
    )
    expect(new Set(slugs).size).toBe(2)
    expect(slugs.every((slug) => slug.startsWith('same-name'))).toBe(true)
  })

  it('refuses an address that has an account, whatever its case, and leaves nothing behind', async () => {
    await signUp(anyVisit(), input('A', 'twice@people.test', 'Once'))
    await expect(signUp(anyVisit(), input('B', 'TWICE@people.test', 'Left behind'))).rejects.toMatchObject({
      field: 'email',
    })
    expect(await db().workspace.count({ where: { name: 'Left behind' } })).toBe(0)
  })

  it('makes one account of two clicks at once', async () => {
    const results = await Promise.allSettled(
      [1, 2, 3].map(() => signUp(anyVisit(), input('A', 'clicks@people.test', 'Clicks'))),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().workspace.count({ where: { name: 'Clicks' } })).toBe(1)
  })

  it('slows asking who has an account', async () => {
    await signUp(anyVisit(), input('A', 'asked@people.test', 'Asked'))
    const visit = anyVisit()
    const answers: string[] = []
    for (let i = 0; i < 12; i += 1)
      answers.push(await refusalOf(signUp(visit, input('B', 'asked@people.test', 'Asked'))))
    expect(answers[0]).toBe('There is an account with this address.')
    expect(answers.at(-1)).toBe('That was tried too often in a short time.')
  })

  it('is by invitation where it is set so, but for the very first person', async () => {
    setSignUp('invite')
    await expect(signUp(anyVisit(), input('A', 'late@people.test', 'Late'))).rejects.toThrow(/by invitation/)
    await db().workspace.deleteMany()
    await db().user.deleteMany()
    const results = await Promise.allSettled(
      ['first', 'second', 'third'].map((name) =>
        signUp(anyVisit(), input(name, `${name}@people.test`, name)),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Refusal)
    expect(await db().user.count()).toBe(1)
    expect(await db().workspace.count()).toBe(1)
  })

  it.each([
    ['too short', 'short one', /at least 10/],
    ['too long', 'x1'.repeat(101), /under 200/],
    ['common', 'Password123', /common/],
    ['common, stretched', 'Sunshine2024!', /common/],
    ['one letter', 'aaaaaaaaaaaa', /common/],
    ['a run of keys', 'qwertyuiopas', /common/],
    ['the address', 'mara@people.test', /address/],
  ])('refuses a password that is %s', (_, password, words) => {
    expect(passwordProblem(password, 'Mara@people.test')).toMatch(words)
  })

  it.each(['a quiet horse walks', 'ünüsüälwörter', 'k7!fPq2#xZ'])('takes %s', (password) => {
    expect(passwordProblem(password, 'mara@people.test')).toBeNull()
  })
})

describe('signing in', () => {
  it('takes the right password, however the accents were typed', async () => {
    const person = await anAccount({ password: 'eine schöne Straße'.normalize('NFC') })
    const typed = signUpSchema.parse({
      ...input('A', person.email, 'W'),
      password: 'eine schöne Straße'.normalize('NFD'),
    })
    expect((await checkSignIn(anyVisit(), { email: person.email, password: typed.password })).id).toBe(
      person.id,
    )
  })

  it('says the same for an unknown address and a wrong password', async () => {
    const person = await anAccount()
    const wrong = await refusalOf(
      checkSignIn(anyVisit(), { email: person.email, password: 'wrong wrong wrong' }),
    )
    const unknown = await refusalOf(
      checkSignIn(anyVisit(), { email: 'nobody@people.test', password: 'wrong wrong wrong' }),
    )
    expect(unknown).toBe(wrong)
  })

  it('slows by account, for known and unknown alike, and lets the right password in after the wait', async () => {
    const person = await anAccount()
    for (const email of [person.email, 'nobody-at-all@people.test']) {
      const answers: string[] = []
      for (let i = 0; i < 7; i += 1)
        answers.push(await refusalOf(checkSignIn(anyVisit(), { email, password: 'wrong wrong wrong' })))
      expect(answers.slice(0, 5)).toEqual(Array(5).fill('That address and password do not go together.'))
      expect(answers[6]).toBe('That was tried too often in a short time.')
    }
    const right = { email: person.email, password: PASSWORD }
    await expect(checkSignIn(anyVisit(), right)).rejects.toThrow(/too often/)
    expect((await checkSignIn(anyVisit(new Date(NOON.getTime() + 61_000)), right)).id).toBe(person.id)
  })

  it('does not hold up a browser that is known while a stranger keeps trying', async () => {
    const person = await anAccount()
    for (let i = 0; i < 7; i += 1)
      await refusalOf(checkSignIn(anyVisit(), { email: person.email, password: 'wrong wrong wrong' }))
    const right = { email: person.email, password: PASSWORD }
    await expect(checkSignIn(anyVisit(), right)).rejects.toThrow(/too often/)
    expect((await checkSignIn(anyVisit(), right, 'known-browser-1')).id).toBe(person.id)
  })

  it('as a demo person is refused outside local mode', async () => {
    await db().user.create({
      data: {
        email: 'demo@people.test',
        name: 'Demo',
        passwordHash: 'none',
        demoRole: 'freelancer',
        createdAt: NOON,
      },
    })
    await expect(checkDemoSignIn('freelancer')).rejects.toThrow(NotFound)
  })
})

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
    await changeProfile(person.visit, { name: 'Mara Lind-Berg', timeZone: 'Europe/Oslo' })
    const scope = await scopeIn(person)
    expect(scope).toMatchObject({ actorName: 'Mara Lind-Berg', timeZone: 'Europe/Oslo' })
  })

  it('signs out everywhere by raising what sessions are compared with', async () => {
    const person = await anAccount()
    await signOutEverywhere(person.visit)
    expect((await db().user.findUniqueOrThrow({ where: { id: person.id } })).sessionVersion).toBe(2)
  })
})

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

function input(name: string, email: string, workspaceName: string) {
  return signUpSchema.parse({ name, email, workspaceName, password: PASSWORD })
}

async function refusalOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'it went through',
    (error: Error) => error.message,
  )
}

function setSignUp(to: string) {
  process.env.SIGN_UP = to
  forgetSettings()
}
