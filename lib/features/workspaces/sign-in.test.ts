import { describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { anAccount, anyVisit, PASSWORD, refusalOf } from '#lib/testing/an-account.ts'
import { NOON } from '#lib/testing/two-workspaces.ts'
import { signInSchema } from './account-schema.ts'
import { checkDemoSignIn, checkSignIn } from './sign-in-commands.ts'

const db = () => databaseAcrossWorkspaces()

describe('signing in', () => {
  it('takes the right password, however the accents were typed', async () => {
    const person = await anAccount({ password: 'eine schöne Straße'.normalize('NFC') })
    const typed = signInSchema.parse({ email: person.email, password: 'eine schöne Straße'.normalize('NFD') })
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
    await expect(checkDemoSignIn(anyVisit(), 'freelancer')).rejects.toThrow(NotFound)
  })
})
