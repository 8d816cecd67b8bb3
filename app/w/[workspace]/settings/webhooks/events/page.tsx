import type { Metadata } from 'next'
import { DefinitionList } from '#components/ui/definition-list.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { EVENT_TYPE_NAMES, EVENT_TYPES, eventPath } from '#lib/domain/webhooks/event-types.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'
import { settings } from '#lib/server/env.ts'

export const metadata: Metadata = { title: 'What webhooks are sent' }

type Props = { params: Promise<{ workspace: string }> }

export default async function EventsPage({ params }: Props) {
  const { workspace } = await params
  await requireWorkspace(workspace, 'webhooks.manage')
  const type = 'mention.outcome_changed'
  const data = { id: '01a2…', siteId: '01a1…', from: 'not-looked', to: 'linked' }
  const link = `${settings().appUrl}/w/${workspace}${eventPath({ type, data })}`
  return (
    <>
      <PageHeader
        title="What webhooks are sent"
        lead="An event says that something happened, and what to ask for. It is sent by the scheme of Standard Webhooks, for which most languages have a package."
        crumbs={[{ label: 'Webhooks', href: `/w/${workspace}/settings/webhooks` }]}
      />
      <div className="flex flex-col gap-6">
        <Panel title="How it comes">
          <div className="flex max-w-measure flex-col gap-3">
            <p>
              A POST with <code>application/json</code>, such as:
            </p>
            <pre className="overflow-hidden whitespace-pre-wrap break-words rounded-md bg-desk p-3 text-sm">
              {JSON.stringify(
                { type, timestamp: '2026-11-27T10:00:00.000Z', data: { ...data, link } },
                null,
                2,
              )}
            </pre>
            <p>
              <code>webhook-id</code> names the delivery and is the same at every try: it may come twice, so
              keep the ids you have seen. <code>webhook-timestamp</code> is when it was sent, in seconds.{' '}
              <code>webhook-signature</code> is <code>v1,</code> and the base64 of HMAC-SHA-256 over id,
              timestamp and body with dots between; for a day after a new secret was made there are two, with
              a blank between.
            </p>
            <p>
              Answer with any 2xx within ten seconds, and do the work afterwards. Anything else, a redirect
              too, is tried again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14, 20 and 24 hours, for
              three days; then it waits in the log for a click. What is sent of one thing keeps its order: the
              later waits for the earlier. 410 turns the webhook off at once, five days without a 2xx do too.
            </p>
            <p>
              What there is to know of a thing, ask the API for, with a token of your own: an event holds ids,
              kinds and dates, and a link for people.
            </p>
          </div>
        </Panel>
        {EVENT_TYPE_NAMES.map((name) => {
          const { label, when, of, data: fields } = EVENT_TYPES[name]
          return (
            <Panel key={name} title={label} lead={when} id={name.replace(/[._]/g, '-')}>
              <div className="flex flex-col gap-4">
                <p>
                  <code>{name}</code>
                </p>
                <DefinitionList
                  facts={[
                    { term: 'id', value: `of ${of}` },
                    ...Object.entries(fields).map(([term, value]) => ({ term, value })),
                    { term: 'link', value: 'where people see it' },
                  ]}
                />
              </div>
            </Panel>
          )
        })}
      </div>
    </>
  )
}
