import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import type { RequestSeen } from '#lib/features/requests/request-queries.ts'

/** The question as it was read, and the text as it came: whatever was misread, that is always there. */
export function WhatTheyAsk({ request, home }: { request: RequestSeen; home: string }) {
  const { question, text, digest } = request
  const isSame = question.trim() === text.trim()
  return (
    <Panel title="What they ask">
      <div className="flex flex-col gap-4">
        {question ? (
          <div dir="auto" className="max-w-measure wrap-anywhere">
            <WrittenText>{question}</WrittenText>
          </div>
        ) : null}
        {isSame ? null : (
          <Disclosure summary="The text as it came" open={question === ''}>
            <pre
              dir="auto"
              className="max-h-96 overflow-auto font-sans text-sm whitespace-pre-wrap wrap-anywhere"
            >
              {text || 'It was emptied when a person was erased.'}
            </pre>
          </Disclosure>
        )}
        {digest ? (
          <p className="text-sm">
            <Link href={`${home}/digests/${digest.id}`} className="ink-link">
              All of what came with it
            </Link>
          </p>
        ) : null}
      </div>
    </Panel>
  )
}
