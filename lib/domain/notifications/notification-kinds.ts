import type { Role } from '../roles.ts'

/** What one can be told by mail, in the order of the settings. */
export const NOTIFICATION_KINDS = ['reply', 'outcome', 'review', 'deadline', 'file', 'mailbox'] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

export const NOTIFICATION_WAYS = ['now', 'digest', 'never'] as const
export type NotificationWay = (typeof NOTIFICATION_WAYS)[number]

export const NOTIFICATION_WAY_LABELS: Readonly<Record<NotificationWay, string>> = {
  now: 'When it happens',
  digest: 'In the morning mail',
  never: 'Never by mail',
}

export type NotificationChoices = Readonly<Record<NotificationKind, NotificationWay>>

/** Somebody who wrote back waits for an answer. Everything else can wait until the morning. */
const AS_IT_COMES: NotificationChoices = {
  reply: 'now',
  outcome: 'digest',
  review: 'digest',
  deadline: 'digest',
  file: 'digest',
  mailbox: 'digest',
}

const CONCERNS: Readonly<Record<NotificationKind, readonly Role[]>> = {
  reply: ['owner', 'manager', 'writer'],
  outcome: ['owner', 'manager', 'writer', 'reviewer', 'viewer'],
  review: ['owner', 'manager', 'writer', 'reviewer', 'viewer'],
  deadline: ['owner', 'manager', 'writer'],
  file: ['owner', 'manager'],
  mailbox: ['owner', 'manager', 'writer'],
}

/** What can be told to this role at all. A viewer hears of outcomes and of reports that were approved, nothing else. */
export function kindsFor(role: Role): NotificationKind[] {
  return NOTIFICATION_KINDS.filter((kind) => CONCERNS[kind].includes(role))
}

/** A member's choices as they are stored; what was never chosen, or makes no sense, stays as it comes. */
export function choicesOf(stored: unknown): NotificationChoices {
  const chosen = (stored ?? {}) as Record<string, unknown>
  const ways: readonly unknown[] = NOTIFICATION_WAYS
  const wayOf = (kind: NotificationKind) => (ways.includes(chosen[kind]) ? chosen[kind] : AS_IT_COMES[kind])
  return Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, wayOf(kind)])) as NotificationChoices
}

/** The same choices, with nothing coming this way any more. */
export function withoutWay(choices: NotificationChoices, way: 'now' | 'digest'): NotificationChoices {
  const kept = NOTIFICATION_KINDS.map((kind) => [kind, choices[kind] === way ? 'never' : choices[kind]])
  return Object.fromEntries(kept) as NotificationChoices
}

type Words = { label: string; hint: string }

const WORDS: Readonly<Record<NotificationKind, Words>> = {
  reply: { label: 'A reply came', hint: 'To a letter of yours. The mail names who wrote, never what.' },
  outcome: { label: 'An outcome changed', hint: 'A link was found, or two looks found it gone.' },
  review: {
    label: 'Something waits for you to read it, or came back',
    hint: 'A letter or a report to review; yours, once somebody has read it.',
  },
  deadline: { label: 'A deadline is near', hint: 'An open request that ends within a day.' },
  file: { label: 'A file is ready', hint: 'An import or an export that you started.' },
  mailbox: { label: 'A mailbox failed', hint: 'One of yours cannot be read, or may not send.' },
}

/** What the settings say of a kind: a customer's review is the agency's approved report. */
export function kindWords(kind: NotificationKind, role: Role): Words {
  if (kind === 'review' && role === 'viewer')
    return { label: 'A report is ready', hint: 'One for your site was approved.' }
  return WORDS[kind]
}
