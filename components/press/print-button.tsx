'use client'

import { Printer } from 'lucide-react'
import { Button } from '#components/ui/button.tsx'

/** The browser's own printing; without scripts, its menu does the same. */
export function PrintButton() {
  return (
    <Button className="noscript:hidden" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print
    </Button>
  )
}
