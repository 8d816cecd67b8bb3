import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'

/** The text that stands, for whoever typed another one upon an older revision. */
export type StandingText = { revision: number; subject: string; body: string; savedAt: string }

/**
 * What the editor hears after each saving. Dates as they travel: ISO 8601. `problems` is null where the list is the one that
 * the editor shows already; `shown` names it.
 */
export type DraftAnswer =
  | { ok: true; revision: number; savedAt: string; problems: PitchProblem[] | null; shown: string }
  | { ok: false; isConflict: boolean; message: string; remedy: string; standing?: StandingText }
