import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { HARO_DIGEST, LETTER, POSTS } from '#lib/domain/requests/cases/digests.ts'
import { mayBeSent, reviewAnswer } from '#lib/domain/requests/review-answer.ts'
import { lookAtMention } from '#lib/features/mentions/look-at-mention.ts'
import { getMention } from '#lib/features/mentions/mention-queries.ts'
import { suppressAddress } from '#lib/features/prospects/suppression-commands.ts'
import { suppressAddressSchema } from '#lib/features/prospects/suppression-schema.ts'
import { addFact } from '#lib/features/sites/fact-commands.ts'
import { addFactSchema } from '#lib/features/sites/fact-schema.ts'
import { addSite } from '#lib/features/sites/site-commands.ts'
import { siteSchema } from '#lib/features/sites/site-schema.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { moveToTrash, restoreFromTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { savedPage } from '#lib/testing/a-saved-page.ts'
import { aMember, at, aWorkspace, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { noteAnswered, recordAnswerSent, saveAnswer } from './answer-commands.ts'
import { gatherAnswerFacts } from './answer-facts.ts'
import { forgetDigest, keepRequests, takeDigest } from './digest-commands.ts'
import { getDigest, listDigests } from './digest-queries.ts'
import { closeRequest, foundPage, notThatPage, takeUpRequest } from './outcome-commands.ts'
import { addOutletOfRequest, offerOutlets, tieOutlet } from './outlet-commands.ts'
import { changeRequest, chooseSite, tickCondition } from './request-commands.ts'
import { listDeadlines, listDueRequests, listQuietRequests } from './request-due-queries.ts'
import { readRequestList } from './request-list.ts'
import { listRequests } from './request-list-queries.ts'
import { getRequest, searchRequests } from './request-queries.ts'
import { keepRequestsSchema } from './request-schema.ts'
import { takeMail } from './take-mailed-digest.ts'

const MAY = '2028-05-09T14:00:00Z'

/** Ticks parts of a digest as its form does, with what was read left as it stands. */
async function keep(scope: WorkspaceScope, digestId: string, which: 'requests' | number[] = 'requests') {
  const { parts } = await getDigest(scope, digestId)
  const ticked = parts.filter(({ kind, index }) =>
    which === 'requests' ? kind === 'request' : which.includes(index),
  )
  const form: Record<string, string | string[]> = { digestId, keep: ticked.map(({ index }) => String(index)) }
  for (const { index, read } of ticked) {
    form[`topic-${index}`] = read.topic
    form[`outlet-${index}`] = read.outlet
    form[`journalist-${index}`] = read.journalist
    form[`replyTo-${index}`] = read.replyTo
    form[`deadlineWords-${index}`] = read.deadline?.words ?? ''
  }
  return keepRequests(scope, keepRequestsSchema.parse(form))
}

async function aSite(scope: WorkspaceScope, name = 'Fernway') {
  const site = {
    name,
    ownerName: name,
    domains: `${name.toLowerCase()}.example`,
    brandNames: name,
    timeZone: 'UTC',
  }
  return (await addSite(scope, siteSchema.parse({ ...site, peopleNames: 'Mara Lind' }))).siteId
}

/** A letter of a journalist as a request, in a workspace with one Site. */
async function aLetter(scope: WorkspaceScope, text = LETTER) {
  const { digestId } = await takeDigest(scope, { text })
  await keep(scope, digestId)
  const { id } = await database().request.findFirstOrThrow({
    where: { workspaceId: scope.workspaceId, digestId },
  })
  return id
}

const ANSWER =
  'Hello Noor,\n\nPeople walked past a shop full of tents they could not afford to own. So we lend them. One came back with a hedgehog in it.\n\nMara Lind, founder of Fernway'

/** Everything asked for is met, and the answer is written. */
async function written(scope: WorkspaceScope, requestId: string, body = ANSWER) {
  const { conditions, revision } = await getRequest(scope, requestId)
  for (const { hash } of conditions)
    await tickCondition(scope, {
      requestId,
      condition: hash,
      answer: 'met',
      factId: null,
      evidence: 'Mara runs the shop',
    })
  await saveAnswer(scope, { requestId, revision, subject: 'Re: shops that lend', body })
  return revision + 1
}

let ours: WorkspaceScope
let theirs: WorkspaceScope
beforeAll(async () => {
  const both = await twoWorkspaces()
  ours = at(both.ours, MAY)
  theirs = at(both.theirs, MAY)
  await aSite(ours)
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
    const both = await Promise.all([keep(scope, digestId), keep(scope, digestId)])
    expect(both.reduce((sum, { kept }) => sum + kept, 0)).toBe(3)
    expect(await keep(scope, digestId)).toEqual({ kept: 0, known: 3 })
    const evening = await takeDigest(scope, { text: HARO_DIGEST.replace('the afternoon', 'the evening') })
    expect(await keep(scope, evening.digestId)).toEqual({ kept: 0, known: 3 })
    expect(
      (await getDigest(scope, digestId)).parts.filter(({ requestId }) => requestId !== null),
    ).toHaveLength(3)
  })

  it('keeps what is ticked, also what was not taken for a request, with what a person put right', async () => {
    const scope = at(await aWorkspace('Ticked'), MAY)
    const { digestId } = await takeDigest(scope, { text: POSTS })
    expect(await keep(scope, digestId, [1])).toEqual({ kept: 1, known: 0 })
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
    expect(await keep(scope, rest.digestId, [0])).toEqual({ kept: 1, known: 0 })
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
    await keep(scope, kept.digestId)
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
    const siteId = await aSite(scope)
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
    const other = await aSite(scope, 'Another')
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
    await expect(chooseSite(ours, { requestId, siteId: await aSite(theirs, 'Theirs') })).rejects.toThrow(
      NotFound,
    )
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
    await keep(scope, other.id)
    await expect(restoreFromTrash(scope, again.trashId)).rejects.toThrow(Refusal)
    const day = 24 * 60 * 60 * 1000
    await emptyTrash(new Date(scope.now.getTime() + 31 * day))
    const left = await database().request.findMany({ where: { workspaceId: scope.workspaceId } })
    expect(left.map(({ deletedAt }) => deletedAt)).toEqual([null])
  })
})

