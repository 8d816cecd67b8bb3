import { type Answer, blankAnswer } from './answer.ts'
import { AnswerReader } from './answer-reader.ts'
import { BodyRoom } from './body-room.ts'
import { Connection, type Connections, type ConnectOptions } from './connections.ts'
import { type Deadline, outOfTime } from './deadline.ts'
import type { HostPace } from './host-pace.ts'

export const PRODUCT = 'RapportLinkCheck'
const VERSION = '0.1'
/** Said where nobody has put up a page about our looks: the command line on somebody's own machine. */
const NO_PAGE_ABOUT_US = 'a link check run by hand'

/** POST is for webhooks; pages are only ever read. */
type Method = 'GET' | 'HEAD' | 'POST'

export type ExchangeOptions = ConnectOptions & {
  headersTimeoutMs?: number
  maxBytes?: number
  maxWireBytes?: number
  /** Where people can read about our looks; part of the User-Agent. */
  aboutUrl?: string
  /** Where connections wait for the next request; without it each request has its own. */
  connections?: Connections
  /** Whose turn it is at a host, for what is asked beside the page. */
  pace?: HostPace
  /** The look's right to hold a large body. */
  room?: BodyRoom
}

/** Sends one request and reads the answer within all bounds. Never throws. */
export async function exchange(
  url: URL,
  method: Method,
  options: ExchangeOptions,
  deadline: Deadline,
  headers: Record<string, string> = {},
  body?: string,
): Promise<Answer> {
  if (deadline.isOver) return { ...blankAnswer(), failure: 'timeout', detail: 'overall' }
  const ask = async () => {
    const waiting = options.connections?.take(url, options)
    if (waiting) {
      const answer = await exchangeOn(waiting, url, method, options, deadline, headers, body)
      // Its server may have hung up just before: that says nothing about the page.
      if (answer.status !== null || answer.failure !== 'reset') return answer
    }
    return exchangeOn(new Connection(url, options), url, method, options, deadline, headers, body)
  }
  return options.pace ? options.pace.inTurn(url.host, deadline, ask) : ask()
}

async function exchangeOn(
  connection: Connection,
  url: URL,
  method: Method,
  options: ExchangeOptions,
  deadline: Deadline,
  headers: Record<string, string>,
  body?: string,
): Promise<Answer> {
  const room = options.room ?? new BodyRoom()
  const limits = {
    maxBytes: options.maxBytes ?? 5_000_000,
    maxWireBytes: options.maxWireBytes ?? 10_000_000,
    headersTimeoutMs: options.headersTimeoutMs ?? 10_000,
  }
  const reader = new AnswerReader(connection, limits, room)
  const takeBack = deadline.onOver(() => reader.stop(outOfTime()))
  try {
    connection.client.dispatch(
      {
        path: url.pathname + url.search,
        method,
        headers: { ...requestHeaders(options.aboutUrl), ...headers },
        ...(body === undefined ? {} : { body }),
      },
      reader,
    )
    return await reader.answer
  } finally {
    takeBack()
    if (!options.room) room.leave()
    if (reader.isWhole && options.connections) options.connections.giveBack(connection)
    else connection.close()
  }
}

function requestHeaders(aboutUrl: string | undefined): Record<string, string> {
  return {
    'user-agent': `${PRODUCT}/${VERSION} (${aboutUrl ? `+${aboutUrl}` : NO_PAGE_ABOUT_US})`,
    accept: 'text/html,application/xhtml+xml;q=0.9,text/plain;q=0.8,*/*;q=0.1',
    'accept-encoding': 'gzip, deflate, br',
    'accept-language': 'en,*;q=0.5',
  }
}
