/**
 * What a webhook can be told: a closed list. `when` says in words when it is sent; `data` says what is in it besides `id` and `link`:
 * ids, kinds and dates. Never words of a letter, a name or an address: whoever wants more asks the API, as who they are.
 */
export const EVENT_TYPES = {
  'mention.recorded': {
    label: 'A mention was recorded',
    when: 'A page was written down as a mention, by a person, an import or a feed.',
    of: 'the mention',
    data: { siteId: 'whose mention it is', outcome: 'what is known of it', foundBy: 'who found it' },
  },
  'mention.outcome_changed': {
    label: 'The outcome of a mention changed',
    when: 'A look, or a person, came to another verdict than before.',
    of: 'the mention',
    data: { siteId: 'whose mention it is', from: 'the outcome before', to: 'the outcome now' },
  },
  'pitch.answered': {
    label: 'Somebody answered a pitch',
    when: 'An answer came in, or was logged by hand.',
    of: 'the pitch',
    data: { siteId: 'whom the pitch is for', messageId: 'the answer' },
  },
  'follow_up.due': {
    label: 'A follow-up is due',
    when: 'Its day has begun where the contact lives.',
    of: 'the follow-up',
    data: { siteId: 'whom the pitch is for', pitchId: 'which pitch', dueOn: 'the day' },
  },
  'promise.due': {
    label: 'A promise is due',
    when: 'Its day has begun, in UTC.',
    of: 'the promise',
    data: {
      siteId: 'of the conversation it was made in, or null',
      prospectId: 'which outlet',
      whose: 'ours or theirs',
      dueOn: 'the day',
    },
  },
  'request.due': {
    label: 'A request’s deadline is near',
    when: 'A day before the deadline of an open request.',
    of: 'the request',
    data: { siteId: 'whose answer it is, or null', deadlineAt: 'the deadline' },
  },
} as const
export type EventType = keyof typeof EVENT_TYPES
export const EVENT_TYPE_NAMES = Object.keys(EVENT_TYPES) as [EventType, ...EventType[]]

/** Sent when somebody asks for it, whatever the webhook is told otherwise. */
export const TEST_EVENT = 'rapport.test'

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(EVENT_TYPES, text)
}

/** What a type is called on the screen; one of a version that is gone by its own name. */
export function eventLabel(type: string): string {
  if (type === TEST_EVENT) return 'A test'
  return isEventType(type) ? EVENT_TYPES[type].label : type
}

type Told = { type: string; data: Readonly<Record<string, unknown>> }

/** Where people see the thing: a path within the workspace. */
export function eventPath({ type, data }: Told): string {
  const id = String(data.id)
  if (type.startsWith('mention.')) return `/mentions/${id}`
  if (type === 'pitch.answered') return `/pitches/${id}`
  if (type === 'follow_up.due') return `/pitches/${String(data.pitchId)}`
  if (type === 'promise.due') return `/prospects/${String(data.prospectId)}`
  if (type === 'request.due') return `/requests/${id}`
  return `/settings/webhooks/${id}`
}

/** The bytes that are signed and sent: the same at every try. @param home the workspace's address, without a slash at its end */
export function eventBody({ type, data, at }: Told & { at: Date }, home: string): string {
  const { id, ...more } = data
  return JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: { id, ...more, link: `${home}${eventPath({ type, data })}` },
  })
}
