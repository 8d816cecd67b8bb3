/** What can lie in the trash, in the words people read. */
export const TRASH_KINDS = [
  'site',
  'campaign',
  'prospect',
  'contact',
  'reading',
  'pitch',
  'touch',
  'mention',
] as const
export type TrashKind = (typeof TRASH_KINDS)[number]

export const TRASH_DAYS = 30

export const TRASH_KIND_LABELS: Record<TrashKind, string> = {
  site: 'Site',
  campaign: 'Campaign',
  prospect: 'Prospect',
  contact: 'Contact',
  reading: 'Reading note',
  pitch: 'Pitch',
  touch: 'Touch',
  mention: 'Mention',
}
