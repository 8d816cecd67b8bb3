import { CONTRIBUTION_KIND_TABLE, CONTRIBUTION_KINDS } from './contributions/contribution-kinds.ts'
import { CONTRIBUTION_STATE_TABLE, CONTRIBUTION_STATES } from './contributions/contribution-states.ts'
import { apart, event, type TimelineEvent } from './prospect-timeline-event.ts'
import { REQUEST_ENDING_TABLE, REQUEST_ENDINGS } from './requests/request-states.ts'
import { SAMPLE_STATE_TABLE, type SampleState } from './samples/sample-states.ts'

type Named = { name: string }

/** What there was with an outlet besides letters: samples, requests, work and promises. */
export type HistoryBeyondLetters = {
  samples?: readonly {
    id: string
    offeredAt: Date
    state: SampleState
    words: string
    item: Named
    contact: Named | null
    offeredBy: Named
  }[]
  requests?: readonly {
    id: string
    createdAt: Date
    topic: string
    question: string
    state: string
    closedReason: string | null
    body: string
    sentAt: Date | null
    sentBy: Named | null
  }[]
  work?: readonly {
    id: string
    createdAt: Date
    kind: string
    state: string
    title: string
    note: string
    publishedOn: Date | null
    publishedUrl: string | null
    owner: Named
  }[]
  /** What they or we promised; `settled` where it is owed no more. */
  promises?: readonly {
    id: string
    madeAt: Date
    whose: string
    words: string
    state: string
    settledAt: Date | null
    settledWhy: string
    contact: Named | null
    madeBy: Named
    settledBy: Named | null
  }[]
}

/** The events of all that, in no order. */
export function eventsBeyondLetters(history: HistoryBeyondLetters): TimelineEvent[] {
  return [
    ...(history.samples ?? []).map(giftEvent),
    ...(history.requests ?? []).flatMap(requestEvents),
    ...(history.work ?? []).flatMap(workEvents),
    ...(history.promises ?? []).flatMap(promiseEvents),
  ]
}

/** One event for a sample, from its offer on: its page has the days. */
function giftEvent(sample: Of<'samples'>): TimelineEvent {
  const { id, offeredAt, state, words, item, contact, offeredBy } = sample
  const whom = contact ? ` to ${apart(contact.name)}` : ''
  const stands = state === 'offered' ? '' : ` · ${SAMPLE_STATE_TABLE[state].label.toLowerCase()}`
  return event({
    ...{ key: `gift-${id}`, at: offeredAt, kind: 'gift', by: offeredBy.name, text: words },
    title: `Offered ${apart(item.name)}${whom}${stands}`,
    path: `/samples/${id}`,
  })
}

function requestEvents(request: Of<'requests'>): TimelineEvent[] {
  const { id, createdAt, topic, question, state, closedReason, body, sentAt, sentBy } = request
  const ending = REQUEST_ENDINGS.find((known) => state === 'closed' && known === closedReason)
  const path = `/requests/${id}`
  const came = event({
    ...{ key: `request-${id}`, at: createdAt, kind: 'request', text: question, path },
    title: `They asked for sources: ${apart(topic)}${ending ? ` · ${REQUEST_ENDING_TABLE[ending].label.toLowerCase()}` : ''}`,
  })
  if (sentAt === null) return [came]
  const title = `Answered their request: ${apart(topic)}`
  const by = sentBy?.name ?? null
  return [came, event({ key: `replied-${id}`, at: sentAt, kind: 'replied', title, text: body, path, by })]
}

function workEvents(work: Of<'work'>): TimelineEvent[] {
  const { id, createdAt, title, note, publishedOn, publishedUrl, owner } = work
  const kind = CONTRIBUTION_KINDS.find((known) => known === work.kind)
  const state = CONTRIBUTION_STATES.find((known) => known === work.state)
  const what = kind ? CONTRIBUTION_KIND_TABLE[kind].label : 'Work'
  const path = `/contributions/${id}`
  const stands =
    state && state !== 'published' ? ` · ${CONTRIBUTION_STATE_TABLE[state].label.toLowerCase()}` : ''
  const begun = event({
    ...{ key: `work-${id}`, at: createdAt, kind: 'work', by: owner.name, text: note, path },
    title: `${what} begun: ${apart(title)}${stands}`,
  })
  if (publishedOn === null) return [begun]
  const out = { at: publishedOn, kind: 'published', text: publishedUrl ?? '', path } as const
  return [begun, event({ ...out, key: `published-${id}`, title: `${what} out: ${apart(title)}` })]
}

function promiseEvents(promise: Of<'promises'>): TimelineEvent[] {
  const { id, whose, words, contact, state, settledAt, settledWhy, madeAt, madeBy, settledBy } = promise
  const who = contact ? apart(contact.name) : 'them'
  const [made, kept, released] =
    whose === 'ours'
      ? [`Promised to ${who}`, `Promise to ${who} kept`, `Promise to ${who} let go`]
      : [`Promised by ${who}`, `Promise of ${who} kept`, `Promise of ${who} let go`]
  const told = event({
    ...{ key: `promised-${id}`, at: madeAt, kind: 'promised', title: made, by: madeBy.name, text: words },
  })
  if (settledAt === null) return [told]
  const settled = event({
    ...{ key: `settled-${id}`, at: settledAt, kind: 'settled', title: state === 'kept' ? kept : released },
    ...{ by: settledBy?.name ?? null, text: settledWhy || words },
  })
  return [told, settled]
}

type Of<Name extends keyof HistoryBeyondLetters> = NonNullable<HistoryBeyondLetters[Name]>[number]
