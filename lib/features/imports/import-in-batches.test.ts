import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { databaseAcrossWorkspaces, inTransaction } from '#lib/server/database.ts'
import { anImport, aPreview, applied } from '#lib/testing/an-import.ts'
import { twoWorkspaces } from '#lib/testing/two-workspaces.ts'

const HEAD = 'Name,Website,Email,Role,Tags,Notes'
/** More than two batches of a thousand, so that each is compared while the one before is written. */
const ROWS = 2_200

function sheet(change: Record<number, string> = {}) {
  const lines = Array.from({ length: ROWS }, (_, row) => {
    return change[row] ?? `Person ${row},outlet-${row}.example,p${row}@outlet-${row}.example,,,`
  })
  return [HEAD, ...lines].join('\n')
}

describe('rows far apart in one file', () => {
  it('that name one outlet or spell one tag make one of each', async () => {
    const { ours } = await twoWorkspaces()
    const { workspaceId } = ours
    const batch = await anImport(
      ours,
      sheet({
        3: 'Ana Ruiz,tea.example,ana@tea.example,Editor,Tea,',
        1001: 'Ben Ode,tea.example,ben@tea.example,Writer,tea,',
        1999: 'Ana Ruiz,tea.example,ana.ruiz@tea.example,,TEA,',
        2100: 'Cy Lane,walks.example,cy@walks.example,,TEA,',
      }),
    )
    expect(batch).toMatchObject({ state: 'applied', done: ROWS })
    const db = databaseAcrossWorkspaces()
    expect(await db.tag.findMany({ where: { workspaceId }, select: { name: true } })).toEqual([
      { name: 'Tea' },
    ])
    const tagged = await db.prospect.findMany({
      where: { workspaceId, tags: { has: 'Tea' } },
      orderBy: { outletKey: 'asc' },
      select: {
        outletKey: true,
        affiliations: {
          orderBy: { contact: { name: 'asc' } },
          select: { contact: { select: { name: true } } },
        },
      },
    })
    expect(
      tagged.map(({ outletKey, affiliations }) => [outletKey, ...affiliations.map((a) => a.contact.name)]),
    ).toEqual([
      ['tea.example', 'Ana Ruiz', 'Ben Ode'],
      ['walks.example', 'Cy Lane'],
    ])
    expect(await db.prospect.count({ where: { workspaceId } })).toBe(ROWS - 2)
    expect(await db.channel.count({ where: { workspaceId, address: { endsWith: 'tea.example' } } })).toBe(3)
  })
})

describe('what somebody adds by hand while its row is written', () => {
  it('is the outlet the person comes to, and the spelling of the tag', async () => {
    const { ours } = await twoWorkspaces()
    const { workspaceId, now } = ours
    const { id: batchId } = await aPreview(
      ours,
      sheet({ 2100: 'Cy Lane,walks.example,cy@walks.example,,tea,' }),
    )
    const applying = await inTransaction(async (tx) => {
      const outlet = {
        outletKey: 'walks.example',
        liveOutletKey: 'walks.example',
        homepage: 'https://walks.example',
      }
      await tx.prospect.create({
        data: { workspaceId, name: 'By hand', kind: 'blogger', ...outlet, createdAt: now, updatedAt: now },
      })
      await tx.tag.create({ data: { workspaceId, name: 'TEA', nameKey: 'tea', createdAt: now } })
      const promise = applied(ours, batchId)
      await somebodyWaits()
      return { promise }
    })
    const { state, counts } = await applying.promise
    expect(state).toBe('applied')
    expect(counts).toMatchObject({ prospectsMade: ROWS - 1, contactsMade: ROWS })
    const db = databaseAcrossWorkspaces()
    const walks = await db.prospect.findMany({
      where: { workspaceId, outletKey: 'walks.example' },
      select: { name: true, tags: true, affiliations: { select: { contact: { select: { name: true } } } } },
    })
    expect(walks).toEqual([
      { name: 'By hand', tags: ['TEA'], affiliations: [{ contact: { name: 'Cy Lane' } }] },
    ])
  })
})

/** Until a statement waits for another transaction: the row's own insert, and no other. */
async function somebodyWaits() {
  for (;;) {
    const [found] = await databaseAcrossWorkspaces().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_locks
       WHERE NOT granted AND locktype = 'transactionid'
         AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`
    if (found && found.n > 0) return
    await wait(20)
  }
}
