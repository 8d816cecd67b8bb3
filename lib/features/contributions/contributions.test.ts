import { beforeEach, describe, expect, it } from 'vitest'
import { asDay } from '#lib/domain/calendar-day.ts'
import { NO_NEXT_DATE } from '#lib/domain/contributions/next-date.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { anOutlet, aSiteCalledFernway, someWork } from '#lib/testing/some-work.ts'
import { aMember, at, NOON, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { answerVetting } from '../prospects/vetting-commands.ts'
import { moveToTrash, restoreFromTrash } from '../trash/trash-commands.ts'
import { changeContribution } from './contribution-commands.ts'
import { readContributionList } from './contribution-list.ts'
import { listContributions } from './contribution-list-queries.ts'
import { getContribution } from './contribution-queries.ts'
import { addContributionSchema, changeContributionSchema, preparationSchema } from './contribution-schema.ts'
import { moveContribution } from './move-commands.ts'
import { answerFit, savePreparation, saveText } from './preparation-commands.ts'
import { publishContribution } from './publish-commands.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let of: { siteId: string; prospectId: string }

beforeEach(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  const { siteId } = await aSiteCalledFernway(ours)
  const { prospectId } = await anOutlet(ours, 'podcast', 'https://show.test')
  of = { siteId, prospectId }
})

const workOf = (id: string) => getContribution(ours, id)

describe('planning a piece of work', () => {
  it('keeps its days, and the hour of a recording in the zone it was agreed in', async () => {
    const { contributionId } = await someWork(ours, of, {
      ...{ dueOn: '2026-03-20', recordingOn: '2026-03-10', recordingTime: '14:30' },
      ...{ recordingZone: 'America/New_York', airsOn: '2026-04-01' },
    })
    expect(await workOf(contributionId)).toMatchObject({
      ...{
        state: 'agreed',
        recordingAt: new Date('2026-03-10T18:30:00Z'),
        recordingZone: 'America/New_York',
      },
      ...{ nextOn: asDay('2026-03-10'), dueOn: asDay('2026-03-20') },
    })
  })

  it('is one, also by a double click', async () => {
    const [one, two] = await Promise.all([someWork(ours, of), someWork(ours, of)])
    expect(one).toEqual(two)
    expect((await listContributions(ours)).total).toBe(1)
  })

  it.each([
    ['a recording without a time', { recordingOn: '2026-03-10' }, 'recordingTime'],
    ['a time without a day', { recordingTime: '10:00' }, 'recordingOn'],
    [
      'a zone nobody knows',
      { recordingOn: '2026-03-10', recordingTime: '10:00', recordingZone: 'Mars' },
      'recordingZone',
    ],
    [
      'an hour that clocks skip',
      { recordingOn: '2026-03-29', recordingTime: '02:30', recordingZone: 'Europe/Berlin' },
      'recordingTime',
    ],
    ['a day that is none', { dueOn: '2026-02-30' }, 'dueOn'],
    ['six byline links', { bylineUrls: 'a.test b.test c.test d.test e.test f.test' }, 'bylineUrls'],
    ['a link that is none', { bylineUrls: 'not-an-address' }, 'bylineUrls'],
    ['no title', { title: ' ' }, 'title'],
  ])('does not take %s', (_, fields, field) => {
    const input = { kind: 'podcast', title: 'x', state: 'planned', ...of, ...fields }
    const parsed = addContributionSchema.safeParse(input)
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
  })

  it('refuses links to pages that are not ours, and people and pitches of others', async () => {
    await expect(someWork(ours, of, { bylineUrls: 'https://elsewhere.test/' })).rejects.toThrow(
      /is not on Fernway/,
    )
    await expect(someWork(ours, of, { contactId: crypto.randomUUID() })).rejects.toThrow(Refusal)
    await expect(someWork(ours, of, { pitchId: crypto.randomUUID() })).rejects.toThrow(Refusal)
    await expect(someWork(ours, of, { campaignId: crypto.randomUUID() })).rejects.toThrow(Refusal)
    await expect(someWork(ours, of, { kind: 'directory' })).rejects.toThrow(/not noted as a directory/)
    await expect(someWork(theirs, of)).rejects.toThrow(Refusal)
    await expect(someWork(await aMember(ours.workspaceId, 'reviewer'), of)).rejects.toThrow(Refusal)
  })

  it('can be changed, but its kind cannot', async () => {
    const { contributionId } = await someWork(ours, of)
    const change = { contributionId, siteId: of.siteId, title: 'By water', airsOn: '2026-05-01' }
    await changeContribution(ours, changeContributionSchema.parse({ ...change, kind: 'roundup' }))
    expect(await workOf(contributionId)).toMatchObject({
      kind: 'podcast',
      title: 'By water',
      nextOn: asDay('2026-05-01'),
    })
    await expect(changeContribution(theirs, changeContributionSchema.parse(change))).rejects.toThrow(NotFound)
  })
})

