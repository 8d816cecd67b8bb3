import { afterEach, beforeEach, expect, vi } from 'vitest'
import { answerProgram } from '#lib/features/api/answer-program.ts'
import type { ApiOperation } from '#lib/features/api/api-operation.ts'
import { aFullWorkspace } from './a-full-workspace.ts'
import { type Asked, aToken, programRequest } from './a-program.ts'
import { API_CALLS, type ApiCallForTest } from './api-calls.ts'
import { aMember, aWorkspace } from './two-workspaces.ts'

export const OURS = 'Ourssecretmark'
export const THEIRS = 'Theirssecretmark'

export type ContractWorld = Awaited<ReturnType<typeof contractWorld>>

/** Two workspaces with one of everything in each, and a way to call every operation of the API in the first. */
export async function contractWorld() {
  const ours = await aWorkspace('Ours')
  const things = await aFullWorkspace(ours, OURS)
  const theirThings = await aFullWorkspace(await aWorkspace('Theirs'), THEIRS)
  const { token } = await aToken(ours)
  const { token: viewerToken } = await aToken(await aMember(ours.workspaceId, 'viewer'))
  let clock = ours.now.getTime()

  /** Each request a second later, so that none meets the limit of the one before. */
  function ask(
    operation: ApiOperation,
    call: ApiCallForTest,
    asked: Asked = {},
    with_ = token,
    peer = '192.0.2.7',
  ) {
    clock += 1000
    const { method } = operation
    const body = operation.body ? { body: call.body ?? {} } : {}
    return answerProgram(programRequest(with_, pathOf(operation, call), { method, ...body, ...asked }), {
      ...{ now: new Date(clock), peer },
    })
  }

  const good = async (operation: ApiOperation): Promise<ApiCallForTest> =>
    (await API_CALLS[operation.id]?.(ours, things)) ?? {}

  return { ours, theirThings, viewerToken, ask, good }
}

/** Whatever a program sends, none of it is a bug of ours. */
export function failOnBugs() {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
  beforeEach(() => logged.mockClear())
  afterEach(() => expect(logged.mock.calls).toEqual([]))
}

function pathOf({ path }: ApiOperation, { ids = {}, query = '' }: ApiCallForTest) {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? 'none') + query
}
