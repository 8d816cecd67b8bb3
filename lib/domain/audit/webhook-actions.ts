import { aName, count, ids, isOn, NOTHING, names } from './audit-details.ts'

/** Whom Rapport tells what happens, and with what secret. */
export const WEBHOOK_ACTIONS = {
  'webhook.made': { words: 'made a webhook', of: 'webhook', details: { types: names, siteIds: ids } },
  'webhook.changed': { words: 'changed a webhook', of: 'webhook', details: { types: names, siteIds: ids } },
  'webhook.switched': { words: 'turned a webhook on or off', of: 'webhook', details: { isOn } },
  'webhook.removed': { words: 'deleted a webhook', of: 'webhook', details: NOTHING },
  'webhook.secret-shown': { words: 'looked at a webhook’s secret', of: 'webhook', details: NOTHING },
  'webhook.secret-renewed': { words: 'made a new secret for a webhook', of: 'webhook', details: NOTHING },
  'webhook.sent-again': { words: 'sent dead deliveries again', of: 'webhook', details: { number: count } },
  // why: failing for days, or its receiver says that it is gone.
  'webhook.given-up': { words: 'turned a webhook off', of: 'webhook', details: { why: aName } },
} as const
