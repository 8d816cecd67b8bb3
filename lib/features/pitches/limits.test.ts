import { describe, expect, it } from 'vitest'
import { Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import { aMember, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { letWritersReview } from '../workspaces/workspace-commands.ts'
import { changeLimits } from './limit-commands.ts'
import { type LimitInForce, listLimits } from './limit-queries.ts'
import { limitsSchema } from './limit-schema.ts'
import { limitsAsked } from './pitch-limits.ts'

const NOTHING = limitsAsked({})
const one = (limits: LimitInForce[], name: string) => limits.find((limit) => limit.name === name)

describe('the limits of a workspace', () => {
  it('hold as they are by themselves until an owner changes one', async () => {
    const scope = await aWorkspace()
    const limits = await listLimits(scope)
    expect(one(limits, 'dailyCap')).toEqual({ name: 'dailyCap', inForce: 15, asked: null, setBy: null })
  })

  it('are tightened by an owner, and say by whom', async () => {
    const scope = await aWorkspace()
    await changeLimits(scope, { ...NOTHING, dailyCap: 4 })
    const limits = await listLimits(await aMember(scope.workspaceId, 'reviewer'))
    expect(one(limits, 'dailyCap')).toEqual({
      ...{ name: 'dailyCap', inForce: 4, asked: 4 },
      setBy: { name: scope.actorName, at: scope.now },
    })
    expect(one(limits, 'maxFollowUps')).toMatchObject({ inForce: 1, setBy: null })
  })

  it('go back to what they are by themselves', async () => {
    const scope = await aWorkspace()
    await changeLimits(scope, { ...NOTHING, dailyCap: 4 })
    await changeLimits(scope, NOTHING)
    expect(one(await listLimits(scope), 'dailyCap')).toMatchObject({ inForce: 15, setBy: null })
  })

  it('leave the other settings as they are', async () => {
    const scope = await aWorkspace()
    await letWritersReview(scope, { writersMayReview: true })
    await changeLimits(scope, { ...NOTHING, maxWords: 100 })
    const { settings } = await databaseAcrossWorkspaces().workspace.findUniqueOrThrow({
      where: { id: scope.workspaceId },
    })
    expect(settings).toEqual({ writersMayReview: true, maxWords: 100 })
  })

  it.each(['manager', 'writer', 'reviewer', 'viewer'] as const)(
    'are not for a %s to change',
    async (role) => {
      const { workspaceId } = await aWorkspace()
      const other = await aMember(workspaceId, role)
      await expect(changeLimits(other, { ...NOTHING, dailyCap: 1 })).rejects.toThrow(Refusal)
    },
  )
})

describe('what is typed for a limit', () => {
  const typed = (field: Record<string, string>) => limitsSchema.safeParse(field)

  it.each([
    ['nothing', { dailyCap: '' }, null],
    ['a stricter number', { dailyCap: ' 5 ' }, 5],
  ])('%s is taken', (_, field, dailyCap) => {
    expect(typed(field).data).toMatchObject({ dailyCap })
  })

  it.each([
    ['a looser number', { dailyCap: '16' }, /From 0 to 15, please\. Each letter is written by a person/],
    ['a number below zero', { dailyCap: '-1' }, /whole number/],
    ['a word', { maxFollowUps: 'many' }, /whole number/],
  ])('%s is refused, with the reason', (_, field, why) => {
    expect(typed(field).error?.issues[0]?.message).toMatch(why)
  })
})
