import { ExternalLink } from 'lucide'
import type { Metadata } from 'next'
import { ReportStateBadge } from '#components/customer-reports/report-state-badge.tsx'
import { ReportSteps } from '#components/customer-reports/report-steps.tsx'
import { ShareLinks } from '#components/customer-reports/share-links.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { writtenDay } from '#components/ui/written.ts'
import { dayText } from '#lib/domain/calendar-day.ts'
import { can } from '#lib/domain/roles.ts'
import { readReport } from '#lib/features/customer-reports/read-report.ts'
import { filesOf } from '#lib/features/customer-reports/report-file.ts'
import {
  getReport,
  getReviewOfReport,
  listShareLinks,
} from '#lib/features/customer-reports/report-queries.ts'
import { found, pageId } from '#lib/features/page-params.ts'
import { requireWorkspace } from '#lib/features/workspaces/require-workspace.ts'

type Props = { params: Promise<{ workspace: string; reportId: string }> }

async function asked(params: Props['params']) {
  const { workspace, reportId } = await params
  const scope = await requireWorkspace(workspace, 'customer-reports.read')
  return { workspace, scope, reportId: pageId(reportId) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { scope, reportId } = await asked(params)
  return { title: (await found(getReport(scope, reportId))).title }
}

export default async function CustomerReportPage({ params }: Props) {
  const { workspace, scope, reportId } = await asked(params)
  const { report, content, problem, waiting, read } = await found(readReport(scope, reportId))
  const base = `/w/${workspace}/customer-reports`
  const place = `${base}/${reportId}`
  const isApproved = report.state === 'approved'
  const isInside = can(scope.role, 'campaigns.read')
  const review = isInside ? await getReviewOfReport(scope, reportId) : null
  const files = isApproved && content ? filesOf(content, place) : []
  const links = isInside && isApproved ? await listShareLinks(scope, reportId) : []
  return (
    <>
      <PageHeader
        crumbs={[{ label: 'Reports for customers', href: base }]}
        title={<bdi className="wrap-anywhere">{report.title}</bdi>}
        facts={
          <>
            <ReportStateBadge state={report.state} />
            <bdi>{report.site.name}</bdi>
            <span aria-hidden>·</span>
            <span>
              {writtenDay(dayText(report.fromDay))} to {writtenDay(dayText(report.toDay))}
            </span>
            <span aria-hidden>·</span>
            <bdi>{report.writer.name}</bdi>
          </>
        }
        actions={
          content ? (
            <a href={`${place}/preview`} target="_blank" rel="noreferrer" className={buttonClass()}>
              Open it by itself
              <Icon of={ExternalLink} />
              <span className="sr-only">(in a new tab)</span>
            </a>
          ) : null
        }
      />
      <div className="flex flex-col gap-6">
        {review ? <ReportSteps {...{ workspace, scope, report, review, waiting, read, content }} /> : null}
        {isInside && isApproved ? (
          <ShareLinks
            {...{ workspace, reportId, links }}
            mayShare={can(scope.role, 'customer-reports.share')}
            now={scope.now}
            timeZone={scope.timeZone}
          />
        ) : null}
        {content ? (
          <Panel
            title="The page"
            lead={
              isApproved
                ? 'It says what it said when it was approved.'
                : 'Exactly as it will be read. Until it is approved, it follows what is known today.'
            }
            actions={
              isApproved ? (
                <nav aria-label="As a file" className="flex flex-wrap gap-4">
                  {files.map(({ href, label }) => (
                    <a key={href} href={href} className="ink-link tap inline-flex items-center">
                      {label}
                    </a>
                  ))}
                </nav>
              ) : null
            }
            flush
          >
            <iframe
              src={`${place}/preview`}
              title={`The page of ${report.title}`}
              className="h-[75vh] w-full border-0"
            />
          </Panel>
        ) : (
          <Notice tone="careful" title="It cannot be shown yet">
            {problem}
          </Notice>
        )}
      </div>
    </>
  )
}
