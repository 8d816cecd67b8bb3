'use client'

import type { StandingText } from '#lib/features/pitches/draft-answer.ts'

/** Tells the other tabs of this browser what was saved, so that they need not run into it. Nothing where there is no channel. */
export function otherTabs(pitchId: string, hear: (text: StandingText) => void) {
  if (typeof BroadcastChannel === 'undefined') return { tell: () => {}, close: () => {} }
  const channel = new BroadcastChannel(`rapport.pitch.${pitchId}`)
  channel.onmessage = ({ data }: MessageEvent<StandingText>) => hear(data)
  return { tell: (text: StandingText) => channel.postMessage(text), close: () => channel.close() }
}

/**
 * Holds a lock for as long as this tab is open: words kept under its name are being typed right now and are nobody else's to
 * take up. Browsers without locks (pages without https) say nothing of others.
 */
export function holdPlace(key: string): () => void {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return () => {}
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  locks.request(key, () => held).catch(() => {})
  return letGo
}

/** Which of these places are open in some tab. */
export async function openPlaces(): Promise<ReadonlySet<string>> {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks
  if (!locks) return new Set()
  const { held = [] } = await locks.query().catch(() => ({ held: [] as LockInfo[] }))
  return new Set(held.map((lock) => lock.name ?? ''))
}
