import type { FormatRule } from './format-rule.ts'
import type { ImportFormat } from './import-formats.ts'

/** Files that Rapport wrote: lib/features/exports. Their first header says so. */
export const OWN_FORMAT_RULES: readonly FormatRule[] = [
  {
    format: 'rapport-prospects',
    has: ['rapport prospect', 'outlet', 'website'],
    columns: {
      outlet: 'prospect.name',
      website: 'prospect.url',
      kind: 'prospect.kind',
      tags: 'tags',
      country: 'prospect.country',
      language: 'prospect.language',
      'looked after by': 'prospect.owner',
      'why they would care': 'prospect.whyCare',
      notes: 'notes',
      guidelines: 'prospect.guidelines',
      'guidelines page': 'prospect.guidelinesUrl',
      'guidelines note': 'prospect.guidelinesNote',
      'not for us since': 'prospect.notForUsAt',
      'not for us because': 'prospect.notForUsReason',
      'outlet key': 'prospect.key',
    },
  },
  {
    format: 'rapport-contacts',
    has: ['rapport contact', 'name', 'e-mail'],
    columns: {
      name: 'contact.name',
      role: 'contact.role',
      'e-mail': 'contact.email',
      'more e-mail': 'contact.email',
      'address found on': 'contact.emailFoundOn',
      'contact form': 'contact.url',
      outlet: 'prospect.name',
      website: 'prospect.url',
      tags: 'tags',
      notes: 'notes',
    },
  },
  {
    format: 'rapport-mentions',
    has: ['rapport mention', 'page', 'our page'],
    columns: {
      page: 'mention.pageUrl',
      'our page': 'mention.targetUrl',
      'came about': 'mention.provenance',
      outlet: 'prospect.name',
      notes: 'notes',
    },
  },
]

/** Columns of those files that nothing is read from: what Rapport works out itself, and what has no place to go to. */
const NOT_READ: Partial<Record<ImportFormat, readonly string[]>> = {
  'rapport-prospects': [
    'rapport prospect',
    'stage',
    'mentions',
    'with a link',
    'added',
    'last touch',
    'next touch',
  ],
  'rapport-contacts': [
    'rapport contact',
    'address found',
    'says no unsolicited mail',
    'direct message',
    'other ways',
    'more outlets',
    'country',
    'time zone',
    'writes as',
    'pages',
    'added',
  ],
}

/** Whether a column of a file of ours is one every such file has, and so no field of a workspace's own. */
export function isFixedColumn(format: ImportFormat, key: string): boolean {
  const rule = OWN_FORMAT_RULES.find((each) => each.format === format)
  return (rule !== undefined && Object.hasOwn(rule.columns, key)) || (NOT_READ[format] ?? []).includes(key)
}
