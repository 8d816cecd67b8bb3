import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerProgram } from '#lib/features/api/answer-program.ts'

/** The API behind a real port, as at a moment, with what was asked of it. */
export async function aProgramServer(now: Date) {
  const asked: { method: string; path: string }[] = []
  const server = createServer(async (incoming, outgoing) => {
    asked.push({ method: incoming.method ?? '', path: incoming.url ?? '' })
    const pieces: Buffer[] = []
    for await (const piece of incoming) pieces.push(piece as Buffer)
    const request = new Request(`http://rapport.test${incoming.url}`, {
      method: incoming.method ?? 'GET',
      headers: Object.entries(incoming.headers).map(([name, value]): [string, string] => [
        name,
        String(value),
      ]),
      ...(pieces.length > 0 ? { body: Buffer.concat(pieces) } : {}),
    })
    const answer = await answerProgram(request, { now, peer: '192.0.2.8' })
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers))
    outgoing.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () => new Promise((done) => server.close(done)),
  }
}
