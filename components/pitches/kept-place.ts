'use client'

import {
  dropOldWords,
  dropWords,
  findKeptWords,
  isSameText,
  type KeptWords,
  keepWords,
  keyOf,
} from '#lib/domain/pitch-desk/kept-words.ts'
import { holdPlace, openPlaces } from './other-tabs.ts'
import type { DraftTexts } from './send-draft.ts'

/** Where this tab keeps what is not saved yet, in this browser and under this person's name. */
export function openKeptPlace(memberId: string, pitchId: string) {
  const store = browserStore()
  const openSince = Date.now()
  const place = {
    memberId,
    pitchId,
    tab: `${openSince.toString(36)}${Math.random().toString(36).slice(2, 10)}`,
  }
  const key = keyOf(place)
  const letGo = holdPlace(key)

  return {
    /** @returns false where the browser keeps nothing */
    keep(words: DraftTexts & { revision: number }): boolean {
      return store !== null && keepWords(store, place, { ...words, at: Date.now() }, openSince)
    },
    forget() {
      if (store) dropWords(store, key)
    },
    /** What a tab that is closed left here, where it is none of the texts that stand. */
    async find(...standing: DraftTexts[]): Promise<KeptWords | null> {
      if (!store) return null
      dropOldWords(store, openSince)
      const open = await openPlaces()
      for (const words of findKeptWords(store, place)) {
        if (words.key === key || open.has(words.key)) continue
        if (!standing.some((text) => isSameText(words, text))) return words
        dropWords(store, words.key)
      }
      return null
    },
    /** They lie in this tab's place from now on. */
    takeUp({ key: before, ...words }: KeptWords) {
      if (store && keepWords(store, place, words, openSince)) dropWords(store, before)
    },
    drop(words: KeptWords) {
      if (store) dropWords(store, words.key)
    },
    close: letGo,
  }
}

/** The browser's store, or null where it is closed to us. */
export function browserStore(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
