import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound } from '#lib/domain/refusal.ts'
import { HARO_DIGEST, LETTER, POSTS } from '#lib/domain/requests/cases/digests.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aRequestSite, keepDigest, MAY } from '#lib/testing/a-request.ts'
import { at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { forgetDigest, keepRequests, takeDigest } from './digest-commands.ts'
import { getDigest, listDigests } from './digest-queries.ts'
import { keepRequestsSchema } from './request-schema.ts'
import { takeMail } from './take-mailed-digest.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  const both = await twoWorkspaces()
  ours = at(both.ours, MAY)
  theirs = at(both.theirs, MAY)
  await aRequestSite(ours)
})

describe('a digest', () => {
  it('is kept whole, and is the same one however often it comes', async () => {
    const scope = at(await aWorkspace('Digests'), MAY)
    const taken = await Promise.all([1, 2, 3].map(() => takeDigest(scope, { text: HARO_DIGEST })))
    expect(new Set(taken.map(({ digestId }) => digestId)).size).toBe(1)
    const again = await takeDigest(scope, { text: HARO_DIGEST.replaceAll('\n', '\r\n') })
    expect(again).toEqual({ digestId: taken[0]?.digestId, isNew: false })
    const digest = await getDigest(scope, again.digestId)
    expect(digest.parts.map(({ text }) => text).join('')).toBe(HARO_DIGEST)
    expect([digest.layout, digest.count]).toEqual(['haro', 3])
    expect(await listDigests(scope)).toHaveLength(1)
  })

  it('makes nothing twice: neither the same digest nor the same request in another', async () => {
    const scope = at(await aWorkspace('Twice'), MAY)
    const { digestId } = await takeDigest(scope, { text: HARO_DIGEST })
    const both = await Promise.all([keepDigest(scope, digestId), keepDigest(scope, digestId)])
    expect(both.reduce((sum, { kept }) => sum + kept, 0)).toBe(3)
    expect(await keepDigest(scope, digestId)).toEqual({ kept: 0, known: 3 })
    const evening = await takeDigest(scope, { text: HARO_DIGEST.replace('the afternoon', 'the evening') })
    expect(await keepDigest(scope, evening.digestId)).toEqual({ kept: 0, known: 3 })
    expect(
      (await getDigest(scope, digestId)).parts.filter(({ requestId }) => requestId !== null),
    ).toHaveLength(3)
  })

  it('keeps what is ticked, also what was not taken for a request, with what a person put right', async () => {
    const scope = at(await aWorkspace('Ticked'), MAY)
    const { digestId } = await takeDigest(scope, { text: POSTS })
    expect(await keepDigest(scope, digestId, [1])).toEqual({ kept: 1, known: 0 })
    const form = {
      digestId,
      keep: ['0'],
      'topic-0': 'Trains',
      'deadlineWords-0': '2028-06-01 09:00 Europe/Lisbon',
    }
    await keepRequests(scope, keepRequestsSchema.parse(form))
    const kept = await database().request.findMany({
      where: { workspaceId: scope.workspaceId },
      orderBy: { id: 'asc' },
    })
    expect(kept.map(({ topic }) => topic)).toContain('Trains')
    const trains = kept.find(({ topic }) => topic === 'Trains')
    expect(trains?.deadlineAt?.toISOString()).toBe('2028-06-01T08:00:00.000Z')
    expect(trains?.text).toContain('gave up flying for good')
    const rest = await takeDigest(scope, { text: HARO_DIGEST })
    expect(await keepDigest(scope, rest.digestId, [0])).toEqual({ kept: 1, known: 0 })
  })

  it('comes as a mail too: its own day is what "Thursday" is counted from', async () => {
    const scope = at(await aWorkspace('Mailed'), '2028-05-20T12:00:00Z')
    const mail = `From: Noor Haddad <noor.haddad@eveningcourier.example>\r\nTo: mara@fernway.example\r\nSubject: Shops that lend\r\nDate: Tue, 09 May 2028 14:00:00 +0000\r\n\r\n${LETTER}`
    const answer = await takeMail(scope, new TextEncoder().encode(mail))
    if (!answer.ok) throw new Error(answer.problem)
    const { parts, layout, fromName } = await getDigest(scope, answer.digestId)
    expect([layout, fromName, parts.length]).toEqual(['mail', 'Noor Haddad', 1])
    expect(parts[0]?.read).toMatchObject({ topic: 'Shops that lend', journalist: 'Noor Haddad' })
    expect(parts[0]?.read.deadline?.at?.toISOString()).toBe('2028-05-11T14:00:00.000Z')
    expect(await takeMail(scope, new Uint8Array([137, 80, 78, 71]))).toEqual({
      ok: false,
      problem: 'unreadable',
    })
    const empty = new TextEncoder().encode('From: a@b.example\r\nSubject: x\r\n\r\n')
    expect(await takeMail(scope, empty)).toEqual({ ok: false, problem: 'no-text' })
  })

  it('is forgotten where nothing was kept of it: at once by a person, by itself after 30 days', async () => {
    const scope = at(await aWorkspace('Forgotten'), MAY)
    const day = 24 * 60 * 60 * 1000
    const one = await takeDigest(scope, { text: 'Nothing for us.' })
    const two = await takeDigest(scope, { text: 'Nothing for us either.' })
    const kept = await takeDigest(scope, { text: LETTER })
    await keepDigest(scope, kept.digestId)
    await expect(forgetDigest(theirs, one)).rejects.toThrow(NotFound)
    await expect(forgetDigest(scope, kept)).rejects.toThrow('this is what they came in')
    await forgetDigest(scope, one)
    await expect(forgetDigest(scope, one)).rejects.toThrow(NotFound)
    await emptyTrash(new Date(scope.now.getTime() + 29 * day))
    expect((await listDigests(scope)).map(({ id }) => id).toSorted()).toEqual(
      [two.digestId, kept.digestId].toSorted(),
    )
    await emptyTrash(new Date(scope.now.getTime() + 30 * day))
    expect((await listDigests(scope)).map(({ id }) => id)).toEqual([kept.digestId])
  })

  it('is read from a form: nothing ticked and long words are told beside their fields', () => {
    const errors = (form: Record<string, string | string[]>) =>
      keepRequestsSchema.safeParse(form).error?.issues.map((issue) => issue.path[0])
    const digestId = '00000000-0000-7000-8000-000000000000'
    expect(errors({ digestId })).toEqual(['keep'])
    expect(errors({ digestId, keep: ['x', '-1', '1e9'] })).toEqual(['keep'])
    expect(errors({ digestId, keep: ['2'], 'topic-2': 'x'.repeat(400) })).toEqual(['topic-2'])
    expect(errors({ keep: ['0'] })).toEqual(['digestId'])
    expect(
      keepRequestsSchema.parse({ digestId, keep: ['2'], 'outlet-2': ' <b>x</b> ' }).parts[0]?.outlet,
    ).toBe('<b>x</b>')
  })
})
