'use client'

import { ErrorWords } from '#components/shell/error-words.tsx'
import './globals.css'

/** A bug in the root layout itself: the same words, in a document of its own. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <title>Something went wrong · Rapport</title>
        <main id="content" className="mx-auto max-w-form px-4 py-16 sm:px-8">
          <ErrorWords error={error} retry={retry} />
        </main>
      </body>
    </html>
  )
}
