import type { Metadata } from 'next'
import { PublicShell } from '#components/shell/public-shell.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { searchText } from '#lib/features/page-params.ts'

export const metadata: Metadata = { title: 'Something went wrong' }

type Props = { searchParams: Promise<{ id?: string | string[] }> }

/** Sent by our server, with status 500, in place of a page that a bug of ours broke: readable without scripts. */
export default async function ProblemPage({ searchParams }: Props) {
  const id = searchText((await searchParams).id).replace(/\W/g, '')
  return (
    <PublicShell
      title="Something went wrong on our side"
      lead="It is not something you did, and nothing you saved before is lost. Trying again often helps."
    >
      {id ? (
        <p className="mb-6 text-ink-soft">
          If you tell us about it, this number helps: <strong className="font-semibold text-ink">{id}</strong>
        </p>
      ) : null}
      <ButtonLink href="/" tone="primary">
        Go to your desk
      </ButtonLink>
    </PublicShell>
  )
}
