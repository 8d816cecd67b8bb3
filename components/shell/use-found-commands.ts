'use client'

import { useEffect, useState } from 'react'
import type { CommandItem } from './command-search.ts'

const PAUSE_BEFORE_ASKING_MS = 150
const SHORTEST_QUERY = 2

/** What the server finds for a query, asked once typing pauses. A failed search finds nothing; the places stay usable. */
export function useFoundCommands(searchUrl: string | undefined, query: string) {
  const [answer, setAnswer] = useState<{ query: string; found: CommandItem[] }>({ query: '', found: [] })
  const wanted = searchUrl && query.trim().length >= SHORTEST_QUERY ? query.trim() : ''

  useEffect(() => {
    if (!searchUrl || !wanted) return
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const found = await ask(searchUrl, wanted, asking.signal)
      if (!asking.signal.aborted) setAnswer({ query: wanted, found })
    }, PAUSE_BEFORE_ASKING_MS)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [searchUrl, wanted])

  return { found: wanted ? answer.found : [], searching: wanted !== '' && answer.query !== wanted }
}

async function ask(searchUrl: string, query: string, signal: AbortSignal): Promise<CommandItem[]> {
  try {
    const response = await fetch(`${searchUrl}?q=${encodeURIComponent(query)}`, { signal })
    return response.ok ? ((await response.json()) as CommandItem[]) : []
  } catch {
    return []
  }
}
