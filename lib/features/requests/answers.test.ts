import { describe, expect, it } from 'vitest'
import { mayBeSent, reviewAnswer } from '#lib/domain/requests/review-answer.ts'
import { suppressAddress } from '#lib/features/prospects/suppression-commands.ts'
import { suppressAddressSchema } from '#lib/features/prospects/suppression-schema.ts'
import { aPitchGround } from '#lib/testing/a-pitch.ts'
import { aPromise } from '#lib/testing/a-promise.ts'
import { ANSWER, aLetter, aRequestSite, MAY, writtenAnswer } from '#lib/testing/a-request.ts'
import { aMember, at, aWorkspace } from '#lib/testing/two-workspaces.ts'
import { noteAnswered, recordAnswerSent, saveAnswer } from './answer-commands.ts'
import { gatherAnswerFacts } from './answer-facts.ts'
import { tieOutlet } from './outlet-commands.ts'
import { changeRequest } from './request-commands.ts'
import { getRequest } from './request-queries.ts'

describe('an answer', () => {
  it('is saved once of two tabs, and the second is told', async () => {
    const scope = at(await aWorkspace('Tabs'), MAY)
    await aRequestSite(scope)
    const requestId = await aLetter(scope)
    const save = (body: string) => saveAnswer(scope, { requestId, revision: 1, subject: '', body })
    const both = await Promise.allSettled([save('one'), save('two')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { body } = await getRequest(scope, requestId)
    await save(body)
    expect((await getRequest(scope, requestId)).revision).toBe(2)
  })

  it('goes once, past the gate, by a person’s click, and stays as it was', async () => {
    const scope = at(await aWorkspace('Sent'), MAY)
    await aRequestSite(scope)
    const requestId = await aLetter(scope)
    const sent = { requestId, revision: 1, via: 'copy' as const, overruleReason: '' }
    await expect(recordAnswerSent(scope, sent)).rejects.toThrow('Not ready yet')
    const revision = await writtenAnswer(scope, requestId)
    const { facts } = await gatherAnswerFacts(scope, requestId)
    expect(mayBeSent(reviewAnswer(facts))).toBe(true)
    await expect(recordAnswerSent(scope, sent)).rejects.toThrow('other words meanwhile')
    await Promise.all([1, 2].map(() => recordAnswerSent(scope, { ...sent, revision })))
    expect(await getRequest(scope, requestId)).toMatchObject({
      ...{ state: 'answered', body: ANSWER, sentVia: 'copy', sentAt: scope.now, overruledRules: [] },
    })
    await expect(saveAnswer(scope, { requestId, revision, subject: '', body: 'other' })).rejects.toThrow(
      'stays as it was',
    )
  })

  it('is held back by a stop, whoever asks, and nobody overrules it', async () => {
    const scope = at(await aWorkspace('Stopped'), MAY)
    await aRequestSite(scope)
    const requestId = await aLetter(scope)
    const revision = await writtenAnswer(scope, requestId)
    const address = 'noor.haddad@eveningcourier.example'
    const stop = {
      target: 'address',
      address,
      value: address,
      reason: 'asked-to-stop',
      words: 'she said stop',
    }
    await suppressAddress(scope, suppressAddressSchema.parse(stop))
    const sent = { requestId, revision, via: 'copy' as const, overruleReason: 'but she asked' }
    await expect(recordAnswerSent(scope, sent)).rejects.toMatchObject({
      remedy: expect.stringContaining('Nobody can overrule'),
    })
    expect((await getRequest(scope, requestId)).state).toBe('open')
  })

  it('reminds of what is overdue to who asks, where they are known, and holds nothing back', async () => {
    const scope = at(await aWorkspace('Owing'), MAY)
    await aRequestSite(scope)
    const ground = await aPitchGround(scope)
    const requestId = await aLetter(scope)
    await aPromise(scope, ground, { dueOn: '2028-05-08' })
    const owed = async () => {
      const { facts } = await gatherAnswerFacts(scope, requestId)
      return reviewAnswer(facts).filter(({ rule }) => rule === 'promise-owed')
    }
    expect(await owed()).toEqual([])
    await tieOutlet(scope, { requestId, prospectId: ground.prospect.id, contactId: ground.contact.id })
    expect(await owed()).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('Send the sizes') },
    ])
  })

  it('may go in spite of what is mendable when an owner says why, and it is kept', async () => {
    const scope = at(await aWorkspace('Overruled'), MAY)
    await aRequestSite(scope)
    const requestId = await aLetter(scope)
    await saveAnswer(scope, { requestId, revision: 1, subject: 'x', body: ANSWER })
    const sent = { requestId, revision: 2, via: 'copy' as const, overruleReason: 'They know us' }
    const writer = at(await aMember(scope.workspaceId, 'writer'), MAY)
    await expect(recordAnswerSent(writer, sent)).rejects.toThrow('Only an owner')
    await recordAnswerSent(scope, sent)
    expect(await getRequest(scope, requestId)).toMatchObject({
      overruleReason: 'They know us',
      overruledRules: ['asked-open'],
    })
  })

  it('may be noted when it went another way, also too late', async () => {
    const scope = at(await aWorkspace('Elsewhere'), '2028-06-01T12:00:00Z')
    const requestId = await aLetter(scope)
    await changeRequest(scope, {
      ...{ requestId, outlet: '', journalist: '', replyTo: '', topic: 'T', question: '', conditions: '' },
      deadlineWords: '2028-05-11 15:00 Europe/London',
    })
    expect((await getRequest(scope, requestId)).standing.kind).toBe('late')
    await noteAnswered(scope, { requestId, words: 'I rang them.' })
    await noteAnswered(scope, { requestId, words: 'Twice.' })
    expect(await getRequest(scope, requestId)).toMatchObject({
      state: 'answered',
      sentVia: 'elsewhere',
      body: 'I rang them.',
    })
  })
})
