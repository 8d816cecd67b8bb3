'use client'

import { Check, Copy } from 'lucide'
import { useEffect, useState } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

const SHOWN_FOR_MS = 2000

/** Copies a text and says so. Show the text itself near it, for those whose browser runs no scripts. */
export function CopyButton({ text, label = 'Copy' }: { text: string; label?: string }) {
  const [answer, setAnswer] = useState<'copied' | 'failed' | null>(null)

  useEffect(() => {
    if (!answer) return
    const timer = setTimeout(() => setAnswer(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [answer])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setAnswer('copied')
    } catch {
      setAnswer('failed')
    }
  }

  return (
    <Button onClick={copy} className="noscript:hidden">
      {answer === 'copied' ? <Icon of={Check} /> : <Icon of={Copy} />}
      <span aria-live="polite">{answer ? words[answer] : label}</span>
    </Button>
  )
}

const words = { copied: 'Copied', failed: 'Please copy it by hand' }
