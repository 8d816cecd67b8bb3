/** What something was done to: as one of them is called, and as a filter calls them. */
export const AUDIT_OBJECTS = {
  workspace: { one: 'the workspace', many: 'The workspace' },
  member: { one: 'a member', many: 'Members' },
  invitation: { one: 'an invitation', many: 'Invitations' },
  mailbox: { one: 'a mailbox', many: 'Mailboxes' },
  campaign: { one: 'a campaign', many: 'Campaigns' },
  site: { one: 'a site', many: 'Sites' },
  list: { one: 'a list', many: 'Lists' },
  contact: { one: 'a person', many: 'People' },
  suppression: { one: 'a stop', many: 'Stops' },
  pitch: { one: 'a pitch', many: 'Pitches' },
  sample: { one: 'a sample', many: 'Samples' },
  request: { one: 'a request', many: 'Requests' },
  mention: { one: 'a mention', many: 'Mentions' },
  report: { one: 'a report', many: 'Reports for customers' },
  'share-link': { one: 'a link to a report', many: 'Links to reports' },
  'secret-link': { one: 'a secret link', many: 'Secret links' },
  'press-page': { one: 'a press page', many: 'Press pages' },
  'calendar-link': { one: 'a calendar link', many: 'Calendar links' },
  webhook: { one: 'a webhook', many: 'Webhooks' },
  token: { one: 'a token', many: 'Tokens' },
} as const
export type AuditObject = keyof typeof AUDIT_OBJECTS

/** Who did it. `link`: somebody with a secret link; `token`: a program with a token; `system`: Rapport by itself. */
export const AUDIT_ACTORS = ['member', 'link', 'token', 'system'] as const
export type AuditActorKind = (typeof AUDIT_ACTORS)[number]
