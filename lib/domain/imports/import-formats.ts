import type { ImportField } from './import-fields.ts'

export type FormatFacts = {
  label: string
  /** Why nothing of such a file is imported, for people. */
  refusal?: string
  /** What the exporter says of each page by listing it. */
  claims?: 'linked'
  /** A row without this is refused. */
  needs?: ImportField
  /** Rapport wrote it: what was kept from being calculated is read back. */
  isOurs?: true
}

const OWN_PAGES =
  'This file lists your own pages, not the pages that link to you, so there is nobody in it to write to.'

/** Every format that is told apart, in the words of the import page. Headers: `format-rules.ts`. */
export const IMPORT_FORMAT_TABLE = {
  'ahrefs-backlinks': { label: 'Ahrefs, backlinks', claims: 'linked', needs: 'mention.sourceUrl' },
  'ahrefs-broken-backlinks': {
    label: 'Ahrefs, broken backlinks',
    claims: 'linked',
    needs: 'mention.sourceUrl',
  },
  'ahrefs-link-intersect': { label: 'Ahrefs, link intersect', needs: 'mention.sourceUrl' },
  'ahrefs-referring-domains': { label: 'Ahrefs, referring domains', needs: 'prospect.url' },
  'ahrefs-content-explorer': { label: 'Ahrefs, Content Explorer', needs: 'mention.sourceUrl' },
  'semrush-backlinks': { label: 'Semrush, backlinks', claims: 'linked', needs: 'mention.sourceUrl' },
  'semrush-referring-domains': { label: 'Semrush, referring domains', needs: 'prospect.url' },
  'moz-inbound': { label: 'Moz, inbound links', claims: 'linked', needs: 'mention.sourceUrl' },
  'moz-top-pages': {
    label: 'Moz, top pages',
    refusal: `${OWN_PAGES} In Moz, export "Inbound Links" instead.`,
  },
  'majestic-backlinks': { label: 'Majestic, backlinks', claims: 'linked', needs: 'mention.sourceUrl' },
  'gsc-sites': { label: 'Search Console, top linking sites', needs: 'prospect.url' },
  'gsc-latest-links': { label: 'Search Console, latest links', needs: 'mention.sourceUrl' },
  'gsc-sample-links': { label: 'Search Console, more sample links', needs: 'mention.sourceUrl' },
  'gsc-top-linked-pages': {
    label: 'Search Console, top linked pages',
    refusal: `${OWN_PAGES} In Search Console, export "Top linking sites" or "Latest links" instead.`,
  },
  'gsc-linking-text': {
    label: 'Search Console, top linking text',
    refusal:
      'This file lists words of links without the pages they are on, so there is nothing to look at. In Search Console, export "Latest links" instead.',
  },
  hunter: { label: 'Hunter', needs: 'contact.email' },
  'buzzstream-link-partners': { label: 'BuzzStream, link partners', claims: 'linked' },
  'buzzstream-people': { label: 'BuzzStream, people' },
  'base-me': { label: 'Base.me', needs: 'mention.sourceUrl' },
  linksentinel: { label: 'LinkSentinel', claims: 'linked', needs: 'mention.sourceUrl' },
  'google-contacts': { label: 'Google Contacts' },
  outlook: { label: 'Outlook contacts' },
  'linkedin-connections': { label: 'LinkedIn connections' },
  vcard: { label: 'Contact cards (vCard)' },
  'rapport-prospects': { label: 'Rapport, prospects', isOurs: true },
  'rapport-contacts': { label: 'Rapport, people', isOurs: true },
  'rapport-mentions': { label: 'Rapport, mentions', needs: 'mention.pageUrl', isOurs: true },
  spreadsheet: { label: 'Your own sheet' },
  unknown: { label: 'Not recognised' },
} as const satisfies Record<string, FormatFacts>

export type ImportFormat = keyof typeof IMPORT_FORMAT_TABLE

export function formatFacts(format: ImportFormat): FormatFacts {
  return IMPORT_FORMAT_TABLE[format]
}
