'use client'

import type { PitchProblem } from '#lib/domain/pitch-gate/pitch-rules.ts'

export type StandingDraft = {
  id: string
  revision: number
  subject: string
  body: string
  savedAt: Date
  problems: readonly PitchProblem[]
}

const lastSaved = new Map<string, StandingDraft>()

/**
 * What this browser tab saved last. "Back" brings a page as it was when it was left, with a text older than what was
 * saved from it since.
 */
export function rememberSaved(draft: StandingDraft) {
  lastSaved.set(draft.id, draft)
}

/** The newer one of what the page brought and what was saved from here. */
export function newestDraft(brought: StandingDraft): StandingDraft {
  const saved = lastSaved.get(brought.id)
  return saved && saved.revision > brought.revision ? saved : brought
}
