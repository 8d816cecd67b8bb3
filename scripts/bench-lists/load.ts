import { Agent, request } from 'undici'

export type Figures = { median: number; p95: number; perSecond: number }

const WARM_UP = 30

/** Asks for one address again and again with so many clients at once; how long each answer took, in milliseconds. */
export async function timesOf(
  url: string,
  cookie: string,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<number[]> {
  const agent = new Agent({ connections: clients, pipelining: 1 })
  const once = async () => {
    const began = performance.now()
    const answer = await request(url, { dispatcher: agent, headers: { cookie, 'accept-encoding': 'gzip' } })
    await answer.body.dump({ limit: 64 * 1024 * 1024 })
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
    return performance.now() - began
  }
  for (let n = 0; n < WARM_UP; n += 1) await once()
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) times.push(await once())
    }),
  )
  await agent.close()
  return times
}

export function figuresOf(times: readonly number[], seconds: number): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { median: at(0.5), p95: at(0.95), perSecond: times.length / seconds }
}

/** How long a download takes until its first byte and as a whole, in milliseconds, and how large it is. */
export async function downloadTimes(url: string, cookie: string) {
  const began = performance.now()
  const answer = await request(url, { headers: { cookie }, headersTimeout: 60_000, bodyTimeout: 60_000 })
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}`)
  let firstByte = 0
  let bytes = 0
  let lines = 0
  for await (const chunk of answer.body as AsyncIterable<Buffer>) {
    if (bytes === 0) firstByte = performance.now() - began
    bytes += chunk.length
    for (const byte of chunk) if (byte === 10) lines += 1
  }
  return { firstByte, whole: performance.now() - began, bytes, lines }
}
