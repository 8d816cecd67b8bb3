'use client'

import { Printer } from 'lucide'
import { Button } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'

/** The browser's own printing; without scripts, its menu does the same. */
export function PrintButton() {
  return (
    <Button className="noscript:hidden" onClick={() => window.print()}>
      <Icon of={Printer} />
      Print
    </Button>
  )
}
