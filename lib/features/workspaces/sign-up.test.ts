import { beforeEach, describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { forgetSettings } from '#lib/server/env.ts'
import { anyVisit, PASSWORD, refusalOf } from '#lib/testing/an-account.ts'
import { signUp } from './account-commands.ts'
import { signUpSchema } from './account-schema.ts'
import { listWorkspacesOf } from './membership-queries.ts'
import { passwordProblem } from './password-rule.ts'

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

function input(name: string, email: string, workspaceName: string) {
  return signUpSchema.parse({ name, email, workspaceName, password: PASSWORD })
}

function setSignUp(to: string) {
  process.env.SIGN_UP = to
  forgetSettings()
}
