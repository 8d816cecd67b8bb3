export const DUPLICATE_REASONS = [
  'same-key',
  'alias',
  'redirect',
  'same-address',
  'same-name-and-mail',
  'same-name',
  'same-domain',
  'near-name-there',
  'near-name',
] as const
export type DuplicateReasonKind = (typeof DUPLICATE_REASONS)[number]

/** Why two rows may be the same; `what` is the address or name that says so. */
export type DuplicateReason = { kind: DuplicateReasonKind; what?: string }

/** How much each reason speaks for it. What a machine followed or a person wrote down counts more than a look at names. */
const WEIGHTS: Readonly<Record<DuplicateReasonKind, number>> = {
  'same-key': 100,
  alias: 95,
  redirect: 90,
  'same-address': 85,
  'same-name-and-mail': 80,
  'same-name': 60,
  'near-name-there': 55,
  'same-domain': 40,
  'near-name': 30,
}

export function weightOf(reasons: readonly DuplicateReason[]): number {
  return reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0)
}

/** One plain sentence. */
export function reasonWords({ kind, what = '' }: DuplicateReason): string {
  switch (kind) {
    case 'same-key':
      return `The same outlet: ${what}.`
    case 'alias':
      return `${what} is another address of it.`
    case 'redirect':
      return `A page of the one led to the other: ${what}.`
    case 'same-address':
      return `Both are reached at ${what}.`
    case 'same-name-and-mail':
      return `The same name, and mail at ${what}.`
    case 'same-name':
      return 'The same name, but for how it is written.'
    case 'same-domain':
      return `On the same site: ${what}.`
    case 'near-name-there':
      return `Nearly the same name, at the same outlet${what ? ` (${what})` : ''}.`
    case 'near-name':
      return 'Nearly the same name.'
  }
}

/** As a row of the database keeps them; what makes no sense there is left out. */
export function readReasons(stored: unknown): DuplicateReason[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((each: { kind?: unknown; what?: unknown } | null) => {
    const kind = DUPLICATE_REASONS.find((known) => known === each?.kind)
    return kind ? [{ kind, ...(typeof each?.what === 'string' ? { what: each.what } : {}) }] : []
  })
}
