import { beforeAll, describe, expect, it } from 'vitest'
import { listDoubtfulMails } from '#lib/features/answers/answers-queries.ts'
import { confirmOutcome } from '#lib/features/mentions/decision-commands.ts'
import { listOwnPagesToFix } from '#lib/features/mentions/own-page-queries.ts'
import { listPress } from '#lib/features/mentions/press-queries.ts'
import { getReview } from '#lib/features/mentions/review-queries.ts'
import { actingScope } from '#lib/features/workspaces/acting-scope.ts'
import { databaseAcrossWorkspaces } from '#lib/server/database.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { agency } from './agency.ts'
import { ecoShop } from './eco-shop.ts'
import { playStory } from './play-story.ts'

const NOW = new Date('2026-06-10T15:00:00Z')
let reviewer: WorkspaceScope
let shopOwner: WorkspaceScope

beforeAll(async () => {
  await playStory(agency, NOW)
  await playStory(ecoShop, NOW)
  const scopeOf = async (demoRole: string) => {
    const where = { user: { demoRole } }
    const { id } = await databaseAcrossWorkspaces().member.findFirstOrThrow({ where })
    return actingScope(id, NOW)
  }
  reviewer = await scopeOf('agency-reviewer')
  shopOwner = await scopeOf('shop-owner')
}, 240_000)

describe('the agency’s reviewer', () => {
  it('finds three outcomes waiting, each for another reason, and one of them at a time', async () => {
    const seen: (string | undefined)[] = []
    let after: string | null = ''
    while (after !== null) {
      const review: Awaited<ReturnType<typeof getReview>> = await getReview(reviewer, { after })
      seen.push(review.mention?.outcome)
      after = review.nextAfter
    }
    expect(seen).toEqual(['could-not-check', 'page-gone', 'linked-qualified'])
  })

  it('has overruled one, which holds though the looks go on saying the same, and confirmed another', async () => {
    const { workspaceId } = reviewer
    const decided = await databaseAcrossWorkspaces().outcomeDecision.findMany({
      where: { workspaceId, byId: reviewer.memberId },
      orderBy: { at: 'asc' },
      select: { kind: true, mention: { select: { outcome: true, reviewSince: true, url: true } } },
    })
    expect(decided).toMatchObject([
      { kind: 'confirmed', mention: { outcome: 'linked' } },
      { kind: 'overruled', mention: { outcome: 'linked', reviewSince: null } },
    ])
    const looks = await databaseAcrossWorkspaces().linkCheck.findMany({
      where: { workspaceId, mention: { url: decided[1]?.mention.url } },
      orderBy: { number: 'desc' },
      select: { verdict: true },
    })
    expect(looks[0]?.verdict).toBe('lost')
  })

  it('can decide on the first that waits', async () => {
    const { mention } = await getReview(reviewer)
    if (!mention) throw new Error('Nothing waits')
    const { id: mentionId, lookCount: lookNumber, reviewSince } = mention
    await confirmOutcome(reviewer, { mentionId, lookNumber, reviewSince })
    expect((await getReview(reviewer)).total).toBe(2)
  })

  it('sees that the one ask was made and closed, and the mention kept as press', async () => {
    const asked = await databaseAcrossWorkspaces().mention.findFirstOrThrow({
      where: { workspaceId: reviewer.workspaceId, askState: 'closed' },
    })
    expect(asked).toMatchObject({ askAnswer: 'declined', outcome: 'mentioned-unlinked' })
    expect((await listPress(reviewer)).press.map(({ id }) => id)).toContain(asked.id)
  })
})

describe('the shop’s owner', () => {
  it('hears today of a page of theirs that is gone', async () => {
    expect(await listOwnPagesToFix(shopOwner)).toMatchObject([
      { state: 'gone', url: 'https://fernway.example/mending' },
    ])
  })
})

describe('the mailbox of the shop’s owner', () => {
  it('has a mail that may be an answer, and a letter that may have been sent by hand', async () => {
    const { rows } = await listDoubtfulMails(shopOwner, { after: '', before: '' })
    expect(rows.map(({ isOwn, pitch }) => [isOwn, pitch?.contact.name])).toEqual([
      [true, expect.stringContaining('Kiri')],
      [false, 'Aoife Brennan'],
    ])
  })
})
