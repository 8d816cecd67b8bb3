import { ActionForm, FormActions } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/choice-fields.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { Table, Td, Th, Tr } from '#components/ui/table.tsx'
import { TextField } from '#components/ui/text-fields.tsx'
import { writtenNumber } from '#components/ui/written.ts'
import { ShownLink } from '#components/workspaces/shown-link.tsx'
import { revokeShareLinkAction, shareReportAction } from '#lib/features/customer-reports/report-actions.ts'
import type { listShareLinks } from '#lib/features/customer-reports/report-queries.ts'

type ShareLink = Awaited<ReturnType<typeof listShareLinks>>[number]
type ShareLinksProps = {
  workspace: string
  reportId: string
  links: readonly ShareLink[]
  mayShare: boolean
  now: Date
  timeZone: string
}

const DAYS = [
  { value: '7', label: 'A week' },
  { value: '30', label: 'A month' },
  { value: '90', label: 'Three months' },
  { value: '365', label: 'A year' },
]

/** The links by which somebody without an account reads a report, and the form that makes one. */
export function ShareLinks({ workspace, reportId, links, mayShare, now, timeZone }: ShareLinksProps) {
  return (
    <Panel
      title="Share it"
      lead="Whoever has the link reads this report and nothing else, without an account. It is shown once; we keep no copy of it."
    >
      <div className="flex flex-col gap-6">
        {mayShare ? (
          <ActionForm
            action={shareReportAction}
            hidden={{ workspace, reportId }}
            label="Make a link"
            className="max-w-form"
          >
            <div className="grid gap-6 sm:grid-cols-2">
              <SelectField name="days" label="Open for" choices={DAYS} defaultValue="30" required />
              <TextField
                name="password"
                type="password"
                label="Password"
                autoComplete="new-password"
                maxLength={200}
                hint="Tell it by another way than the link."
              />
            </div>
            <FormActions>
              <SubmitButton pendingLabel="Making it">Make a link</SubmitButton>
            </FormActions>
            <ShownLink label="Link to the report" />
          </ActionForm>
        ) : (
          <p className="text-sm text-ink-soft">A writer, a manager or an owner shares it.</p>
        )}
        {links.length > 0 ? (
          <Table
            caption="Links to this report, newest first"
            head={
              <>
                <Th>Made</Th>
                <Th>Open until</Th>
                <Th>Password</Th>
                <Th numeric>Opened</Th>
                <Th>
                  <span className="sr-only">Close</span>
                </Th>
              </>
            }
          >
            {links.map((link) => (
              <ShareLinkRow key={link.id} {...{ workspace, link, mayShare, now, timeZone }} />
            ))}
          </Table>
        ) : null}
      </div>
    </Panel>
  )
}

function ShareLinkRow({
  workspace,
  link,
  mayShare,
  now,
  timeZone,
}: Omit<ShareLinksProps, 'reportId' | 'links'> & { link: ShareLink }) {
  const { id, createdAt, createdBy, expiresAt, revokedAt, hasPassword, uses, usedAt, isOpen } = link
  return (
    <Tr>
      <Td>
        <RelativeTime then={createdAt} now={now} timeZone={timeZone} />
        {createdBy ? (
          <>
            {' '}
            by <bdi>{createdBy.name}</bdi>
          </>
        ) : null}
      </Td>
      <Td label="Open until">
        {revokedAt ? (
          <>
            Closed <RelativeTime then={revokedAt} now={now} timeZone={timeZone} />
          </>
        ) : isOpen ? (
          <RelativeTime then={expiresAt} now={now} timeZone={timeZone} />
        ) : (
          <>
            Over <RelativeTime then={expiresAt} now={now} timeZone={timeZone} />
          </>
        )}
      </Td>
      <Td label="Password">{hasPassword ? 'Asked for' : 'None'}</Td>
      <Td label="Opened" numeric>
        {writtenNumber(uses)}
        {usedAt ? (
          <div className="row-sub">
            last <RelativeTime then={usedAt} now={now} timeZone={timeZone} />
          </div>
        ) : null}
      </Td>
      <Td raised>
        {isOpen && mayShare ? (
          <ActionForm
            action={revokeShareLinkAction}
            hidden={{ workspace, linkId: id }}
            label="Close this link"
          >
            <SubmitButton tone="quiet" pendingLabel="Closing">
              Close <span className="sr-only">this link</span>
            </SubmitButton>
          </ActionForm>
        ) : null}
      </Td>
    </Tr>
  )
}
