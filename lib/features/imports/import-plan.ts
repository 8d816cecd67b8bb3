import type { ImportFormat } from '#lib/domain/imports/import-formats.ts'
import type { MembersByName } from './member-names-queries.ts'

/** What one row of a file would write to one thing. Fields are named as on the thing; a list is told whole. */
export type Changes = Record<string, { before: unknown; after: unknown }>
/** A value of ours that differs from the file's, and stays. */
export type Kept = Record<string, { yours: unknown; theirs: unknown }>

export type Step = {
  is: 'new' | 'changed' | 'same'
  id: string
  /** What people call it. */
  label: string
  set: Changes
  kept?: Kept
}

export type Tie = { id: string; prospectId: string; contactId: string }
export type NewAddress = {
  id: string
  kind: 'email' | 'dm'
  address: string
  addressKey: string
  /** The page the file says it was found on. */
  foundOn: string
}

export type RowPlan = {
  prospect?: Step
  contact?: Step
  /** Addresses a contact gets, new or known. */
  addresses?: NewAddress[]
  /** A person and an outlet that belong together from now on. */
  tie?: Tie
  mention?: Step
  /** The outlet has a name and no address here, and an e-mail address gives a site away. Only a person's word takes it. */
  guess?: SiteGuess
}

export type SiteGuess = { outlet: string; address: string; url: string }

export type RowKind = 'new' | 'changed' | 'same' | 'refused'

/** What is the same for all rows of a file. */
export type PlanContext = {
  batchId: string
  format: ImportFormat
  siteId: string | null
  /** Whether an address is on that Site. */
  isOurPage: (url: URL) => boolean
  /** Fields ("prospect.name") where the file's value wins over a different one of ours. */
  take: ReadonlySet<string>
  /** Who may look after an outlet. */
  members: MembersByName
  /** When it is done: nothing has happened after that. */
  now: Date
  newId: () => string
}

/** "new" where anything is made, "changed" where something known gets more, else "same". */
export function kindOfPlan(plan: RowPlan): Exclude<RowKind, 'refused'> {
  const steps = stepsOf(plan)
  if (steps.some(({ is }) => is === 'new')) return 'new'
  const adds = plan.tie !== undefined || (plan.addresses ?? []).length > 0
  return adds || steps.some(({ is }) => is === 'changed') ? 'changed' : 'same'
}

/** Whether there is something in it for a person to decide. */
export function differs(plan: RowPlan): boolean {
  return plan.guess !== undefined || stepsOf(plan).some(({ kept }) => kept !== undefined)
}

export function stepsOf({ prospect, contact, mention }: RowPlan): Step[] {
  return [prospect, contact, mention].filter((step) => step !== undefined)
}

/** What stays of a plan once it is carried out: only what was written. Null where that is nothing. */
export function writtenPart(plan: RowPlan): RowPlan | null {
  const part: RowPlan = {}
  for (const noun of ['prospect', 'contact', 'mention'] as const) {
    const step = plan[noun]
    if (step && step.is !== 'same') {
      const { kept: _, ...written } = step
      part[noun] = written
    }
  }
  if (plan.addresses?.length) part.addresses = plan.addresses
  if (plan.tie) part.tie = plan.tie
  return Object.keys(part).length === 0 ? null : part
}
