export const TOUCH_KINDS = [
  'commented',
  'shared',
  'met',
  'linked',
  'bought',
  'thanked',
  'helped',
  'other',
] as const
export type TouchKind = (typeof TOUCH_KINDS)[number]

/** Contacts outside mail, as a person would tell them. `sentence` goes after a member's name: "Ana shared their work". */
export const TOUCH_KIND_TABLE: Readonly<Record<TouchKind, { label: string; sentence: string }>> = {
  commented: { label: 'Commented', sentence: 'commented on their work' },
  shared: { label: 'Shared', sentence: 'shared their work' },
  met: { label: 'Met', sentence: 'met them' },
  linked: { label: 'Linked to them', sentence: 'linked to them' },
  bought: { label: 'Bought from them', sentence: 'bought something of theirs' },
  thanked: { label: 'Thanked', sentence: 'thanked them' },
  helped: { label: 'Helped', sentence: 'helped them with something' },
  other: { label: 'Something else', sentence: 'was in touch' },
}
