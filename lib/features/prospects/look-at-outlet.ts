import type { PageObservation } from '#lib/domain/link-check/page-observation.ts'
import { transientOf } from '#lib/domain/link-check/transient.ts'
import { offerPagesAmong } from '#lib/domain/offer-pages.ts'
import { outletKeyOf } from '#lib/domain/outlet-key.ts'
import { type OutletPage, outletWarnings } from '#lib/domain/outlet-warnings.ts'
import { database, inTransaction } from '#lib/server/database.ts'
import type { OutletText } from '#lib/server/fetching/outlet-text.ts'
import { enqueue, type Jobs } from '#lib/server/jobs.ts'
import { lookAtSavedPage } from '#lib/server/saved-pages.ts'
import type { OutletFacts } from './outlet-facts.ts'

/** Waiting times between tries by ourselves: 4 tries in all. */
const TRY_AGAIN_AFTER_MINUTES = [2, 30, 360]

/** What this job needs of the world. `fetchPage` obeys robots.txt and keeps the pace of the host. */
export type OutletWorld = {
  fetchPage: (url: string) => Promise<PageObservation>
  readOutlet: (observation: PageObservation) => Promise<OutletText | null>
  now: () => Date
}

/**
 * Opens an outlet's homepage, and what it says to advertisers and guest writers: four pages at most, one after the other.
 * Keeps the feeds it announces, and warnings with the words seen. What the outside does is a value, with a next try where it
 * may pass. May run twice or be killed at any point: whoever asked last owns the answer.
 */
export async function lookAtOutlet({ workspaceId, prospectId }: Jobs['look-at-outlet'], world: OutletWorld) {
  const look = await takeUp(workspaceId, prospectId)
  if (!look) return
  const home = await open(look.homepage, 'home', world)
  if (!home.text) {
    await recordFailure(look, home, world.now())
    return
  }
  const homeUrl = home.observation.finalUrl ?? look.homepage
  const opened = [home]
  for (const url of offerPagesAmong(home.text.links, homeUrl, ownedLike(homeUrl)))
    opened.push(await open(url, 'offer', world))
  await record(look, factsOf(opened, home.text), world.now())
}

type TakenUp = { workspaceId: string; prospectId: string; requestedAt: Date; tries: number; homepage: string }

/** Also takes up what a killed worker left behind as "looking". Null when there is nothing (more) to look at. */
async function takeUp(workspaceId: string, prospectId: string): Promise<TakenUp | null> {
  const [look] = await database().outletLook.updateManyAndReturn({
    where: {
      ...{ workspaceId, prospectId, prospect: { deletedAt: null } },
      OR: [{ state: { in: ['waiting', 'looking'] } }, { state: 'failed', nextTryAt: { not: null } }],
    },
    data: { state: 'looking', nextTryAt: null, tries: { increment: 1 } },
    select: { requestedAt: true, tries: true, prospect: { select: { homepage: true } } },
  })
  if (!look) return null
  const { prospect, ...rest } = look
  return { workspaceId, prospectId, ...rest, homepage: prospect.homepage }
}

type Opened = {
  url: string
  role: OutletPage['role']
  observation: PageObservation
  text: OutletText | null
  failure: string | null
}

async function open(url: string, role: OutletPage['role'], world: OutletWorld): Promise<Opened> {
  const observation = (await lookAtSavedPage(url, world.now())) ?? (await world.fetchPage(url))
  const failure = failureOf(observation)
  const text = failure ? null : await world.readOutlet(observation)
  return { url, role, observation, text, failure: failure ?? (text ? null : 'not-readable') }
}

function failureOf(observation: PageObservation): string | null {
  const { failure, status } = observation
  if (observation.robotsUnavailable) return 'robots-unavailable'
  if (observation.forbiddenByRobots) return 'robots'
  if (failure !== null) return failure
  if (status === null) return 'protocol'
  return status < 200 || status > 299 ? `http-${status}` : null
}

/** Pages of the same outlet as this one, or of its very host where that is no outlet of its own. */
function ownedLike(homeUrl: string): (url: URL) => boolean {
  const { host } = new URL(homeUrl)
  const key = keyOf(homeUrl)
  return (url) => url.host === host || (key !== null && keyOf(url.href) === key)
}

function keyOf(url: string): string | null {
  const outlet = outletKeyOf(url)
  return outlet.ok ? outlet.key : null
}

function factsOf(opened: readonly Opened[], home: OutletText): OutletFacts {
  const read = opened.flatMap(({ url, role, text, observation }) =>
    text
      ? [
          {
            ...{ url: observation.finalUrl ?? url, role, text: text.text },
            followedDomains: text.outgoing.followedDomains,
          },
        ]
      : [],
  )
  return {
    pages: opened.map(({ url, role, failure }) => ({ url, role, failure })),
    warnings: outletWarnings(read),
    feeds: home.feeds,
    homeLinks: { out: home.outgoing.out, followedDomains: home.outgoing.followedDomains },
  }
}

async function record(look: TakenUp, facts: OutletFacts, now: Date) {
  await database().outletLook.updateMany({
    where: stillOurs(look),
    data: { state: 'done', at: now, facts: storable(facts), failure: null, nextTryAt: null },
  })
}

/** What an earlier look found stays: a page that does not answer today has not changed its prices. */
async function recordFailure(look: TakenUp, { observation, failure }: Opened, now: Date) {
  const isEmpty = observation.body.length === 0
  const mayPass = transientOf(observation, { isEmpty, isWall: false }) === true
  const minutes = mayPass ? TRY_AGAIN_AFTER_MINUTES[look.tries - 1] : undefined
  const nextTryAt = minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000)
  const { workspaceId, prospectId } = look
  await inTransaction(async (tx) => {
    const { count } = await tx.outletLook.updateMany({
      where: stillOurs(look),
      data: { state: 'failed', failure, at: now, nextTryAt },
    })
    if (count === 0 || !nextTryAt) return
    const group = new URL(look.homepage).host
    await enqueue(tx, 'look-at-outlet', { workspaceId, prospectId }, { group, startAfter: nextTryAt })
  })
}

function stillOurs({ workspaceId, prospectId, requestedAt, tries }: TakenUp) {
  return { workspaceId, prospectId, state: 'looking', requestedAt, tries }
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair. */
function storable(facts: OutletFacts): OutletFacts {
  const well = (_key: string, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
  return JSON.parse(JSON.stringify(facts, well))
}
