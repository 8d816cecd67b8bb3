import { beforeAll, describe, expect, it } from 'vitest'
import type { OwnLook } from '#lib/domain/own-look.ts'
import type { WorkspaceScope } from '#lib/server/workspace-scope.ts'
import { savedPage } from '#lib/testing/a-saved-page.ts'
import { aMember, at, aWorkspace, NOON } from '#lib/testing/two-workspaces.ts'
import { addSite } from '../sites/site-commands.ts'
import { sayPublishedOn } from './ask-commands.ts'
import { lookAtMention } from './look-at-mention.ts'
import { lookNow, recordOwnLook } from './look-commands.ts'
import { recordMention } from './mention-commands.ts'
import { recordMentionSchema } from './mention-schema.ts'
import { pressListHref, readPressList } from './press-list.ts'
import { listPress } from './press-queries.ts'

const SITE = {
  name: 'Fernway',
  ownerName: 'Mara Lind',
  domains: ['fernway.example'],
  brandNames: ['Fernway'],
  peopleNames: [],
  timeZone: 'UTC',
}

let ours: WorkspaceScope
let siteId: string
let otherSiteId: string
beforeAll(async () => {
  ours = await aWorkspace('Press')
  ;({ siteId } = await addSite(ours, SITE))
  ;({ siteId: otherSiteId } = await addSite(ours, { ...SITE, name: 'Other', domains: ['other.example'] }))
})

async function aMention(
  name: string,
  saw: OwnLook | null,
  more: { site?: string; on?: string; day?: number } = {},
) {
  const scope = at(ours, new Date(NOON.getTime() + (more.day ?? 0) * 86_400_000))
  const url = `https://${name}.example/post`
  const input = recordMentionSchema.parse({ siteId: more.site ?? siteId, url, provenance: 'earned' })
  const { mentionId } = await recordMention(scope, input)
  if (saw) await recordOwnLook(scope, { mentionId, saw, words: '' })
  if (more.on) await sayPublishedOn(scope, { mentionId, publishedOn: more.on })
  return mentionId
}
const names = (press: { url: string }[]) => press.map(({ url }) => new URL(url).hostname.split('.')[0])

describe('the press list', () => {
  it('holds what stands, linked or not, newest first by the day it came out', async () => {
    await aMention('recorded-first', 'linked')
    await aMention('old-piece', 'named', { on: '2025-06-01', day: 1 })
    await aMention('featured', 'about-us', { day: 2 })
    await aMention('never-looked', null)
    await aMention('not-us', 'nothing')
    await aMention('gone', 'gone')
    await aMention('of-the-other', 'linked', { site: otherSiteId, day: 3 })
    const { press, total, withLink } = await listPress(ours)
    expect(names(press)).toEqual(['of-the-other', 'featured', 'recorded-first', 'old-piece'])
    expect(press.map(({ isLinked }) => isLinked)).toEqual([true, false, true, false])
    expect([total, withLink]).toEqual([4, 2])
  })

  it('is of one site where that is wanted, and of none that is not there', async () => {
    expect(names((await listPress(ours, { site: otherSiteId })).press)).toEqual(['of-the-other'])
    expect(await listPress(ours, { site: '0190f3a0-0000-7000-8000-000000000000' })).toMatchObject({
      press: [],
      total: 0,
    })
  })

  it('tells the words around the link', async () => {
    const mentionId = await aMention('words', null, { day: 4 })
    await savedPage(
      'https://words.example/post',
      '<h1>Tents</h1><p>Of all the tents we liked the <a href="https://fernway.example/">Fernway tent</a> most.</p>',
    )
    const scope = at(ours, new Date(NOON.getTime() + 4 * 86_400_000))
    await lookNow(scope, mentionId)
    const { workspaceId, memberId: requestedById } = ours
    await lookAtMention({ workspaceId, mentionId, requestedById }, { now: () => scope.now })
    const [newest] = (await listPress(ours)).press
    expect(newest?.words).toContain('Of all the tents we liked the Fernway tent most.')
  })

  it('shows a viewer their sites, and no name of an outlet', async () => {
    const viewer = await aMember(ours.workspaceId, 'viewer', undefined, [otherSiteId])
    const { press, total } = await listPress(viewer)
    expect([names(press), total]).toEqual([['of-the-other'], 1])
    expect(press[0]?.outlet).toBeNull()
    expect((await listPress(viewer, { site: siteId })).press).toEqual([])
    const nobody = await aMember(ours.workspaceId, 'viewer')
    expect((await listPress(nobody)).press).toEqual([])
  })

  it('is empty for another workspace', async () => {
    const theirs = await aWorkspace('Theirs')
    expect(await listPress(theirs, { site: siteId })).toMatchObject({ press: [], total: 0, pages: 1 })
  })

  it('has its state in its address', () => {
    expect(readPressList({ site: siteId, page: '3' })).toEqual({ site: siteId, page: 3 })
    expect(readPressList({ site: 'mine', page: '-1' })).toEqual({ site: '', page: 1 })
    expect(pressListHref('/w/x/press', { site: siteId, page: 2 })).toBe(`/w/x/press?site=${siteId}&page=2`)
    expect(pressListHref('/w/x/press', { site: '', page: 1 })).toBe('/w/x/press')
  })
})
