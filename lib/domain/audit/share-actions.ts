import { aFormat, aHash, aName, anId, count, NOTHING, names } from './audit-details.ts'

/** Doors that were opened to people, or programs, who do not sign in; and shut again. */
export const SHARE_ACTIONS = {
  'press-page.opened': { words: 'opened a press page', of: 'press-page', details: NOTHING },
  'press-page.renewed': { words: 'gave a press page a new address', of: 'press-page', details: NOTHING },
  'press-page.closed': { words: 'closed a press page', of: 'press-page', details: NOTHING },
  'press-embed.opened': {
    words: 'let other pages show a site\u2019s press',
    of: 'press-page',
    details: NOTHING,
  },
  'press-embed.closed': {
    words: 'stopped other pages from showing a site\u2019s press',
    of: 'press-page',
    details: NOTHING,
  },
  'calendar-link.made': { words: 'made a calendar link', of: 'calendar-link', details: NOTHING },
  'calendar-link.ended': { words: 'ended a calendar link', of: 'calendar-link', details: NOTHING },
  // Of an invitation, a calendar, a mail that was to stop: purpose says of which. why: used, revoked, expired.
  'secret-link.refused': {
    words: 'was refused at a link that works no more',
    of: 'secret-link',
    details: { purpose: aName, why: aName },
  },
  'report.approved': { words: 'approved a report', of: 'report', details: NOTHING },
  'report.exported': { words: 'took a report as a file', of: 'report', details: { format: aFormat } },
  'report.evidence': {
    words: 'took the evidence of a report',
    of: 'report',
    details: { mentions: count, manifestHash: aHash },
  },
  'share-link.made': { words: 'shared a report by a link', of: 'share-link', details: { reportId: anId } },
  'share-link.ended': { words: 'ended a link to a report', of: 'share-link', details: { reportId: anId } },
  // why: expired, ended, another-site, wrong-password ...
  'share-link.refused': {
    words: 'was refused at a link to a report',
    of: 'share-link',
    details: { reportId: anId, why: aName },
  },
  'token.made': { words: 'made a token', of: 'token', details: { may: names } },
  'token.ended': { words: 'ended a token', of: 'token', details: NOTHING },
  'token.refused': { words: 'was refused with a token', of: 'token', details: { why: aName, number: count } },
} as const
