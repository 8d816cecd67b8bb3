'use client'

import { useParams } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'

/** A link to another pitch of the workspace whose page this is. */
export function PitchLink({ pitchId, children }: { pitchId: string; children: ReactNode }) {
  const { workspace } = useParams<{ workspace: string }>()
  return (
    <Link className="ink-link" href={`/w/${workspace}/pitches/${pitchId}`}>
      {children}
    </Link>
  )
}
