import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { HARO_DIGEST, LETTER } from '#lib/domain/requests/cases/digests.ts'
import { reviewAnswer } from '#lib/domain/requests/review-answer.ts'
import { addFact } from '#lib/features/sites/fact-commands.ts'
import { addFactSchema } from '#lib/features/sites/fact-schema.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aLetter, aRequestSite, keepDigest, MAY } from '#lib/testing/a-request.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { saveAnswer } from './answer-commands.ts'
import { gatherAnswerFacts } from './answer-facts.ts'
import { takeDigest } from './digest-commands.ts'
import { closeRequest } from './outcome-commands.ts'
import { addOutletOfRequest, offerOutlets, tieOutlet } from './outlet-commands.ts'
import { changeRequest, chooseSite, tickCondition } from './request-commands.ts'
import { getRequest, searchRequests } from './request-queries.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  const both = await twoWorkspaces()
  ours = at(both.ours, MAY)
  theirs = at(both.theirs, MAY)
  await aRequestSite(ours)
})

describe('a request', () => {
  it('is put right by a person, its deadline read anew, its text left alone', async () => {
    const requestId = await aLetter(ours)
    const before = await getRequest(ours, requestId)
    const said = {
      outlet: 'The Courier',
      journalist: 'Noor',
      replyTo: 'noor@courier.example',
      topic: 'Lending',
    }
    const conditions = `${before.conditions[0]?.words}\nUK only`
    await changeRequest(ours, {
      requestId,
      ...said,
      question: 'Why?',
      deadlineWords: '7pm EST on 12 May',
      conditions,
    })
    const after = await getRequest(ours, requestId)
    expect(after).toMatchObject({ ...said, text: before.text, deadlineZone: 'America/New_York' })
    expect(after.deadlineAt?.toISOString()).toBe('2028-05-12T23:00:00.000Z')
    expect(after.deadlineDoubts.join()).toContain('EST read as the clock in New York')
    expect(after.conditions.map(({ kind }) => kind)).toEqual([before.conditions[0]?.kind, 'place'])
    await changeRequest(ours, {
      requestId,
      ...said,
      question: '',
      deadlineWords: 'when the moon is right',
      conditions: '',
    })
    expect(await getRequest(ours, requestId)).toMatchObject({
      deadlineAt: null,
      deadlineWords: 'when the moon is right',
    })
    expect((await searchRequests(ours, 'courier lend', 5)).map(({ id }) => id)).toEqual([requestId])
    await moveToTrash(ours, 'request', requestId)
  })

  it('holds its conditions against evidence, in a person’s words, and never adds them up', async () => {
    const scope = at(await aWorkspace('Fit'), MAY)
    const siteId = await aRequestSite(scope)
    const fact = { siteId, kind: 'topic', title: 'Founder', text: 'Runs the shop.', person: 'Mara Lind' }
    const { factId } = await addFact(scope, addFactSchema.parse(fact))
    const requestId = await aLetter(
      scope,
      HARO_DIGEST.slice(HARO_DIGEST.indexOf('1) Summary'), HARO_DIGEST.indexOf('2) Summary')),
    )
    const { conditions } = await getRequest(scope, requestId)
    const role = conditions.find(({ kind }) => kind === 'role')
    const place = conditions.find(({ kind }) => kind === 'place')
    const tick = { requestId, condition: role?.hash ?? '', factId: null, evidence: '' }
    await expect(tickCondition(scope, { ...tick, answer: 'met' })).rejects.toMatchObject({
      field: 'evidence',
    })
    await tickCondition(scope, { ...tick, answer: 'met', factId })
    await tickCondition(scope, { ...tick, condition: place?.hash ?? '', answer: 'unmet' })
    const ticked = await getRequest(scope, requestId)
    expect(ticked.conditions.find(({ kind }) => kind === 'role')?.tick).toMatchObject({
      ...{ answer: 'met', evidence: 'Mara Lind, Founder: Runs the shop.', by: scope.actorName },
    })
    const { facts } = await gatherAnswerFacts(scope, requestId)
    expect(reviewAnswer(facts).map(({ rule }) => rule)).toContain('asked-unmet')
    await tickCondition(scope, { ...tick, answer: 'open' })
    expect(
      (await getRequest(scope, requestId)).conditions.find(({ kind }) => kind === 'role')?.tick,
    ).toBeNull()
    const other = await aRequestSite(scope, 'Another')
    await chooseSite(scope, { requestId, siteId: other })
    expect((await getRequest(scope, requestId)).conditions.every(({ tick }) => tick === null)).toBe(true)
    await expect(tickCondition(scope, { ...tick, answer: 'met', factId })).rejects.toThrow(
      'not on the fact sheet',
    )
    await expect(tickCondition(scope, { ...tick, condition: 'f'.repeat(64), answer: 'met' })).rejects.toThrow(
      'not there any more',
    )
  })

  it('becomes an outlet of the book only when a person says so', async () => {
    const requestId = await aLetter(ours, `${LETTER} Once more.`)
    const none = await offerOutlets(ours, { outlet: 'The Evening Courier', prospectId: null })
    expect(none).toEqual({ prospects: [], people: [] })
    const add = { requestId, name: 'The Evening Courier', address: 'no address' }
    await expect(addOutletOfRequest(ours, add)).rejects.toThrow(Refusal)
    const { prospectId } = await addOutletOfRequest(ours, {
      ...add,
      address: 'https://eveningcourier.example',
    })
    expect(await getRequest(ours, requestId)).toMatchObject({ prospect: { id: prospectId } })
    const prospect = await database().prospect.findFirst({
      where: { workspaceId: ours.workspaceId, id: prospectId },
    })
    expect(prospect?.kind).toBe('journalist')
    await tieOutlet(ours, { requestId, prospectId: null, contactId: null })
    const offered = await offerOutlets(ours, { outlet: 'Evening Courier', prospectId: null })
    expect(offered.prospects.map(({ id }) => id)).toEqual([prospectId])
    await moveToTrash(ours, 'request', requestId)
  })

  it('is nobody else’s, no viewer’s, and a reviewer only reads it', async () => {
    const requestId = await aLetter(ours, `${LETTER} Mine.`)
    await expect(getRequest(theirs, requestId)).rejects.toThrow(NotFound)
    await expect(saveAnswer(theirs, { requestId, revision: 1, subject: '', body: 'x' })).rejects.toThrow(
      NotFound,
    )
    await expect(closeRequest(theirs, { requestId, reason: 'let-be' })).rejects.toThrow(NotFound)
    await expect(
      chooseSite(ours, { requestId, siteId: await aRequestSite(theirs, 'Theirs') }),
    ).rejects.toThrow(NotFound)
    await expect(getRequest(await aMember(ours.workspaceId, 'viewer'), requestId)).rejects.toThrow(NotFound)
    const reviewer = at(await aMember(ours.workspaceId, 'reviewer'), MAY)
    expect((await getRequest(reviewer, requestId)).id).toBe(requestId)
    await expect(closeRequest(reviewer, { requestId, reason: 'let-be' })).rejects.toThrow(Refusal)
    await expect(takeDigest(reviewer, { text: 'x' })).rejects.toThrow(Refusal)
    await moveToTrash(ours, 'request', requestId)
  })

  it('comes back from the trash, unless the same one was kept meanwhile', async () => {
    const scope = at(await aWorkspace('Trash'), MAY)
    const requestId = await aLetter(scope)
    const { trashId } = await moveToTrash(scope, 'request', requestId)
    await expect(getRequest(scope, requestId)).rejects.toThrow(NotFound)
    expect(await restoreFromTrash(scope, trashId)).toEqual({ path: `/requests/${requestId}` })
    const again = await moveToTrash(scope, 'request', requestId)
    const other = await database().requestDigest.findFirstOrThrow({
      where: { workspaceId: scope.workspaceId },
    })
    await keepDigest(scope, other.id)
    await expect(restoreFromTrash(scope, again.trashId)).rejects.toThrow(Refusal)
    const day = 24 * 60 * 60 * 1000
    await emptyTrash(new Date(scope.now.getTime() + 31 * day))
    const left = await database().request.findMany({ where: { workspaceId: scope.workspaceId } })
    expect(left.map(({ deletedAt }) => deletedAt)).toEqual([null])
  })
})
