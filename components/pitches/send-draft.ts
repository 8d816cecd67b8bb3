'use client'

import type { DraftAnswer } from '#lib/features/pitches/draft-answer.ts'

export type DraftTexts = { subject: string; body: string }
/**
 * instead: in the place of another text, which is then kept as a version; aside: among the versions only; found: nothing is
 * stored, and the answer says whether this text was saved once.
 */
type Intent = 'autosave' | 'save' | 'instead' | 'aside' | 'found'
export type DraftPost = DraftTexts & {
  revision: number
  intent: Intent
  shown: string
}

/** What came of sending a draft: the server's answer, or why there is none. */
export type DraftReply =
  | { kind: 'answer'; answer: DraftAnswer }
  | { kind: 'offline' | 'signed-out' | 'forbidden' }

/** Browsers let a page that closes finish sending 64 kB. */
const KEEPALIVE_MAX_CHARACTERS = 20_000

export async function sendDraft(url: string, post: DraftPost): Promise<DraftReply> {
  const form = new FormData()
  for (const [name, value] of Object.entries(post)) form.set(name, String(value))
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: form,
      redirect: 'manual',
      keepalive: post.subject.length + post.body.length < KEEPALIVE_MAX_CHARACTERS,
    })
    if (response.type === 'opaqueredirect') return { kind: 'signed-out' }
    if (response.status >= 400 && response.status < 500) return { kind: 'forbidden' }
    return { kind: 'answer', answer: await response.json() }
  } catch {
    return { kind: 'offline' }
  }
}