describe('how far it is', () => {
  it('is said from the state one saw; twice is once; and a foreign move is refused', async () => {
    const { contributionId } = await someWork(ours, of)
    const move = { contributionId, from: 'agreed', to: 'recorded' } as const
    await moveContribution(ours, move)
    await moveContribution(ours, move)
    expect(await workOf(contributionId)).toMatchObject({ state: 'recorded', handedInOn: asDay('2026-03-04') })
    await expect(moveContribution(ours, { ...move, to: 'withdrawn' })).rejects.toThrow(/meanwhile/)
    await expect(moveContribution(ours, { ...move, from: 'recorded', to: 'handed-in' })).rejects.toThrow(
      /cannot go/,
    )
    await expect(moveContribution(ours, { ...move, from: 'recorded', to: 'published' })).rejects.toThrow(
      /Where is it/,
    )
    await expect(moveContribution(theirs, move)).rejects.toThrow(NotFound)
  })

  it('ends with its days out of the way, and can be taken up again', async () => {
    const { contributionId } = await someWork(ours, of, { dueOn: '2026-03-20' })
    await moveContribution(ours, { contributionId, from: 'agreed', to: 'not-used' })
    expect((await workOf(contributionId)).nextOn).toEqual(asDay(NO_NEXT_DATE))
    await moveContribution(ours, { contributionId, from: 'not-used', to: 'agreed' })
    expect((await workOf(contributionId)).nextOn).toEqual(asDay('2026-03-20'))
  })

  it('asks of a listing, before it is sent in, whether one would want it anyway', async () => {
    const { prospectId } = await anOutlet(ours, 'directory', 'https://list.test', 'The List')
    const { contributionId } = await someWork(
      ours,
      { ...of, prospectId },
      { kind: 'directory', state: 'planned' },
    )
    const send = () => moveContribution(ours, { contributionId, from: 'planned', to: 'handed-in' })
    const answer = (answer: 'yes' | 'no') =>
      answerVetting(ours, {
        prospectId,
        question: 'wanted-anyway',
        answer,
        evidence: 'Walkers look there.',
        evidenceUrl: '',
      })
    await expect(send()).rejects.toThrow(/if search engines did not exist/)
    await answer('no')
    await expect(send()).rejects.toThrow(/would not want/)
    await answer('yes')
    await send()
    expect((await workOf(contributionId)).state).toBe('handed-in')
  })
})

