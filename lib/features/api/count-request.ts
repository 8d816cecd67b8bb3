import { database } from '#lib/server/database.ts'

/** So many requests a minute may come with one token. */
export const REQUESTS_PER_MINUTE = 300
const MINUTE_MS = 60_000

export type RequestCount = { isTooMany: boolean; left: number; resetsInSeconds: number }

/**
 * Counts one request of a token, in the database: every web server counts the same. The row also says when the token was
 * last used, to the minute.
 */
export async function countRequest(
  { workspaceId, tokenId }: { workspaceId: string; tokenId: string },
  now: Date,
): Promise<RequestCount> {
  const minuteAt = new Date(Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS)
  const used = await countIn(minuteAt, { workspaceId, id: tokenId })
  return {
    isTooMany: used > REQUESTS_PER_MINUTE,
    left: Math.max(0, REQUESTS_PER_MINUTE - used),
    resetsInSeconds: Math.ceil((minuteAt.getTime() + MINUTE_MS - now.getTime()) / 1000),
  }
}

async function countIn(minuteAt: Date, it: { workspaceId: string; id: string }): Promise<number> {
  const db = database()
  const goOn = () =>
    db.apiToken.updateManyAndReturn({
      where: { ...it, minuteAt: { gte: minuteAt } },
      data: { minuteUsed: { increment: 1 } },
      select: { minuteUsed: true },
    })
  const [counted] = await goOn()
  if (counted) return counted.minuteUsed
  const { count } = await db.apiToken.updateMany({
    where: { ...it, OR: [{ minuteAt: null }, { minuteAt: { lt: minuteAt } }] },
    data: { minuteAt, minuteUsed: 1 },
  })
  if (count > 0) return 1
  // Another request began the minute in between.
  const [after] = await goOn()
  return after?.minuteUsed ?? 1
}
