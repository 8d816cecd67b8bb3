'use client'

import { Button } from '../ui/button.tsx'
import { Wordmark } from './wordmark.tsx'

/** The one neutral sentence for a bug, with the number under which it was logged. */
export function ErrorWords({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : undefined
  return (
    <>
      <Wordmark />
      <h1 className="mt-8 font-serif text-title font-medium tracking-tight">
        Something went wrong on our side
      </h1>
      <p className="mt-2 max-w-measure text-ink-soft">
        It is not something you did, and nothing you saved before is lost. Trying again often helps.
      </p>
      {digest ? (
        <p className="mt-2 text-ink-soft">
          If you tell us about it, this number helps:{' '}
          <strong className="font-semibold text-ink">{digest}</strong>
        </p>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button tone="primary" onClick={retry}>
          Try again
        </Button>
        {/* A plain link: it loads the page anew, past whatever broke. */}
        <a href="/" className="ink-link tap inline-flex items-center px-2">
          Go to your desk
        </a>
      </div>
    </>
  )
}
