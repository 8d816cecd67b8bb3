import { hostOf } from './mention-question.ts'

/**
 * Looks at pages of one host come one after the other, so that more of them on their way at once would only stand in the
 * queue, and be taken for lost.
 */
const ON_THEIR_WAY_PER_HOST = 40
/** So far into what waits it is searched for pages of hosts that have room. */
const SEARCHED_MAX = 5000

type Page = { id: string; url: string }
export type HostRoom = { choose(pages: readonly Page[], atMost: number): Page[] }

/** Keeps count of the looks on their way to each host. One that asked to be left alone has no room. */
export function hostRoom(
  onTheirWay: readonly { url: string }[],
  atRest: ReadonlySet<string> = new Set(),
): HostRoom {
  const taken = new Map<string, number>()
  const isTaken = (url: string) => {
    const host = hostOf(url)
    const before = taken.get(host) ?? 0
    if (before >= ON_THEIR_WAY_PER_HOST || atRest.has(host)) return false
    taken.set(host, before + 1)
    return true
  }
  for (const { url } of onTheirWay) isTaken(url)
  return {
    choose(pages, atMost) {
      const chosen: Page[] = []
      for (const page of pages) if (chosen.length < atMost && isTaken(page.url)) chosen.push(page)
      return chosen
    },
  }
}

/** Asks for up to `share` looks from what waits, first things first, passing over hosts that have no room. @returns how many */
export async function askWithin(
  share: number,
  room: HostRoom,
  waiting: AsyncIterable<Page[]>,
  ask: (pages: Page[]) => Promise<number>,
): Promise<number> {
  if (share <= 0) return 0
  let asked = 0
  let searched = 0
  for await (const batch of waiting) {
    const chosen = room.choose(batch, share - asked)
    const granted = await ask(chosen)
    asked += granted
    searched += batch.length
    // Fewer than chosen: somebody else has used the hour up meanwhile.
    if (asked >= share || granted < chosen.length || searched >= SEARCHED_MAX) break
  }
  return asked
}
