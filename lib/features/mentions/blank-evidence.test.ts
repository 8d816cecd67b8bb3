import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { BlankableField } from '#lib/domain/link-check/evidence-chain.ts'
import { NotFound, Refusal } from '#lib/domain/refusal.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, mentionWithLooks, verified, writeALook } from '#lib/testing/a-look.ts'
import { aMember, twoWorkspaces } from '#lib/testing/two-workspaces.ts'
import { blankEvidence } from './blank-evidence.ts'
import { getMention } from './mention-queries.ts'
import { standingOf } from './mention-standing.ts'
import { NO_EVIDENCE } from './stored-look.ts'

const ALL: readonly BlankableField[] = [
  ...(['sentence', 'note', 'finalUrl', 'hops', 'headers', 'linkHtml', 'textHash', 'changes'] as const),
  ...(['facts.anchorText', 'facts.context', 'facts.redirects', 'facts.requestedUrl'] as const),
]

let ours: WorkspaceScope
let theirs: WorkspaceScope
let mentionId: string
let lookId: string

beforeAll(async () => {
  ;({ ours, theirs } = await twoWorkspaces())
})

beforeEach(async () => {
  mentionId = await aMention(ours)
  await writeALook(ours, mentionId)
  const { looks } = await writeALook(ours, mentionId, {
    verdict: 'linked-qualified',
    facts: { rel: ['ugc'], context: 'By Mara Lind', redirects: [{ url: 'http://a.test/', status: 301 }] },
    evidence: {
      ...NO_EVIDENCE,
      httpStatus: 200,
      finalUrl: 'http://a.test/mara',
      hops: [{ url: 'http://a.test/mara', status: 200, of: 'page' }],
      headers: { etag: '"mara"' },
      linkHtml: 'Mara',
      textHash: 'hash',
    },
    sentence: 'Mara Lind links to you.',
    note: 'Mara said so.',
    page: { body: new Uint8Array([1]), coding: 'zstd', contentType: '', size: 1, sha256: 'x' },
  })
  lookId = looks[1]?.id ?? ''
  await writeALook(ours, mentionId)
})

const blanked = async () => (await mentionWithLooks(ours, mentionId)).looks[1]

describe('an erasure', () => {
  it('empties what it names, with the salts and the page; the chain holds, and the verdict stays', async () => {
    await blankEvidence(ours, { linkCheckId: lookId, fields: ALL })
    const look = await blanked()
    expect(look).toMatchObject({
      ...{ sentence: '', note: '', finalUrl: null, hops: [], headers: {}, linkHtml: null, textHash: null },
      ...{ changes: [], verdict: 'linked-qualified', httpStatus: 200, rawPage: null },
    })
    expect(look?.facts).toMatchObject({ anchorText: null, context: null, redirects: null, rel: ['ugc'] })
    expect(JSON.stringify(look)).not.toContain('Mara')
    expect(look?.blanked.toSorted()).toEqual([...ALL].sort())
    for (const field of ALL) expect(look?.fieldSalts).not.toHaveProperty([field])
    expect(look?.fieldHashes).toHaveProperty('sentence')
    expect(await verified(mentionId)).toMatchObject({ looks: 3, broken: 0, blanked: 1 })
  })

  it('leaves a mention that can still be read, and looked at again', async () => {
    const facts = Object.keys((await blanked())?.facts as object)
    const fields = [...ALL, ...facts.map((name): BlankableField => `facts.${name}`)]
    await blankEvidence(ours, { linkCheckId: lookId, fields })
    const standing = standingOf(await getMention(ours, mentionId))
    expect(standing.looks[1]?.facts).toMatchObject({ redirects: [], reachable: false, linked: null })
    const { mention } = await writeALook(ours, mentionId, { verdict: 'mentioned-unlinked' })
    expect(mention).toMatchObject({ everLinked: true, outcome: 'missing-looking-again' })
    expect(await verified(mentionId)).toMatchObject({ looks: 4, broken: 0, blanked: 1 })
  })

  it('changes nothing the second time, and two at once both count', async () => {
    await Promise.all([
      blankEvidence(ours, { linkCheckId: lookId, fields: ['sentence'] }),
      blankEvidence(ours, { linkCheckId: lookId, fields: ['note', 'facts.rel'] }),
      blankEvidence(ours, { linkCheckId: lookId, fields: ['sentence', 'linkHtml'] }),
    ])
    const once = await blanked()
    expect(once).toMatchObject({ sentence: '', note: '', linkHtml: null })
    await blankEvidence(ours, { linkCheckId: lookId, fields: ['sentence'] })
    expect(await blanked()).toEqual(once)
    expect(await verified(mentionId)).toMatchObject({ broken: 0, blanked: 1 })
  })

  it('takes the words of what changed from the mention too', async () => {
    const before = (await mentionWithLooks(ours, mentionId)).looks[2]
    expect(before?.changes).not.toEqual([])
    await blankEvidence(ours, { linkCheckId: before?.id ?? '', fields: ['changes'] })
    expect((await mentionWithLooks(ours, mentionId)).mention.lastChanges).toEqual([])
  })

  it('names only what can be blanked, and facts that are there', async () => {
    const wrong = { linkCheckId: lookId, fields: ['verdict'] as unknown as BlankableField[] }
    await expect(blankEvidence(ours, wrong)).rejects.toThrow('verdict of a look cannot be blanked')
    await blankEvidence(ours, { linkCheckId: lookId, fields: ['facts.neverHeardOf'] })
    expect((await blanked())?.blanked).toEqual([])
  })

  it('is for owners, and for their own workspace', async () => {
    const manager = await aMember(ours.workspaceId, 'manager')
    const asked = { linkCheckId: lookId, fields: ['note'] as const }
    await expect(blankEvidence(manager, asked)).rejects.toThrow(Refusal)
    await expect(blankEvidence(theirs, asked)).rejects.toThrow(NotFound)
  })
})

