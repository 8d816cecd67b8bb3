/** What can lie in the trash, in the words people read. */
export const TRASH_KINDS = [
  'site',
  'campaign',
  'prospect',
  'contact',
  'reading',
  'pitch',
  'touch',
  'sample',
  'sample-item',
  'promise',
  'mention',
  'request',
  'contribution',
  'insight',
  'customer-report',
] as const
export type TrashKind = (typeof TRASH_KINDS)[number]

/** What one entry of the trash holds; "prospects" are many that were moved at once. */
export type TrashEntryKind = TrashKind | 'prospects'

export const TRASH_DAYS = 30

export const TRASH_KIND_LABELS: Record<TrashEntryKind, string> = {
  site: 'Site',
  campaign: 'Campaign',
  prospect: 'Prospect',
  prospects: 'Prospects',
  contact: 'Contact',
  reading: 'Reading note',
  pitch: 'Pitch',
  touch: 'Touch',
  sample: 'Sample',
  'sample-item': 'Item to give away',
  promise: 'Promise',
  mention: 'Mention',
  request: 'Request',
  contribution: 'Work with an outlet',
  insight: 'Insight',
  'customer-report': 'Report for a customer',
}
