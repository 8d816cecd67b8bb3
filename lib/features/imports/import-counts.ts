import type { RowPlan } from './import-plan.ts'

/** What an import comes to. Rows by kind; and, once applied or undone, the things behind them. */
export type ImportCounts = {
  new?: number
  changed?: number
  same?: number
  refused?: number
  /** Rows with somebody who must not be written to. */
  stopped?: number
  prospectsMade?: number
  contactsMade?: number
  mentionsMade?: number
  prospectsChanged?: number
  contactsChanged?: number
  mentionsChanged?: number
  /** Undone: things that went, and values that went back. */
  removed?: number
  restored?: number
  /** Undone: what stays, and why is in `facts.kept`. */
  kept?: number
}

export function readCounts(stored: unknown): ImportCounts {
  return { ...((stored ?? {}) as ImportCounts) }
}

/** The same with what these rows have written. A person who only got an address or an outlet counts as changed. */
export function withPlans(counts: ImportCounts, plans: readonly RowPlan[]): ImportCounts {
  const sum = { ...counts }
  const add = (key: keyof ImportCounts) => {
    sum[key] = (sum[key] ?? 0) + 1
  }
  for (const { prospect, contact, mention, addresses, tie } of plans) {
    if (prospect?.is === 'new') add('prospectsMade')
    if (prospect?.is === 'changed') add('prospectsChanged')
    if (contact?.is === 'new') add('contactsMade')
    else if (contact?.is === 'changed' || addresses?.length || tie) add('contactsChanged')
    if (mention?.is === 'new') add('mentionsMade')
    if (mention?.is === 'changed') add('mentionsChanged')
  }
  return sum
}
