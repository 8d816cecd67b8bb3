import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'

/** What the editor hears after each saving. Dates as they travel: ISO 8601. */
export type DraftAnswer =
  | { ok: true; revision: number; savedAt: string; problems: PitchProblem[] }
  | { ok: false; isConflict: boolean; message: string; remedy: string; revision?: number }
