export const TOUCH_KINDS = [
  'commented',
  'shared',
  'met',
  'linked',
  'introduced',
  'bought',
  'thanked',
  'helped',
  'other',
] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]

/**
 * Contacts outside mail, as a person would tell them. `sentence` goes after a member's name: "Ana shared their work".
 * `gives`: it is something we did for them.
 */
export const TOUCH_KIND_TABLE: Readonly<
  Record<TouchKind, { label: string; sentence: string; gives: boolean }>
> = {
  commented: { label: 'Commented', sentence: 'commented on their work', gives: true },
  shared: { label: 'Shared', sentence: 'shared their work', gives: true },
  met: { label: 'Met', sentence: 'met them', gives: false },
  linked: { label: 'Linked to them', sentence: 'linked to them', gives: true },
  introduced: { label: 'Introduced', sentence: 'introduced them to somebody', gives: true },
  bought: { label: 'Bought from them', sentence: 'bought something of theirs', gives: true },
  thanked: { label: 'Thanked', sentence: 'thanked them', gives: true },
  helped: { label: 'Helped', sentence: 'helped them with something', gives: true },
  other: { label: 'Something else', sentence: 'was in touch', gives: false },
}
