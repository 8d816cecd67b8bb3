import type { FormatRule } from './format-rule.ts'

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
      notes: 'notes',
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
