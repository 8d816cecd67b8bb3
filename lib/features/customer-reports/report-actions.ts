'use server'

import { workspaceAction } from '../workspace-action.ts'
import { removeLogo } from './logo.ts'
import { addReport, changeReport } from './report-commands.ts'
import {
  addReportSchema,
  approveReportSchema,
  changeReportSchema,
  giveBackSchema,
  noInputSchema,
  reportSchema,
  shareLinkSchema,
  shareReportSchema,
} from './report-schema.ts'
import { approveReport, askForReview, giveBackReport, lookAgain, takeBackReport } from './review-commands.ts'
import { revokeShareLink, shareReport } from './share-commands.ts'

export const addReportAction = workspaceAction(
  'customer-reports.write',
  addReportSchema,
  async (scope, input) => {
    const { reportId } = await addReport(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/customer-reports/${reportId}` }
  },
)

export const changeReportAction = workspaceAction(
  'customer-reports.write',
  changeReportSchema,
  async (scope, input) => {
    await changeReport(scope, input)
    return { goTo: `/w/${scope.workspaceSlug}/customer-reports/${input.reportId}` }
  },
)

export const askForReviewAction = workspaceAction(
  'customer-reports.write',
  reportSchema,
  async (scope, input) => {
    const { looks } = await askForReview(scope, input)
    return { message: looks === 0 ? 'It waits for its review.' : `It waits for its review. ${asked(looks)}` }
  },
)

export const lookAgainAction = workspaceAction('mentions.write', reportSchema, async (scope, input) => {
  const { looks } = await lookAgain(scope, input)
  return { message: looks === 0 ? 'Every look there is to come was asked for already.' : asked(looks) }
})

export const takeBackReportAction = workspaceAction(
  'customer-reports.write',
  reportSchema,
  async (scope, input) => {
    await takeBackReport(scope, input)
    return { message: 'It is a draft again.' }
  },
)

export const giveBackReportAction = workspaceAction(
  'reports.approve',
  giveBackSchema,
  async (scope, input) => {
    await giveBackReport(scope, input)
    return { message: 'Given back, with your words.' }
  },
)

export const approveReportAction = workspaceAction(
  'reports.approve',
  approveReportSchema,
  async (scope, input) => {
    await approveReport(scope, input)
    return { message: 'Approved. From now on it says what it says today.' }
  },
)

export const shareReportAction = workspaceAction(
  'customer-reports.share',
  shareReportSchema,
  async (scope, input) => {
    const { address } = await shareReport(scope, input)
    return { message: `It can be read at this address, which is shown once: ${address}` }
  },
)

export const revokeShareLinkAction = workspaceAction(
  'customer-reports.share',
  shareLinkSchema,
  async (scope, input) => {
    await revokeShareLink(scope, input.linkId)
    return { message: 'Closed. That address leads nowhere any more.' }
  },
)

export const removeLogoAction = workspaceAction('workspace.settings', noInputSchema, async (scope) => {
  await removeLogo(scope)
  return { message: 'The logo is gone. Reports that are approved keep theirs.' }
})

function asked(looks: number): string {
  return looks === 1 ? 'One page is looked at again first.' : `${looks} pages are looked at again first.`
}
