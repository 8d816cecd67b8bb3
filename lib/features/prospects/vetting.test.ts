import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aProspect } from '#lib/testing/a-reading.ts'
import { aMember, at, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { answerVetting, takeBackVetting } from './vetting-commands.ts'
import { listEarlierVettings, listVettings } from './vetting-queries.ts'
import { vettingSchema } from './vetting-schema.ts'

describe('vetting an outlet', () => {
  let ours: WorkspaceScope
  let theirs: WorkspaceScope
  let prospectId: string
  beforeAll(async () => {
    ;({ ours, theirs } = await twoWorkspaces())
    prospectId = await aProspect(ours)
  })

  it('keeps the answer with what it rests on, who said it and when', async () => {
    await answerVetting(
      ours,
      answer({ answer: 'yes', evidence: 'Forty comments.', evidenceUrl: 'blog.example/post' }),
    )
    expect(await listVettings(ours, prospectId)).toEqual([
      {
        question: 'real-audience',
        answer: 'yes',
        evidence: 'Forty comments.',
        evidenceUrl: 'https://blog.example/post',
        at: ours.now,
        by: { name: ours.actorName },
      },
    ])
  })

  it('puts another answer in its place, with who gave it; the very same one changes nothing', async () => {
    const writer = at(await aMember(ours.workspaceId, 'writer'), '2026-03-05T09:00:00Z')
    const same = answer({ answer: 'yes', evidence: 'Forty comments.', evidenceUrl: 'blog.example/post' })
    await answerVetting(writer, same)
    expect((await listVettings(ours, prospectId))[0]?.by.name).toBe(ours.actorName)
    await answerVetting(writer, answer({ answer: 'no', evidence: 'All by one person.' }))
    expect(await listVettings(ours, prospectId)).toMatchObject([
      { answer: 'no', by: { name: writer.actorName }, at: writer.now },
    ])
  })

  it('keeps the earlier answer as history: who gave it, when, and what they saw', async () => {
    expect(await listEarlierVettings(ours, prospectId)).toMatchObject([
      {
        ...{ question: 'real-audience', answer: 'yes', evidence: 'Forty comments.', ending: 'changed' },
        ...{ evidenceUrl: 'https://blog.example/post', by: { name: ours.actorName }, at: ours.now },
        endedAt: new Date('2026-03-05T09:00:00Z'),
      },
    ])
    expect(await listEarlierVettings(theirs, prospectId)).toEqual([])
    await expect(
      listEarlierVettings(await aMember(ours.workspaceId, 'viewer'), prospectId),
    ).rejects.toBeInstanceOf(NotFound)
  })

  it('has one answer to a question, however many give it at once', async () => {
    const answers = Array.from({ length: 5 }, (_, n) =>
      answerVetting(ours, answer({ question: 'on-topic', answer: 'yes', evidence: `E${n}` })),
    )
    await Promise.all(answers)
    const vettings = await listVettings(ours, prospectId)
    expect(vettings.filter(({ question }) => question === 'on-topic')).toHaveLength(1)
    const earlier = await listEarlierVettings(ours, prospectId)
    const all = [...vettings, ...earlier].filter(({ question }) => question === 'on-topic')
    expect(all.map(({ evidence }) => evidence).sort()).toEqual(['E0', 'E1', 'E2', 'E3', 'E4'])
  })

  it('asks directories, and no others, whether one would want the listing anyway', async () => {
    const asked = answer({ question: 'wanted-anyway', answer: 'no', evidence: 'Empty categories.' })
    await expect(answerVetting(ours, asked)).rejects.toBeInstanceOf(Refusal)
    const directory = await aProspect(ours, 'Directory')
    await database().prospect.updateMany({
      where: { workspaceId: ours.workspaceId, id: directory },
      data: { kind: 'directory' },
    })
    await answerVetting(ours, { ...asked, prospectId: directory })
    expect(await listVettings(ours, directory)).toMatchObject([{ answer: 'no' }])
  })

  it('takes an answer back', async () => {
    await takeBackVetting(ours, { prospectId, question: 'on-topic' })
    await takeBackVetting(ours, { prospectId, question: 'on-topic' })
    expect((await listVettings(ours, prospectId)).map(({ question }) => question)).toEqual(['real-audience'])
    const back = (await listEarlierVettings(ours, prospectId)).filter(({ ending }) => ending === 'taken-back')
    expect(back.map(({ question }) => question)).toEqual(['on-topic'])
  })

  it('is for writers of this workspace', async () => {
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    await expect(answerVetting(reviewer, answer({}))).rejects.toBeInstanceOf(Refusal)
    expect(await listVettings(reviewer, prospectId)).toHaveLength(1)
    await expect(answerVetting(theirs, answer({}))).rejects.toBeInstanceOf(NotFound)
    await expect(takeBackVetting(theirs, { prospectId, question: 'on-topic' })).rejects.toBeInstanceOf(
      NotFound,
    )
    expect(await listVettings(theirs, prospectId)).toEqual([])
    await expect(listVettings(await aMember(ours.workspaceId, 'viewer'), prospectId)).rejects.toBeInstanceOf(
      NotFound,
    )
  })

  it.each([
    [{ answer: 'yes', evidence: ' ' }, 'evidence'],
    [{ answer: 'perhaps' }, 'answer'],
    [{ question: 'authority' }, 'question'],
    [{ evidenceUrl: 'mailto:a@b.example' }, 'evidenceUrl'],
    [{ evidence: 'x'.repeat(2_001) }, 'evidence'],
  ])('does not take %o', (wrong, field) => {
    const parsed = vettingSchema.safeParse({ ...plain(), ...wrong })
    expect(parsed.error?.issues[0]?.path[0]).toBe(field)
  })

  it('takes "not sure" without words', () => {
    expect(vettingSchema.safeParse({ ...plain(), answer: 'unsure', evidence: '' }).success).toBe(true)
  })

  function plain() {
    return { prospectId, question: 'real-audience', answer: 'yes', evidence: 'Seen.', evidenceUrl: '' }
  }
  function answer(change: Partial<ReturnType<typeof plain>>) {
    return vettingSchema.parse({ ...plain(), ...change })
  }
})