describe('the database', () => {
  it.each<[string, string]>([
    ['a plain field', `verdict = 'lost'`],
    ['a plain field, named as blanked', `verdict = '', blanked = '{verdict}'`],
    ['the time', `at = now()`],
    ['the number', `number = 9`],
    ['a hash', `hash = 'x'`],
    ['a hash of a field', `"fieldHashes" = '{}'`],
    ['a sentence', `sentence = 'Something else.'`],
    ['a sentence emptied without saying so', `sentence = ''`],
    ['a sentence said to be blanked that is not', `sentence = 'Else', blanked = '{sentence}'`],
    ['a name among the blanked alone', `blanked = '{sentence}'`],
    ['a salt left behind', `sentence = '', blanked = '{sentence}'`],
    ['no names at all', `sentence = '', blanked = NULL`],
    ['a fact', `facts = jsonb_set(facts, '{linked}', 'false')`],
    ['a fact emptied without saying so', `facts = jsonb_set(facts, '{rel}', 'null')`],
    [
      'a fact taken out',
      `facts = facts - 'rel', blanked = '{facts.rel}', "fieldSalts" = "fieldSalts" - 'facts.rel'`,
    ],
    ['a fact added', `facts = facts || '{"more": true}'`],
    ['another salt', `"fieldSalts" = jsonb_set("fieldSalts", '{note}', '"x"')`],
    ['a salt thrown away', `"fieldSalts" = "fieldSalts" - 'note'`],
    ['another mention', `"mentionId" = 'x'`],
  ])('refuses to change %s', async (_, change) => {
    const before = await blanked()
    const changing = databaseAcrossWorkspaces().$executeRawUnsafe(
      `UPDATE "LinkCheck" SET ${change} WHERE id = '${lookId}'`,
    )
    await expect(changing).rejects.toThrow(/written once/)
    expect(await blanked()).toEqual(before)
  })

  it('lets nothing that was blanked come back', async () => {
    await blankEvidence(ours, { linkCheckId: lookId, fields: ['sentence'] })
    for (const change of [`blanked = '{}'`, `sentence = 'Mara Lind links to you.'`]) {
      const changing = databaseAcrossWorkspaces().$executeRawUnsafe(
        `UPDATE "LinkCheck" SET ${change} WHERE id = '${lookId}'`,
      )
      await expect(changing).rejects.toThrow(/written once/)
    }
  })
})
