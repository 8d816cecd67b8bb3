import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blankEvidence } from '#lib/features/mentions/blank-evidence.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { aMention, verified, writeALook } from '#lib/testing/a-look.ts'
import { at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { type BrokenChain, verifyChains } from './verify-chains.ts'

const HOUR_MS = 3_600_000

let ours: WorkspaceScope
let mentionId: string

beforeAll(async () => {
  ours = await aWorkspace('Ours')
})

beforeEach(async () => {
  mentionId = await chainOf(4)
})

async function chainOf(looks: number, scope = ours) {
  const id = await aMention(scope)
  for (let n = 0; n < looks; n += 1) await writeALook(at(scope, new Date(NOON.getTime() + n * HOUR_MS)), id)
  return id
}

/** What somebody with the database can do, whatever the trigger says. */
async function forge(...statements: string[]) {
  await databaseAcrossWorkspaces().$transaction([
    databaseAcrossWorkspaces().$executeRaw`ALTER TABLE "LinkCheck" DISABLE TRIGGER "LinkCheck_written_once"`,
    ...statements.map((sql) => databaseAcrossWorkspaces().$executeRawUnsafe(sql)),
    databaseAcrossWorkspaces().$executeRaw`ALTER TABLE "LinkCheck" ENABLE TRIGGER "LinkCheck_written_once"`,
  ])
}

const look = (number: number) => `"mentionId" = '${mentionId}' AND number = ${number}`

describe('the chain of a mention', () => {
  it('is whole as it was written', async () => {
    expect(await verified(mentionId)).toEqual({
      ...{
        workspaces: expect.any(Number),
        mentions: 1,
        looks: 4,
        fromBefore: 0,
        imported: 0,
        blanked: 0,
        broken: 0,
        chains: [],
      },
    })
  })

  it('is whole, and counted, without looks, with looks from before, and with blanked fields', async () => {
    expect(await verified(await chainOf(0))).toMatchObject({ mentions: 1, looks: 0, broken: 0 })
    const { id } = await databaseAcrossWorkspaces().linkCheck.findFirstOrThrow({
      where: { mentionId, number: 2 },
    })
    await blankEvidence(ours, { linkCheckId: id, fields: ['facts.anchorText', 'sentence'] })
    expect(await verified(mentionId)).toMatchObject({ looks: 4, blanked: 1, broken: 0 })
    await forge(
      `UPDATE "LinkCheck" SET hash = NULL, "fieldHashes" = '{}', "fieldSalts" = '{}', "previousHash" = '' WHERE "mentionId" = '${mentionId}'`,
      `UPDATE "Mention" SET "headHash" = NULL WHERE id = '${mentionId}'`,
    )
    expect(await verified(mentionId)).toMatchObject({ looks: 4, fromBefore: 4, broken: 0 })
  })

  it.each<[string, () => string[], { number: number; field: string }]>([
    [
      'a fact was changed',
      () => [`UPDATE "LinkCheck" SET facts = jsonb_set(facts, '{linked}', 'false') WHERE ${look(2)}`],
      { number: 2, field: 'facts.linked' },
    ],
    [
      'a verdict was changed',
      () => [`UPDATE "LinkCheck" SET verdict = 'lost' WHERE ${look(3)}`],
      { number: 3, field: 'verdict' },
    ],
    [
      'a time was changed by a millisecond',
      () => [`UPDATE "LinkCheck" SET at = at + interval '1 millisecond' WHERE ${look(4)}`],
      { number: 4, field: 'at' },
    ],
    [
      'a header was changed',
      () => [`UPDATE "LinkCheck" SET headers = '{"content-type": "text/plain"}' WHERE ${look(1)}`],
      { number: 1, field: 'headers' },
    ],
    [
      'a field was emptied, said to be blanked, and filled with something else',
      () => [`UPDATE "LinkCheck" SET sentence = 'Else', blanked = '{sentence}' WHERE ${look(1)}`],
      { number: 1, field: 'sentence' },
    ],
    [
      'a look was removed from the middle',
      () => [`DELETE FROM "LinkCheck" WHERE ${look(2)}`],
      { number: 2, field: 'look' },
    ],
    [
      'a look was removed from the middle, and those after it numbered anew',
      () => [
        `DELETE FROM "LinkCheck" WHERE ${look(2)}`,
        `UPDATE "LinkCheck" SET number = 2 WHERE ${look(3)}`,
        `UPDATE "LinkCheck" SET number = 3 WHERE ${look(4)}`,
      ],
      { number: 2, field: 'number' },
    ],
    [
      'the first look was removed',
      () => [`DELETE FROM "LinkCheck" WHERE ${look(1)}`],
      { number: 1, field: 'look' },
    ],
    [
      'the newest look was removed',
      () => [`DELETE FROM "LinkCheck" WHERE ${look(4)}`],
      { number: 4, field: 'look' },
    ],
    [
      'all looks were removed',
      () => [`DELETE FROM "LinkCheck" WHERE "mentionId" = '${mentionId}'`],
      { number: 1, field: 'look' },
    ],
    [
      'the newest look was removed, and the mention counts one less',
      () => [
        `DELETE FROM "LinkCheck" WHERE ${look(4)}`,
        `UPDATE "Mention" SET "lookCount" = 3 WHERE id = '${mentionId}'`,
      ],
      { number: 3, field: 'hash' },
    ],
    [
      'two looks changed places',
      () => [
        `UPDATE "LinkCheck" SET number = 99 WHERE ${look(2)}`,
        `UPDATE "LinkCheck" SET number = 2 WHERE ${look(3)}`,
        `UPDATE "LinkCheck" SET number = 3 WHERE ${look(99)}`,
      ],
      { number: 2, field: 'number' },
    ],
  ])('is broken where %s, and says where', async (_, statements, breach) => {
    await forge(...statements())
    const { broken, chains } = await verified(mentionId)
    expect(broken).toBe(1)
    expect(chains).toEqual([
      {
        ...breach,
        words: expect.any(String),
        mentionId,
        workspace: ours.workspaceSlug,
        url: expect.any(String),
      },
    ])
    await databaseAcrossWorkspaces().mention.delete({ where: { id: mentionId } })
  })
})

describe('many chains', () => {
  it('are walked in batches, workspace by workspace, and each broken one is named', async () => {
    const other = await aWorkspace('Other')
    const chains: string[] = []
    for (let n = 0; n < 105; n += 1) chains.push(await chainOf(n % 50 === 0 ? 3 : 0, other))
    const long = await chainOf(210, other)
    const [bad, worse] = [chains[0] ?? '', chains[50] ?? '']
    await forge(
      `UPDATE "LinkCheck" SET note = 'x' WHERE "mentionId" = '${bad}' AND number >= 2`,
      `UPDATE "LinkCheck" SET note = 'x' WHERE "mentionId" = '${worse}' AND number = 3`,
      `UPDATE "LinkCheck" SET note = 'x' WHERE "mentionId" = '${long}' AND number = 205`,
    )
    const found: BrokenChain[] = []
    const counts = await verifyChains({ workspaceSlug: other.workspaceSlug }, (chain) => found.push(chain))
    expect(counts).toMatchObject({ mentions: 106, looks: 219, broken: 3 })
    const places = found.map(({ mentionId: id, number, field }) => [id, number, field])
    expect(places.sort()).toEqual(
      [
        [bad, 2, 'note'],
        [worse, 3, 'note'],
        [long, 205, 'note'],
      ].sort(),
    )
    const everywhere = await verifyChains({}, () => {})
    expect(everywhere.broken).toBe(3)
    expect(everywhere.mentions).toBeGreaterThan(106)
  }, 120_000)

  it('are walked while looks are being written', async () => {
    const writing = Promise.all(Array.from({ length: 8 }, () => chainOf(5)))
    let isDone = false
    writing.finally(() => {
      isDone = true
    })
    while (!isDone) {
      const { broken } = await verifyChains({ workspaceSlug: ours.workspaceSlug }, () => {})
      expect(broken).toBe(0)
    }
    await writing
  })

  it('are none of a workspace that is not there', async () => {
    expect(await verifyChains({ workspaceSlug: 'nobody' }, () => {})).toMatchObject({ mentions: 0 })
  })
})
