/** What a field of a request is for, whatever the service calls it. */
export type RequestField =
  | 'title'
  | 'journalist'
  | 'replyTo'
  | 'outlet'
  | 'outletSite'
  | 'category'
  | 'deadline'
  | 'deadlineTime'
  | 'zone'
  | 'query'
  | 'requirements'

/** The labels services and journalists put before a colon, folded. */
const LABELS: Readonly<Record<RequestField, readonly string[]>> = {
  title: [
    ...['summary', 'title', 'query title', 'headline', 'call out', 'callout', 'call-out', 'opportunity'],
    ...['source request', 'request', 'request title', 'topic', 'story', 'working title', 'story idea'],
  ],
  journalist: [
    ...['name', 'journalist', 'reporter', 'journalist name', 'reporter name', 'contact name', 'contact'],
    ...['writer', 'author', 'posted by', 'from the journalist', 'requested by', 'producer', 'editor'],
  ],
  replyTo: [
    ...['email', 'e-mail', 'reply to', 'reply-to', 'reply email', 'respond to', 'contact email', 'send to'],
    ...['pitch to', 'pitch here', 'respond here', 'respond at', 'reply here', 'how to respond', 'pitch link'],
    ...['send answers to', 'answer here', 'respond', 'reply', 'apply'],
  ],
  outlet: [
    ...[
      'media outlet',
      'outlet',
      'publication',
      'media',
      'publisher',
      'published by',
      'media name',
      'magazine',
    ],
    ...['newspaper', 'show', 'podcast', 'station', 'for'],
  ],
  outletSite: ['media website', 'website', 'publication url', 'outlet url', 'outlet website', 'media url'],
  category: ['category', 'expertise', 'industry', 'sector', 'tags', 'topics', 'beat'],
  deadline: [
    ...['deadline', 'due', 'deadline date', 'due date', 'closing date', 'closes', 'needed by', 'respond by'],
    ...['expires', 'expiry', 'response deadline', 'pitch deadline', 'closing', 'reply by'],
  ],
  deadlineTime: ['deadline time', 'time', 'closing time'],
  zone: ['time zone', 'timezone', 'deadline time zone', 'deadline timezone'],
  query: [
    ...['query', 'details', 'description', 'the request', 'request details', 'query details', 'full query'],
    ...['message', 'what i need', 'questions', 'question', 'looking for', 'call out details', 'the story'],
    ...['about the story', 'brief', 'seeking'],
  ],
  requirements: [
    ...['requirements', 'requirement', 'criteria', 'conditions', 'who should respond', 'source requirements'],
    ...[
      'ideal source',
      'type of source',
      'preferred source',
      'location',
      'region',
      'must have',
      'please note',
    ],
    ...['note', 'notes', 'restrictions', 'rules', 'source must'],
  ],
}

const FIELDS: ReadonlyMap<string, RequestField> = new Map(
  (Object.keys(LABELS) as RequestField[]).flatMap((field) => LABELS[field].map((label) => [label, field])),
)
/** No label is longer; a line of megabytes is looked at no further. */
const READ_CHARACTERS = 90
const LABEL_LINE =
  /^[\s>*•#|-]{0,10}(\d{1,3}\s?[.)]\s{0,4})?[*_]{0,2}([\p{L}][\p{L} /-]{1,28})[*_]{0,2}\s{0,3}[:\uFF1A][*_]{0,2}\s{0,4}/u

/** A line that begins with a label: which field it is, how it is written, whether it is numbered, where its value begins. */
export type LabelLine = { field: RequestField; label: string; isNumbered: boolean; valueAt: number }

export function readLabel(line: string): LabelLine | null {
  const start = line.slice(0, READ_CHARACTERS)
  // Most lines have no colon: they are known at a glance.
  const match = start.includes(':') || start.includes('\uFF1A') ? LABEL_LINE.exec(start) : null
  if (!match) return null
  const label = (match[2] ?? '').toLowerCase().replace(/\s+/g, ' ').trim()
  const field = FIELDS.get(label)
  return field ? { field, label, isNumbered: match[1] !== undefined, valueAt: match[0].length } : null
}

const RULE = /^[\s>]{0,10}(?:[-*=_~#\u2500\u2550\u2014\u2013.]\s?){4,}\s*$/
const BACK = /^[\s>*([-]{0,10}(?:back to (?:the )?(?:top|category|index)\b|return to top\b)/i

/** A line that only parts one thing from the next. */
export function isDivider(line: string): boolean {
  const start = line.slice(0, READ_CHARACTERS)
  if (start === '') return false
  return (
    (RULE.test(start) && /^[-*=_~#\s\u2500\u2550\u2014\u2013.]*$/.test(line.slice(0, 400))) ||
    BACK.test(start)
  )
}
