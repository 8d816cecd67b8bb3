'use client'

import { ErrorWords } from '#components/shell/error-words.tsx'

/** A bug, inside a page: one neutral sentence and the number under which it was logged. */
export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="content" className="mx-auto max-w-form px-4 py-16 sm:px-8">
      <ErrorWords error={error} retry={retry} />
    </main>
  )
}
