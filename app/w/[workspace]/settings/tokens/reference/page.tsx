import type { Metadata } from 'next'
import { readDocument } from '#components/api/openapi-reading.ts'
import { OperationSection } from '#components/api/operation-section.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { REQUESTS_PER_MINUTE } from '#lib/features/api/count-request.ts'
import { openApiDocument } from '#lib/features/api/openapi-document.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'

export const metadata: Metadata = { title: 'What programs may ask' }

type Props = { params: Promise<{ workspace: string }> }

export default async function ReferencePage({ params }: Props) {
  const { workspace } = await params
  await requireWorkspace(workspace, 'tokens.make')
  const { parts, schemas, answerAt } = readDocument(openApiDocument())
  const { appUrl } = settings()
  return (
    <>
      <PageHeader
        title="What programs may ask"
        lead="All of the interface, made from the same rules as the forms."
        crumbs={[{ label: 'Tokens', href: `/w/${workspace}/settings/tokens` }]}
        actions={
          <a className="ink-link" href="/api/v1/openapi.json">
            The same as an OpenAPI document
          </a>
        }
      />
      <div className="flex flex-col gap-6">
        <Panel title="To begin with">
          <div className="flex max-w-measure flex-col gap-3">
            <p>
              Send your token with every request. This asks whose it is:
              <code className="mt-2 block break-words rounded-md bg-desk p-3 text-sm">
                curl -H "Authorization: Bearer rapport_…" {appUrl}/api/v1/me
              </code>
            </p>
            <p>
              Lists come newest first, a page at a time. Go on with <code>cursor</code>, which stands in{' '}
              <code>next</code> and in the <code>Link</code> header. Times are ISO 8601 in UTC.
            </p>
            <p>
              With a change, send an <code>Idempotency-Key</code>: trying again with it does the work once,
              for a day. What you leave out of a PATCH stays as it is.
            </p>
            <p>
              What goes wrong comes as <code>application/problem+json</code>, with what is wrong, what would
              put it right, and the fields it is about. {REQUESTS_PER_MINUTE} requests a minute may come with
              one token; the <code>RateLimit</code> header says how many are left.
            </p>
          </div>
        </Panel>
        {parts.map(({ name, description, operations }) => (
          <Panel key={name} title={titleOf(name)} lead={`${description}.`} id={name}>
            <div className="flex flex-col gap-6">
              {operations.map((operation) => (
                <OperationSection
                  key={operation.id}
                  operation={operation}
                  schemas={schemas}
                  answerAt={answerAt(operation.answer)}
                />
              ))}
            </div>
          </Panel>
        ))}
      </div>
    </>
  )
}

/** "reading-notes" as a heading: "Reading notes". */
function titleOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
}
