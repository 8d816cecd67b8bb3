import { beforeAll, describe, expect, it } from 'vitest'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { FACT_KIND_TABLE, FACT_KINDS, factAsEvidence, factToCopy } from '#lib/domain/requests/fact-kinds.ts'
import { emptyTrash } from '#lib/features/trash/empty-trash.ts'
import { moveToTrash } from '#lib/features/trash/trash-commands.ts'
import { database } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { addFact, bringBackFact, changeFact, removeFact } from './fact-commands.ts'
import { listFacts, listRemovedFacts } from './fact-queries.ts'
import { type AddFactInput, addFactSchema, FACTS_MAX } from './fact-schema.ts'
import { addSite } from './site-commands.ts'
import { siteSchema } from './site-schema.ts'

let ours: WorkspaceScope
let theirs: WorkspaceScope
let siteId: string
beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
  siteId = await aSite(ours)
})

let made = 0
async function aSite(scope: WorkspaceScope) {
  made += 1
  const site = { name: `Site ${made}`, ownerName: 'O', domains: `s${made}.example`, timeZone: 'UTC' }
  return (await addSite(scope, siteSchema.parse({ ...site, brandNames: '', peopleNames: '' }))).siteId
}
function fact(change: Partial<AddFactInput> = {}): AddFactInput {
  made += 1
  const words = {
    title: `Fact ${made}`,
    text: '640 grams, empty.',
    person: '',
    source: 'Our scale',
    sourceUrl: '',
  }
  return { siteId, kind: 'product', ...words, saidOn: null, ...change }
}

describe('a line of a fact sheet', () => {
  it('is added once, however often it is pressed, and stands under its kind', async () => {
    const site = await aSite(ours)
    const input = fact({ siteId: site })
    const added = await Promise.all([1, 2, 3].map(() => addFact(ours, input)))
    expect(new Set(added.map(({ factId }) => factId)).size).toBe(1)
    for (const kind of FACT_KINDS.toReversed())
      await addFact(ours, fact({ siteId: site, kind, text: 'Words.' }))
    const kinds = (await listFacts(ours, site)).map(({ kind }) => kind)
    expect(kinds).toEqual([...FACT_KINDS.slice(0, 3), 'product', ...FACT_KINDS.slice(3)])
  })

  it('is refused beside its words where a short bio is none', async () => {
    const long = fact({ kind: 'bio-short', text: 'word '.repeat(26) })
    await expect(addFact(ours, long)).rejects.toMatchObject({ field: 'text' })
    const { factId } = await addFact(ours, { ...long, text: 'Mara Lind, founder.' })
    await expect(changeFact(ours, { ...long, factId })).rejects.toThrow('26 words; 25 is the most')
    await changeFact(ours, { ...long, factId, text: 'Mara Lind, founder of Fernway.', saidOn: '2026-02-11' })
    const changed = (await listFacts(ours, siteId)).find(({ id }) => id === factId)
    expect(changed).toMatchObject({ text: 'Mara Lind, founder of Fernway.', saidOn: new Date('2026-02-11') })
  })

  it('comes back for 30 days after it was removed, and is gone then', async () => {
    const input = fact()
    const { factId } = await addFact(ours, input)
    await Promise.all([removeFact(ours, { factId }), removeFact(ours, { factId })])
    expect((await listFacts(ours, siteId)).map(({ id }) => id)).not.toContain(factId)
    expect((await listRemovedFacts(ours, siteId)).map(({ id }) => id)).toContain(factId)
    await bringBackFact(ours, { factId })
    await bringBackFact(ours, { factId })
    expect((await listFacts(ours, siteId)).map(({ id }) => id)).toContain(factId)
    await removeFact(ours, { factId })
    await expect(changeFact(ours, { ...input, factId })).rejects.toThrow(NotFound)
    const day = 24 * 60 * 60 * 1000
    const left = () => database().siteFact.count({ where: { workspaceId: ours.workspaceId, id: factId } })
    await emptyTrash(new Date(ours.now.getTime() + 29 * day))
    expect(await left()).toBe(1)
    await emptyTrash(new Date(ours.now.getTime() + 30 * day))
    expect(await left()).toBe(0)
    await expect(bringBackFact(ours, { factId })).rejects.toThrow(NotFound)
  })

  it('is no business of other workspaces and of viewers, and reviewers only copy it', async () => {
    const { factId } = await addFact(ours, fact())
    await expect(addFact(theirs, fact())).rejects.toThrow(NotFound)
    await expect(removeFact(theirs, { factId })).rejects.toThrow(NotFound)
    expect(await listFacts(theirs, siteId)).toEqual([])
    const reviewer = await aMember(ours.workspaceId, 'reviewer')
    expect(await listFacts(reviewer, siteId)).toEqual(await listFacts(ours, siteId))
    await expect(removeFact(reviewer, { factId })).rejects.toThrow(Refusal)
    await expect(listFacts(await aMember(ours.workspaceId, 'viewer'), siteId)).rejects.toThrow(NotFound)
  })

  it('goes out of sight with its Site, and finds no room among too many', async () => {
    const site = await aSite(ours)
    const { workspaceId, now } = ours
    await database().siteFact.createMany({
      data: Array.from({ length: FACTS_MAX }, (_, n) => ({
        ...{
          workspaceId,
          siteId: site,
          kind: 'proof',
          title: `T${n}`,
          text: 'x',
          createdAt: now,
          updatedAt: now,
        },
      })),
    })
    await expect(addFact(ours, fact({ siteId: site }))).rejects.toThrow('as many as')
    await moveToTrash(ours, 'site', site)
    expect(await listFacts(ours, site)).toEqual([])
  })

  it('is read from a form: no address and no day are told beside their fields', () => {
    const form = { siteId, kind: 'proof', title: 'A', text: 'B' }
    const fields = (change: object) =>
      addFactSchema.safeParse({ ...form, ...change }).error?.issues.map(({ path }) => path[0])
    expect(fields({})).toBeUndefined()
    expect(fields({ sourceUrl: 'javascript:alert(1)' })).toEqual(['sourceUrl'])
    expect(fields({ saidOn: '2026-02-31' })).toEqual(['saidOn'])
    expect(fields({ kind: 'lie', title: '', text: 'x'.repeat(4_001) })?.toSorted()).toEqual([
      'kind',
      'text',
      'title',
    ])
  })

  it('is copied with what belongs to it', () => {
    const line = {
      title: 'Founder',
      text: 'A bag outlives a trip.',
      person: 'Mara',
      source: 'Diary',
      sourceUrl: '',
    }
    expect(factToCopy({ ...line, kind: 'quote' })).toBe('“A bag outlives a trip.” – Mara')
    expect(factToCopy({ ...line, kind: 'proof' })).toBe('A bag outlives a trip. (Diary)')
    expect(factToCopy({ ...line, kind: 'bio-long' })).toBe('A bag outlives a trip.')
    expect(factAsEvidence(line)).toBe('Mara, Founder: A bag outlives a trip. (Diary)')
    for (const kind of FACT_KINDS) expect(FACT_KIND_TABLE[kind].hint.length).toBeGreaterThan(10)
  })
})
