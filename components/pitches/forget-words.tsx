'use client'

import { useEffect } from 'react'
import { dropAllWords, dropOldWords } from '#lib/domain/pitch-desk/kept-words.ts'
import { browserStore } from './kept-place.ts'

/**
 * Lets go of words of letters that this browser kept and never saved: all of them when somebody signed out, and otherwise
 * those that nobody came back for in 30 days.
 */
export function ForgetWords({ which }: { which: 'all' | 'old' }) {
  useEffect(() => {
    const store = browserStore()
    if (!store) return
    if (which === 'all') dropAllWords(store, Date.now())
    else dropOldWords(store, Date.now())
  }, [which])
  return null
}