describe('an answer', () => {
  it('is saved once of two tabs, and the second is told', async () => {
    const scope = at(await aWorkspace('Tabs'), MAY)
    await aSite(scope)
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
    await aSite(scope)
    const requestId = await aLetter(scope)
    const sent = { requestId, revision: 1, via: 'copy' as const, overruleReason: '' }
    await expect(recordAnswerSent(scope, sent)).rejects.toThrow('Not ready yet')
    const revision = await written(scope, requestId)
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
    await aSite(scope)
    const requestId = await aLetter(scope)
    const revision = await written(scope, requestId)
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

  it('may go in spite of what is mendable when an owner says why, and it is kept', async () => {
    const scope = at(await aWorkspace('Overruled'), MAY)
    await aSite(scope)
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

describe('what became of it', () => {
  const PAGE = 'https://eveningcourier.example/lending'
  const look = (scope: WorkspaceScope, mentionId: string) =>
    lookAtMention(
      { workspaceId: scope.workspaceId, mentionId, requestedById: scope.memberId },
      { now: () => scope.now },
    )

  async function answered(name: string) {
    const scope = at(await aWorkspace(name), MAY)
    await aSite(scope)
    const requestId = await aLetter(scope)
    await noteAnswered(scope, { requestId, words: ANSWER })
    return { scope, requestId }
  }

  it('is found by looking: quoted without a link, closed kindly, kept as press, and nobody is asked', async () => {
    const { scope, requestId } = await answered('Unlinked')
    await savedPage(
      PAGE,
      '<html><body><p>“One came back with a hedgehog in it,” says Mara Lind of Fernway.</p></body></html>',
    )
    await expect(closeRequest(scope, { requestId, reason: 'quoted' })).rejects.toThrow(
      'Nobody has found the page',
    )
    const [one, two] = [
      await foundPage(scope, { requestId, url: PAGE }),
      await foundPage(scope, { requestId, url: PAGE }),
    ]
    expect(one).toEqual(two)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('found-not-looked')
    await look(scope, one.mentionId)
    expect((await getRequest(scope, requestId)).standing).toMatchObject({
      kind: 'quoted-unlinked',
      tone: 'neutral',
    })
    await expect(foundPage(scope, { requestId, url: `${PAGE}/other` })).rejects.toThrow('Another page')
    await closeRequest(scope, { requestId, reason: 'quoted' })
    await closeRequest(scope, { requestId, reason: 'quoted' })
    expect((await getRequest(scope, requestId)).standing).toMatchObject({
      kind: 'quoted-unlinked',
      label: 'Quoted, no link',
    })
    const mention = await getMention(scope, one.mentionId)
    expect(mention).toMatchObject({
      provenance: 'quote',
      askState: 'closed',
      askAnswer: 'not-asked',
      outcome: 'mentioned-unlinked',
    })
    await takeUpRequest(scope, { requestId })
    expect((await getRequest(scope, requestId)).state).toBe('answered')
  })

  it('is found by looking: quoted with a link', async () => {
    const { scope, requestId } = await answered('Linked')
    const url = 'https://eveningcourier.example/linked'
    await savedPage(
      url,
      '<html><body><p>Says Mara Lind of <a href="https://fernway.example/">Fernway</a>.</p></body></html>',
    )
    const { mentionId } = await foundPage(scope, { requestId, url })
    await look(scope, mentionId)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('quoted-linked')
    await moveToTrash(scope, 'mention', mentionId)
    expect((await getRequest(scope, requestId)).standing.kind).toBe('answered')
  })

  it('is what a person says only where there is no page', async () => {
    const { scope, requestId } = await answered('Not used')
    await expect(closeRequest(scope, { requestId, reason: 'let-be' })).rejects.toThrow(
      'Somebody has answered it',
    )
    const { mentionId } = await foundPage(scope, { requestId, url: 'https://eveningcourier.example/not-it' })
    await expect(closeRequest(scope, { requestId, reason: 'not-used' })).rejects.toThrow('A page is noted')
    await notThatPage(scope, { requestId })
    await closeRequest(scope, { requestId, reason: 'not-used' })
    expect((await getRequest(scope, requestId)).standing.kind).toBe('not-used')
    expect((await getMention(scope, mentionId)).id).toBe(mentionId)
    await expect(closeRequest(scope, { requestId, reason: 'too-late' })).rejects.toThrow('closed already')
  })

  it('is too late only once the deadline has passed', async () => {
    const scope = at(await aWorkspace('Late'), MAY)
    const requestId = await aLetter(scope)
    await expect(closeRequest(scope, { requestId, reason: 'not-used' })).rejects.toThrow(
      'Nobody has answered it',
    )
    await expect(closeRequest(scope, { requestId, reason: 'too-late' })).rejects.toThrow('has not passed')
    const later = at(scope, '2028-05-12T12:00:00Z')
    expect((await getRequest(later, requestId)).standing.kind).toBe('late')
    await closeRequest(later, { requestId, reason: 'too-late' })
    expect((await getRequest(later, requestId)).standing.kind).toBe('too-late')
    await expect(foundPage(later, { requestId, url: PAGE })).rejects.toMatchObject({ field: 'url' })
  })
})

describe('lists of requests', () => {
  it('are paged by deadline, those without one last, forwards and back', async () => {
    const scope = at(await aWorkspace('Pages'), MAY)
    const { workspaceId, now } = scope
    await database().request.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{
          workspaceId,
          text: `t${n}`,
          textHash: `h${n}`,
          liveTextKey: `h${n}`,
          topic: `Topic ${n}`,
          state: 'open',
        },
        ...{ deadlineAt: n < 40 ? new Date(now.getTime() + ((n * 7) % 40) * 3_600_000 + 1) : null },
        ...{ searchText: n % 2 ? 'odd' : 'even', createdAt: new Date(now.getTime() - n), updatedAt: now },
      })),
    })
    const page = (search: Record<string, string>) => listRequests(scope, readRequestList(search))
    const first = await page({})
    const second = await page({ after: first.after ?? '' })
    const third = await page({ after: second.after ?? '' })
    const all = [first, second, third].flatMap(({ requests }) => requests)
    expect([first.before, third.after]).toEqual([null, null])
    expect(new Set(all.map(({ id }) => id)).size).toBe(60)
    const times = all.map(({ deadlineAt }) => deadlineAt?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(times).toEqual([...times].sort((a, b) => (a === b ? 0 : a - b)))
    const back = await page({ before: third.before ?? '' })
    expect(back.requests.map(({ id }) => id)).toEqual(second.requests.map(({ id }) => id))
    expect((await page({ before: back.before ?? '' })).requests.map(({ id }) => id)).toEqual(
      first.requests.map(({ id }) => id),
    )
    expect(
      (await page({ q: 'ODD', show: 'all' })).requests.every(({ topic }) => Number(topic.slice(6)) % 2 === 1),
    ).toBe(true)
    expect((await page({ show: 'late' })).requests).toEqual([])
    expect((await page({ show: 'nonsense', after: 'x', site: 'y' })).requests).toHaveLength(25)
  })

  it('say what is due now, what is quiet, and what a calendar shows', async () => {
    const scope = at(await aWorkspace('Due'), MAY)
    const { workspaceId, now, memberId } = scope
    const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
    const sent = { state: 'answered', sentVia: 'copy', sentById: memberId }
    const rows = [
      { topic: 'tomorrow', state: 'open', deadlineAt: hours(24) },
      { topic: 'today', state: 'open', deadlineAt: hours(2) },
      { topic: 'in three days', state: 'open', deadlineAt: hours(72) },
      { topic: 'yesterday', state: 'open', deadlineAt: hours(-20) },
      { topic: 'long ago', state: 'open', deadlineAt: hours(-200) },
      { topic: 'quiet', ...sent, sentAt: hours(-24 * 15) },
      { topic: 'sent lately', ...sent, sentAt: hours(-24) },
    ]
    await database().request.createMany({
      data: rows.map((row, n) => ({
        ...{
          workspaceId,
          text: `d${n}`,
          textHash: `d${n}`,
          liveTextKey: `d${n}`,
          createdAt: now,
          updatedAt: now,
        },
        ...row,
      })),
    })
    const topics = (some: readonly { topic: string }[]) => some.map(({ topic }) => topic)
    expect(topics(await listDueRequests(scope))).toEqual(['yesterday', 'today', 'tomorrow'])
    expect(topics(await listQuietRequests(scope))).toEqual(['quiet'])
    expect(await listDeadlines(scope)).toHaveLength(3)
  })
})
