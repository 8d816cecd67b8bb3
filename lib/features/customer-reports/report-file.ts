import { hasEvidence, type ReportContent } from '#lib/domain/customer-reports/report-content.ts'
import { reportCsv, reportJson } from '#lib/domain/customer-reports/report-files.ts'
import { type ReportFile, reportHtml } from '#lib/domain/customer-reports/report-html.ts'
import { canPrintPdf, PrintBusy, PrintFailed, printPdf } from '#lib/server/print-pdf.ts'
import { reportBug } from '#lib/server/report-bug.ts'
import { EVIDENCE_FILE, keyOnReports } from './report-evidence.ts'

export const REPORT_FILES = ['report.csv', 'report.json', 'report.pdf'] as const
export type ReportFileName = (typeof REPORT_FILES)[number]
type Format = 'csv' | 'json' | 'pdf'

export function isReportFile(name: string): name is ReportFileName {
  return (REPORT_FILES as readonly string[]).includes(name)
}

export function formatOf(name: ReportFileName): Format {
  return name.slice('report.'.length) as Format
}

/** The files there are of a report: its clips as CSV only where it shows them, a PDF only where this server can make one. */
export function filesOf({ sections }: Pick<ReportContent, 'sections'>, place: string): ReportFile[] {
  return [
    ...(canPrintPdf() ? [{ href: `${place}/report.pdf`, label: 'Save as PDF' }] : []),
    ...(sections.includes('clips') ? [{ href: `${place}/report.csv`, label: 'Clips as CSV' }] : []),
    { href: `${place}/report.json`, label: 'All of it as JSON' },
    ...(hasEvidence({ sections }) ? [{ href: `${place}/${EVIDENCE_FILE}`, label: 'Signed evidence' }] : []),
  ]
}

/** One of them, to save; null where there is none. */
export async function fileResponse(
  content: ReportContent,
  name: ReportFileName,
  now: Date,
): Promise<Response | null> {
  if (name === 'report.csv')
    return content.sections.includes('clips') ? saved(content, 'csv', reportCsv(content)) : null
  if (name === 'report.json') return saved(content, 'json', reportJson(content))
  if (!canPrintPdf()) return null
  try {
    return saved(
      content,
      'pdf',
      await printPdf(reportHtml(content, { evidenceKey: await keyOnReports(now) })),
    )
  } catch (error) {
    if (error instanceof PrintFailed) reportBug(error, 'report.pdf')
    else if (!(error instanceof PrintBusy)) throw error
    return new Response('The PDF could not be made just now. Please try again in a minute.\n', {
      status: 503,
      headers: { ...QUIET, 'content-type': 'text/plain; charset=utf-8', 'retry-after': '60' },
    })
  }
}

const TYPES: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pdf: 'application/pdf',
}

const QUIET = {
  'cache-control': 'private, no-store',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
}

function saved(
  { from, to }: ReportContent,
  format: Format,
  body: string | Uint8Array<ArrayBuffer>,
): Response {
  return new Response(body, {
    headers: {
      ...QUIET,
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="report-${from}-to-${to}.${format}"`,
    },
  })
}
