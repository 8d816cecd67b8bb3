import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ButtonLink } from '#components/ui/button.tsx'

export const metadata: Metadata = { title: 'Not here' }

/** Not yours and not there look the same. */
export default function NotFound() {
  return (
    <PublicShell
      title="There is nothing here"
      lead="The address may have a slip in it, the thing may be gone, or it may belong to a workspace you are not in."
    >
      <ButtonLink href="/" tone="primary">
        Go to your desk
      </ButtonLink>
    </PublicShell>
  )
}
