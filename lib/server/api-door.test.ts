import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { refuseAtApiDoor } from './api-door.ts'

const server = createServer((request, response) => {
  if (!refuseAtApiDoor(request, response)) response.end('on to Next')
})
let port: number
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  port = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

/** What comes back for a line as it is, whatever a client's library would make of it. */
function answerTo(line: string): Promise<string> {
  return new Promise((done, fail) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
    )
    socket.on('data', (piece) => {
      text += piece.toString()
    })
    socket.on('end', () => done(text))
    socket.on('error', fail)
  })
}

it.each([
  ['a method nobody knows', 'PROPFIND /api/v1/prospects', 501, 'unknown-method'],
  ['a trace', 'TRACE /api/v1', 501, 'unknown-method'],
  ['an address that is no text', 'GET /api/v1/%E0%A4%A', 400, 'bad-request'],
  ['an address with an empty part', 'GET /api/v1//prospects', 404, 'not-there'],
  ['an address with a way round', 'GET /api/v1/\\prospects', 404, 'not-there'],
])('%s is answered by RFC 9457', async (_, line, status, kind) => {
  const answer = await answerTo(line)
  expect(answer).toContain(`HTTP/1.1 ${status} `)
  expect(answer).toContain('content-type: application/problem+json; charset=utf-8')
  expect(answer).toContain(`"type":"urn:rapport:problem:${kind}"`)
  expect(answer.includes('allow: GET, HEAD, POST')).toBe(status === 501)
})

it.each(['GET /api/v1/prospects?q=%E0', 'DELETE /api/v1/me', 'PROPFIND /w/demo', 'GET /api/v1x/%E0'])(
  '%s is for others to answer',
  async (line) => {
    expect(await answerTo(line)).toContain('on to Next')
  },
)
