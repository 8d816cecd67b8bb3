import type { FormatRule } from './format-rule.ts'
import type { ImportField } from './import-fields.ts'

const AHREFS_PAGE: Record<string, ImportField> = {
  'referring page url': 'mention.sourceUrl',
  author: 'contact.name',
}

const AHREFS_LINK: Record<string, ImportField> = {
  ...AHREFS_PAGE,
  'target url': 'mention.targetUrl',
  anchor: 'mention.anchor',
  'left context': 'mention.before',
  'right context': 'mention.after',
  nofollow: 'mention.nofollow',
  ugc: 'mention.ugc',
  sponsored: 'mention.sponsored',
  'lost status': 'mention.lost',
  'drop reason': 'mention.lostReason',
  'first seen': 'mention.firstSeen',
  lost: 'mention.lost',
}

const MAJESTIC_METRICS = ['flagmention', 'flagredirect', 'sourcecitationflow', 'sourcetrustflow', 'acrank']

/** Exports of link indexes, by the headers their files really have. The first that fits counts. */
export const LINK_FORMAT_RULES: readonly FormatRule[] = [
  { format: 'ahrefs-link-intersect', has: ['referring page url', 'intersect'], columns: AHREFS_PAGE },
  {
    format: 'ahrefs-broken-backlinks',
    has: ['referring page url', 'target url', 'target page http code'],
    columns: AHREFS_LINK,
  },
  { format: 'ahrefs-backlinks', has: ['referring page url', 'target url'], columns: AHREFS_LINK },
  {
    format: 'ahrefs-referring-domains',
    has: ['domain'],
    oneOf: [['dofollow ref. domains', 'links to target', 'dofollow linked domains', 'dofollow links']],
    columns: { domain: 'prospect.url' },
  },
  {
    format: 'semrush-backlinks',
    has: ['source url', 'target url', 'anchor'],
    oneOf: [['page ascore', 'source title', 'lost link', 'external links']],
    columns: {
      'source url': 'mention.sourceUrl',
      'target url': 'mention.targetUrl',
      anchor: 'mention.anchor',
      nofollow: 'mention.nofollow',
      sponsored: 'mention.sponsored',
      ugc: 'mention.ugc',
      'first seen': 'mention.firstSeen',
      'lost link': 'mention.lost',
    },
  },
  {
    format: 'semrush-referring-domains',
    has: ['domain ascore', 'domain'],
    columns: { domain: 'prospect.url' },
  },
  {
    format: 'moz-top-pages',
    has: ['url', 'title', 'pa'],
    lacks: ['target url'],
    oneOf: [['linking domains to page', 'total links']],
    columns: {},
  },
  {
    format: 'moz-inbound',
    has: ['url', 'target url'],
    oneOf: [
      ['anchor text', 'link type', 'link state'],
      ['pa', 'da', 'spam score'],
    ],
    columns: {
      url: 'mention.sourceUrl',
      'target url': 'mention.targetUrl',
      'anchor text': 'mention.anchor',
      'link type': 'mention.rel',
      'link state': 'mention.lost',
      'date first seen': 'mention.firstSeen',
      'date lost': 'mention.lost',
    },
  },
  {
    format: 'majestic-backlinks',
    has: ['source url', 'target url', 'flagnofollow'],
    columns: {
      'source url': 'mention.sourceUrl',
      'target url': 'mention.targetUrl',
      'anchor text': 'mention.anchor',
      'source first found date': 'mention.firstSeen',
      flagnofollow: 'mention.nofollow',
      flagmention: 'mention.unlinked',
      flagdeleted: 'mention.lost',
    },
  },
  {
    format: 'majestic-backlinks',
    has: ['sourceurl', 'targeturl'],
    oneOf: [MAJESTIC_METRICS],
    columns: {
      sourceurl: 'mention.sourceUrl',
      targeturl: 'mention.targetUrl',
      anchortext: 'mention.anchor',
      firstindexeddate: 'mention.firstSeen',
      flagnofollow: 'mention.nofollow',
      flagmention: 'mention.unlinked',
      flagdeleted: 'mention.lost',
      datelost: 'mention.lost',
      reasonlost: 'mention.lostReason',
    },
  },
  {
    // The headers are not certain, so a few of the aliases are enough, where nothing looks like a person's own sheet.
    format: 'ahrefs-content-explorer',
    has: [],
    lacks: ['email', 'e-mail', 'status', 'contact', 'notes'],
    oneOf: [
      ['url', 'content url', 'page url'],
      ['title', 'content title'],
    ],
    some: {
      least: 2,
      of: [
        'dr',
        'domain rating',
        'ur',
        'referring domains',
        'rd',
        'page traffic',
        'organic traffic',
        'traffic',
        'traffic value',
        'value',
        'site traffic',
        'words',
        'word count',
        'republished',
      ],
    },
    columns: {
      url: 'mention.sourceUrl',
      'content url': 'mention.sourceUrl',
      'page url': 'mention.sourceUrl',
      author: 'contact.name',
    },
  },
]