describe('coming out', () => {
  const url = 'https://show.test/41'

  it('makes the mention, as a guest, and asks for a look', async () => {
    const { contributionId } = await someWork(ours, of, { bylineUrls: 'https://fernway.test/about' })
    const { mentionId } = await publishContribution(ours, { contributionId, url, publishedOn: '2026-03-02' })
    expect(await workOf(contributionId)).toMatchObject({
      ...{ state: 'published', publishedUrl: url, publishedOn: asDay('2026-03-02') },
      mention: { id: mentionId, provenance: 'guest' },
    })
    const where = { workspaceId: ours.workspaceId, id: mentionId }
    expect(await database().mention.findFirstOrThrow({ where })).toMatchObject({
      ...{ lookState: 'waiting', targetUrl: 'https://fernway.test/about', prospectId: of.prospectId },
      publishedOn: asDay('2026-03-02'),
    })
  })

  it('is one mention, twice and with two clicks at once, and takes the one that is there', async () => {
    const { contributionId } = await someWork(ours, of)
    const publish = () => publishContribution(ours, { contributionId, url, publishedOn: null })
    const [one, two] = await Promise.all([publish(), publish()])
    expect(one).toEqual(two)
    expect(await publish()).toEqual(one)
    expect(await database().mention.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
    await expect(
      publishContribution(ours, { contributionId, url: 'https://show.test/42', publishedOn: null }),
    ).rejects.toThrow(/come out already/)
  })

  it('of something paid for is never earned', async () => {
    const { prospectId } = await anOutlet(ours, 'directory', 'https://list.test', 'The List')
    const paid = { kind: 'directory', isPaid: 'on', paidNote: '40 euros a year' }
    const { contributionId } = await someWork(ours, { ...of, prospectId }, paid)
    await publishContribution(ours, { contributionId, url: 'https://list.test/fernway', publishedOn: null })
    expect((await workOf(contributionId)).mention?.provenance).toBe('paid-elsewhere')
  })

  it('is not for readers, nor for others', async () => {
    const { contributionId } = await someWork(ours, of)
    const input = { contributionId, url, publishedOn: null }
    await expect(publishContribution(await aMember(ours.workspaceId, 'reviewer'), input)).rejects.toThrow(
      Refusal,
    )
    await expect(publishContribution(theirs, input)).rejects.toThrow(NotFound)
  })

  it('can be taken back: the mention stays, the work is under way again', async () => {
    const { contributionId } = await someWork(ours, of)
    await publishContribution(ours, { contributionId, url, publishedOn: null })
    await moveContribution(ours, { contributionId, from: 'published', to: 'agreed' })
    expect(await workOf(contributionId)).toMatchObject({ state: 'agreed', publishedUrl: null, mention: null })
    expect(await database().mention.count({ where: { workspaceId: ours.workspaceId } })).toBe(1)
  })
})

describe('what was given and prepared', () => {
  it('keeps each text with the one before, and overwrites nobody', async () => {
    const { contributionId } = await someWork(ours, of, { kind: 'roundup' })
    await saveText(ours, { contributionId, revision: 1, text: 'A spoon.' })
    await saveText(ours, { contributionId, revision: 1, text: 'A spoon.' })
    await expect(saveText(ours, { contributionId, revision: 1, text: 'A fork.' })).rejects.toThrow(
      /another text/,
    )
    await saveText(ours, { contributionId, revision: 2, text: 'My own spoon.' })
    const { text, revision, texts } = await workOf(contributionId)
    expect({ text, revision }).toEqual({ text: 'My own spoon.', revision: 3 })
    expect(texts.map(({ number, text }) => [number, text])).toEqual([[2, 'A spoon.']])
  })

  it('keeps what was ticked and what the sheet says', async () => {
    const { contributionId } = await someWork(ours, of)
    await answerFit(ours, { contributionId, question: 'say', answer: 'unsure', words: '' })
    await answerFit(ours, { contributionId, question: 'say', answer: 'yes', words: 'Three borders' })
    await answerFit(ours, { contributionId, question: 'listeners', answer: 'no', words: '' })
    const sheet = {
      contributionId,
      hosts: 'Niamh',
      story1: 'Bread.',
      story3: 'The ship.',
      wishUrl: 'fernway.test/guide',
    }
    await savePreparation(ours, preparationSchema.parse(sheet))
    expect(await workOf(contributionId)).toMatchObject({
      fit: { say: { answer: 'yes', words: 'Three borders' }, listeners: { answer: 'no', words: '' } },
      ...{ hosts: 'Niamh', stories: ['Bread.', 'The ship.'], wishUrl: 'https://fernway.test/guide' },
    })
    const foreign = preparationSchema.parse({ ...sheet, wishUrl: 'elsewhere.test' })
    await expect(savePreparation(ours, foreign)).rejects.toThrow(Refusal)
    await expect(savePreparation(theirs, preparationSchema.parse(sheet))).rejects.toThrow(NotFound)
  })
})

describe('the list', () => {
  it('goes by the next day, what has none at its end, and page by page', async () => {
    const days = Array.from({ length: 30 }, (_, n) => `2026-04-${String(30 - n).padStart(2, '0')}`)
    for (const [n, dueOn] of days.entries()) await someWork(ours, of, { title: `Work ${n}`, dueOn })
    await someWork(ours, of, { title: 'Without a day' })
    const first = await listContributions(ours)
    expect(first.total).toBe(31)
    expect(first.contributions.map(({ title }) => title).slice(0, 2)).toEqual(['Work 29', 'Work 28'])
    const second = await listContributions(ours, readContributionList({ after: first.after ?? '' }))
    expect(second.contributions).toHaveLength(6)
    expect(second.contributions.at(-1)?.title).toBe('Without a day')
    const back = await listContributions(ours, readContributionList({ before: second.before ?? '' }))
    expect(back.contributions.map(({ id }) => id)).toEqual(first.contributions.map(({ id }) => id))
  })

  it('is narrowed by kind, by how far, and by words of the title or the outlet', async () => {
    const { contributionId } = await someWork(ours, of, { kind: 'roundup', title: 'One 100% spoon' })
    await someWork(ours, of, { title: 'Other' })
    await moveContribution(ours, { contributionId, from: 'agreed', to: 'withdrawn' })
    const titles = async (asked: Record<string, string>) =>
      (await listContributions(ours, readContributionList(asked))).contributions.map(({ title }) => title)
    expect(await titles({})).toEqual(['Other'])
    expect(await titles({ state: 'withdrawn' })).toEqual(['One 100% spoon'])
    expect(await titles({ state: 'all', kind: 'roundup' })).toEqual(['One 100% spoon'])
    expect(await titles({ state: 'all', q: '100%' })).toEqual(['One 100% spoon'])
    expect(await titles({ state: 'all', q: 'northBOUND' })).toHaveLength(2)
    expect(await titles({ state: 'nonsense', kind: 'nonsense' })).toEqual(['Other'])
    expect((await listContributions(theirs)).total).toBe(0)
    await expect(listContributions(await aMember(ours.workspaceId, 'viewer'))).rejects.toThrow(NotFound)
  })
})

describe('the trash', () => {
  it('takes a piece of work with its outlet or by itself, and gives it back', async () => {
    const { contributionId } = await someWork(ours, of)
    const { trashId } = await moveToTrash(ours, 'contribution', contributionId)
    await expect(workOf(contributionId)).rejects.toThrow(NotFound)
    expect(await restoreFromTrash(ours, trashId)).toEqual({ path: `/contributions/${contributionId}` })
    const gone = await moveToTrash(ours, 'prospect', of.prospectId)
    await expect(workOf(contributionId)).rejects.toThrow(NotFound)
    await restoreFromTrash(at(ours, NOON), gone.trashId)
    expect((await workOf(contributionId)).title).toBe('The ferry people')
  })
})
